import { fault, notApplicable, pass, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cluster, workgroup } from "./testing";

export const accessCases: ServiceCases = {
  "redshift-not-public": [
    pass("nothing said", cluster()),
    pass("a private workgroup", workgroup({ publiclyAccessible: false })),
    fault("public", cluster({ publiclyAccessible: true })),
    fault("a public workgroup", workgroup({ publiclyAccessible: "true" })),
    undecided("known on update", cluster({ publiclyAccessible: unknown })),
  ],
  "redshift-no-elastic-ip": [
    pass("none", cluster()),
    fault("an address", cluster({ elasticIp: "203.0.113.7" })),
    fault("an address known on update", cluster({ publiclyAccessible: false, elasticIp: unknown })),
    notApplicable(
      "a public cluster, which another rule reports",
      cluster({ publiclyAccessible: true, elasticIp: "x" }),
    ),
    undecided("whether it is public is known on update", cluster({ publiclyAccessible: unknown, elasticIp: "x" })),
  ],
  "redshift-enhanced-vpc-routing": [
    pass("on", cluster({ enhancedVpcRouting: true })),
    pass("on, in a workgroup", workgroup({ enhancedVpcRouting: true })),
    fault("nothing said", workgroup()),
    fault("off", cluster({ enhancedVpcRouting: false })),
    undecided("known on update", workgroup({ enhancedVpcRouting: unknown })),
  ],
  "redshift-subnet-group": [
    pass("a group", cluster({ clusterSubnetGroupName: "data" })),
    pass("a wired group", cluster({ clusterSubnetGroupName: unknown })),
    fault("nothing said", cluster()),
    fault("an empty name", cluster({ clusterSubnetGroupName: "" })),
  ],
  "redshift-managed-password": [
    pass("managed", cluster({ manageMasterPassword: true })),
    pass("the write-only input", cluster({ masterPasswordWo: unknown })),
    pass("a restore", cluster({ snapshotIdentifier: "rs:a" })),
    fault("nothing said", cluster({ masterUsername: "admin" })),
    fault("a password", cluster({ masterPassword: "x" })),
    fault("a password known on update", cluster({ masterPassword: unknown })),
    fault("a password beside the managed one", cluster({ manageMasterPassword: true, masterPassword: "x" })),
    undecided("known on update", cluster({ manageMasterPassword: unknown })),
  ],
};
