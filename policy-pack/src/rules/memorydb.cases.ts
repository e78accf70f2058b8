import { fault, pass, resource, undecided, unknown, type CaseProperties, type ServiceCases } from "../testing/cases";
import { customerKeyArn } from "../testing/databases";

const cluster = (properties: CaseProperties = {}) => resource("aws:memorydb/cluster:Cluster", properties);
const snapshot = (properties: CaseProperties = {}) => resource("aws:memorydb/snapshot:Snapshot", properties);

export const memorydbCases: ServiceCases = {
  "memorydb-secure": [
    pass("nothing said, which means on", cluster()),
    pass("on", cluster({ tlsEnabled: true })),
    fault("off", cluster({ tlsEnabled: false })),
    fault("off, as text", cluster({ tlsEnabled: "false" })),
    undecided("known on update", cluster({ tlsEnabled: unknown })),
  ],
  "memorydb-acl": [
    pass("a list of users", cluster({ aclName: "clinic" })),
    pass("a list with a similar name", cluster({ aclName: "no-open-access" })),
    fault("open access", cluster({ aclName: "open-access" })),
    fault("open access in another case", cluster({ aclName: "Open-Access" })),
    undecided("known on update", cluster({ aclName: unknown })),
    pass("nothing said, which AWS does not accept", cluster()),
  ],
  "memorydb-cmk": [
    pass("a wired key", cluster({ kmsKeyArn: unknown })),
    pass("a snapshot with a key", snapshot({ kmsKeyArn: customerKeyArn })),
    fault("no key", cluster()),
    fault("a snapshot without a key", snapshot()),
    fault("AWS's own key", cluster({ kmsKeyArn: "alias/aws/memorydb" })),
  ],
};
