import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const instance = (properties: Record<string, unknown>) => resource("aws:rds/instance:Instance", properties);
const cluster = (properties: Record<string, unknown>) => resource("aws:rds/cluster:Cluster", properties);

export const rdsCases: ServiceCases = {
  "rds-storage-encrypted": [
    pass("an encrypted instance", instance({ engine: "postgres", storageEncrypted: true })),
    pass("the flag as text", instance({ engine: "postgres", storageEncrypted: "true" })),
    fault("an instance that says no", instance({ engine: "postgres", storageEncrypted: false })),
    fault("an instance that says nothing", instance({ engine: "postgres" })),
    fault("a provisioned cluster that says nothing", cluster({ engine: "aurora-postgresql" })),
    pass("a serverless v1 cluster, which is always encrypted", cluster({ engineMode: "serverless" })),
    pass("an instance restored from a snapshot", instance({ snapshotIdentifier: "rds:nightly" })),
    undecided("a flag known on update", instance({ engine: "postgres", storageEncrypted: unknown })),
    notApplicable("a DocumentDB cluster", cluster({ engine: "docdb" })),
  ],
  "rds-not-public": [
    pass("nothing said, which means private", instance({})),
    pass("private", instance({ publiclyAccessible: false })),
    fault("public", instance({ publiclyAccessible: true })),
    fault("public as text", instance({ publiclyAccessible: "True" })),
    undecided("known on update", instance({ publiclyAccessible: unknown })),
  ],
};
