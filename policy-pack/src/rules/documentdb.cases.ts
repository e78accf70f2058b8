import {
  fault,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type CaseResource,
  type ServiceCases,
} from "../testing/cases";
import { customerKeyArn, parameters } from "../testing/databases";

const cluster = (properties: CaseProperties = {}): CaseResource => resource("aws:docdb/cluster:Cluster", properties);
const globalCluster = (properties: CaseProperties = {}) =>
  resource("aws:docdb/globalCluster:GlobalCluster", properties);
const elasticCluster = (properties: CaseProperties = {}) =>
  resource("aws:docdb/elasticCluster:ElasticCluster", properties);
const group = (pairs?: Readonly<Record<string, unknown>>) =>
  resource("aws:docdb/clusterParameterGroup:ClusterParameterGroup", {
    family: "docdb5.0",
    ...(pairs ? { parameters: parameters(pairs) } : {}),
  });
const openGroup = resource("aws:docdb/clusterParameterGroup:ClusterParameterGroup", { parameters: unknown });

const encrypted = { storageEncrypted: true };
const secondary = { globalClusterIdentifier: unknown };
const primary = { globalClusterIdentifier: unknown, masterUsername: "admin" };
const restored = { snapshotIdentifier: "nightly" };
const production = { config: { production: true } };
const isProtected = resource("aws:docdb/cluster:Cluster", {}, { options: { protect: true } });

const subnet = (name: string, tags: CaseProperties = { "hipaa:tier": "data" }) =>
  resource("aws:ec2/subnet:Subnet", { tags }, { name });
const subnetGroup = (subnetIds: unknown, service = "docdb") =>
  resource(`aws:${service}/subnetGroup:SubnetGroup`, { subnetIds }, { name: "group" });
const placed = cluster({ dbSubnetGroupName: ref("group", "name") });

export const documentdbCases: ServiceCases = {
  "docdb-storage-encrypted": [
    pass("encrypted", cluster(encrypted)),
    pass("a global cluster", globalCluster({ storageEncrypted: "true" })),
    fault("not encrypted", cluster({ storageEncrypted: false })),
    fault("nothing said", cluster()),
    fault("a global cluster that says nothing", globalCluster()),
    fault("the primary of a global cluster that says nothing", cluster(primary)),
    fault("a restore that says no", cluster({ ...restored, storageEncrypted: false })),
    pass("a restore", cluster(restored)),
    pass("a secondary cluster", cluster(secondary)),
    pass("a global cluster made from a cluster", globalCluster({ sourceDbClusterIdentifier: unknown })),
    undecided("known on update", cluster({ storageEncrypted: unknown })),
  ],
  "docdb-cmk": [
    pass("a wired key", cluster({ ...encrypted, kmsKeyId: unknown })),
    pass("a key of an elastic cluster", elasticCluster({ kmsKeyId: customerKeyArn })),
    fault("no key", cluster(encrypted)),
    fault("AWS's own key", cluster({ ...encrypted, kmsKeyId: "alias/aws/rds" })),
    fault("an elastic cluster without a key", elasticCluster()),
    fault("a restore under AWS's own key", cluster({ ...encrypted, ...restored, kmsKeyId: "alias/aws/rds" })),
    notApplicable("a restore, which keeps its source's key", cluster({ ...encrypted, ...restored })),
    notApplicable("not encrypted", cluster()),
    undecided("known on update", cluster({ storageEncrypted: unknown })),
  ],
  "docdb-tls-enabled": [
    pass("nothing said, which means on", group()),
    pass("on", group({ tls: "enabled" })),
    pass("on from 1.3", group({ tls: "tls1.3+" })),
    fault("off", group({ tls: "disabled" })),
    fault("off, in another case", group({ audit_logs: "enabled", TLS: "Disabled" })),
    undecided("known on update", group({ tls: unknown })),
    undecided("parameters known on update", openGroup),
  ],
  "docdb-audit-parameter": [
    pass("on", group({ audit_logs: "enabled" })),
    pass("some classes of events", group({ audit_logs: "ddl,dml_write" })),
    fault("off", group({ audit_logs: "disabled" })),
    fault("no class of events", group({ audit_logs: "none" })),
    fault("nothing said, which means off", group({ tls: "enabled" })),
    fault("no parameters", group()),
    undecided("parameters known on update", openGroup),
  ],
  "docdb-audit-and-backup": [
    pass("exported", cluster({ enabledCloudwatchLogsExports: ["audit", "profiler"] })),
    pass("the audit log alone", cluster({ enabledCloudwatchLogsExports: ["audit"] })),
    fault("another log", cluster({ enabledCloudwatchLogsExports: ["profiler"] })),
    fault("nothing said", cluster()),
    undecided("a log known on update", cluster({ enabledCloudwatchLogsExports: [unknown] })),
    undecided("logs known on update", cluster({ enabledCloudwatchLogsExports: unknown })),
  ],
  "docdb-backup-retention": [
    pass("seven days", cluster({ backupRetentionPeriod: 7 })),
    pass("35 days in production", elasticCluster({ backupRetentionPeriod: 35 }), production),
    fault("six days", cluster({ backupRetentionPeriod: 6 })),
    fault("34 days in production", cluster({ backupRetentionPeriod: 34 }), production),
    fault("nothing said, which means one", cluster()),
    fault("an elastic cluster that says nothing", elasticCluster()),
    fault("an elastic cluster with a key of its own that says nothing", elasticCluster({ kmsKeyId: unknown })),
    notApplicable("a secondary cluster", cluster(secondary)),
    undecided("known on update", cluster({ backupRetentionPeriod: unknown })),
  ],
  "docdb-deletion-protection": [
    pass("protected", cluster({ deletionProtection: true })),
    pass("protected by Pulumi", isProtected),
    fault("not protected", cluster({ deletionProtection: false })),
    fault("nothing said", cluster()),
    undecided("known on update", cluster({ deletionProtection: unknown })),
  ],
  "docdb-final-snapshot": [
    pass("nothing said, which means taken", cluster({ finalSnapshotIdentifier: "last" })),
    pass("taken", cluster({ skipFinalSnapshot: false })),
    fault("skipped", cluster({ skipFinalSnapshot: true })),
    fault("skipped, as text", cluster({ skipFinalSnapshot: "true", finalSnapshotIdentifier: "last" })),
    undecided("known on update", cluster({ skipFinalSnapshot: unknown })),
  ],
  "docdb-managed-password": [
    pass("managed by AWS", cluster({ manageMasterUserPassword: true })),
    pass("write-only", cluster({ masterPasswordWo: unknown })),
    pass("a restore", cluster(restored)),
    pass("a secondary cluster", cluster(secondary)),
    fault("a password", cluster({ masterPassword: "x" })),
    fault("a password known on update, which state will hold", cluster({ masterPassword: unknown })),
    fault("a password on a restore", cluster({ ...restored, masterPassword: "x" })),
    fault("nothing said", cluster({ masterUsername: "admin" })),
    undecided("known on update", cluster({ manageMasterUserPassword: unknown })),
  ],
  "docdb-private": [
    pass("a group of its own", cluster({ dbSubnetGroupName: "data" })),
    pass("data subnets", [placed, subnetGroup([ref("a"), ref("b")]), subnet("a"), subnet("b")]),
    pass("data subnets in a group of RDS", [placed, subnetGroup([ref("a")], "rds"), subnet("a")]),
    pass("untagged subnets where no subnet is tagged", [placed, subnetGroup([ref("a")]), subnet("a", {})]),
    fault("no group", cluster()),
    fault("the default group", cluster({ dbSubnetGroupName: "default" })),
    fault("an application subnet", [
      placed,
      subnetGroup([ref("a"), ref("b")]),
      subnet("a"),
      subnet("b", { "hipaa:tier": "app" }),
    ]),
    fault("an untagged subnet beside tagged ones", [
      placed,
      subnetGroup([ref("a"), ref("b")]),
      subnet("a"),
      subnet("b", {}),
    ]),
    undecided("a group of another stack where subnets are tagged", [
      cluster({ dbSubnetGroupName: "shared" }),
      subnet("a"),
    ]),
    undecided("subnets known on update", [placed, subnetGroup(unknown), subnet("a")]),
  ],
};
