import {
  fault,
  notApplicable,
  pass,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";
import { customerKeyArn, parameters } from "../testing/databases";

const cluster = (properties: CaseProperties = {}) => resource("aws:neptune/cluster:Cluster", properties);
const globalCluster = (properties: CaseProperties = {}) =>
  resource("aws:neptune/globalCluster:GlobalCluster", { globalClusterIdentifier: "global", ...properties });
const instance = (properties: CaseProperties = {}) =>
  resource("aws:neptune/clusterInstance:ClusterInstance", properties);
const graph = (properties: CaseProperties = {}) => resource("aws:neptunegraph/graph:Graph", properties);
const groupOf = (parameterList: unknown) =>
  resource("aws:neptune/clusterParameterGroup:ClusterParameterGroup", {
    family: "neptune1.4",
    parameters: parameterList,
  });
const group = (pairs: Readonly<Record<string, unknown>> = {}) => groupOf(parameters(pairs));
const encrypted = { storageEncrypted: true };
const production = { config: { production: true } };
const isProtected = resource("aws:neptune/cluster:Cluster", {}, { options: { protect: true } });

export const neptuneCases: ServiceCases = {
  "neptune-storage-encrypted": [
    pass("encrypted", cluster(encrypted)),
    pass("a global cluster", globalCluster(encrypted)),
    fault("not encrypted", cluster({ storageEncrypted: false })),
    fault("nothing said", cluster()),
    fault("a global cluster that says nothing", globalCluster()),
    fault("a restore that says no", cluster({ snapshotIdentifier: "s", storageEncrypted: false })),
    pass("a restore", cluster({ snapshotIdentifier: "s" })),
    pass("a member of a global cluster, whose flag decides", cluster({ globalClusterIdentifier: unknown })),
    pass("a global cluster made from a cluster", globalCluster({ sourceDbClusterIdentifier: unknown })),
    undecided("known on update", cluster({ storageEncrypted: unknown })),
  ],
  "neptune-cmk": [
    pass("a wired key", cluster({ ...encrypted, kmsKeyArn: unknown })),
    pass("a key by ARN", cluster({ ...encrypted, kmsKeyArn: customerKeyArn })),
    fault("no key", cluster(encrypted)),
    fault("AWS's own key", cluster({ ...encrypted, kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:alias/aws/rds" })),
    notApplicable("a restore, which keeps its snapshot's key", cluster({ ...encrypted, snapshotIdentifier: "s" })),
    notApplicable("not encrypted", cluster()),
    undecided("known on update", cluster({ storageEncrypted: unknown })),
  ],
  "neptune-tls-and-audit": [
    pass("nothing said, which means on", group()),
    pass("on", group({ neptune_enforce_ssl: "1" })),
    fault("off", group({ neptune_enforce_ssl: "0" })),
    fault("off, as a number", group({ neptune_enable_audit_log: "1", neptune_enforce_ssl: 0 })),
    undecided("known on update", group({ neptune_enforce_ssl: unknown })),
    undecided("parameters known on update", groupOf(unknown)),
  ],
  "neptune-audit-parameter": [
    pass("on", group({ neptune_enable_audit_log: "1" })),
    pass("on among others", group({ neptune_enforce_ssl: "0", neptune_enable_audit_log: "1" })),
    fault("off", group({ neptune_enable_audit_log: "0" })),
    fault("nothing said, which means off", group({ neptune_enforce_ssl: "1" })),
    fault("no parameters", groupOf(undefined)),
    undecided("parameters known on update", groupOf(unknown)),
  ],
  "neptune-log-exports": [
    pass("exported", cluster({ enableCloudwatchLogsExports: ["audit", "slowquery"] })),
    pass("the audit log alone", cluster({ enableCloudwatchLogsExports: ["audit"] })),
    fault("another log", cluster({ enableCloudwatchLogsExports: ["slowquery"] })),
    fault("nothing said", cluster()),
    undecided("logs known on update", cluster({ enableCloudwatchLogsExports: unknown })),
  ],
  "neptune-iam-auth": [
    pass("required", cluster({ iamDatabaseAuthenticationEnabled: true })),
    pass("required, as text", cluster({ iamDatabaseAuthenticationEnabled: "true" })),
    fault("off", cluster({ iamDatabaseAuthenticationEnabled: false })),
    fault("nothing said, which means off", cluster()),
    undecided("known on update", cluster({ iamDatabaseAuthenticationEnabled: unknown })),
  ],
  "neptune-backup-protection": [
    pass("seven days", cluster({ backupRetentionPeriod: 7 })),
    pass("35 days in production", cluster({ backupRetentionPeriod: 35 }), production),
    fault("one day", cluster({ backupRetentionPeriod: 1 })),
    fault("seven days in production", cluster({ backupRetentionPeriod: 7 }), production),
    fault("nothing said, which means one", cluster()),
    notApplicable("a replica", cluster({ replicationSourceIdentifier: unknown })),
    undecided("known on update", cluster({ backupRetentionPeriod: unknown })),
  ],
  "neptune-deletion-protection": [
    pass("protected", cluster({ deletionProtection: true })),
    pass("protected by Pulumi", isProtected),
    fault("not protected", cluster({ deletionProtection: false })),
    fault("nothing said", cluster()),
    undecided("known on update", cluster({ deletionProtection: unknown })),
  ],
  "neptune-final-snapshot": [
    pass("nothing said, which means taken", cluster()),
    pass("taken", cluster({ skipFinalSnapshot: false, finalSnapshotIdentifier: "last" })),
    fault("skipped", cluster({ skipFinalSnapshot: true })),
    undecided("known on update", cluster({ skipFinalSnapshot: unknown })),
  ],
  "neptune-not-public": [
    pass("nothing said, which means private", instance()),
    pass("private", instance({ publiclyAccessible: false })),
    fault("public", instance({ publiclyAccessible: true })),
    fault("public, as text", instance({ publiclyAccessible: "true" })),
    undecided("known on update", instance({ publiclyAccessible: unknown })),
  ],
  "neptune-graph-private": [
    pass("nothing said, which means private", graph()),
    pass("private", graph({ publicConnectivity: false })),
    fault("public", graph({ publicConnectivity: true })),
    undecided("known on update", graph({ publicConnectivity: unknown })),
  ],
  "neptune-graph-cmk": [
    pass("a wired key", graph({ kmsKeyIdentifier: unknown })),
    pass("a key by ARN", graph({ kmsKeyIdentifier: customerKeyArn })),
    fault("no key", graph()),
    fault("AWS's own keyword", graph({ kmsKeyIdentifier: "AWS_OWNED_KEY" })),
  ],
  "neptune-graph-deletion-protection": [
    pass("nothing said, which means on", graph()),
    pass("on", graph({ deletionProtection: true })),
    fault("off", graph({ deletionProtection: false })),
    undecided("known on update", graph({ deletionProtection: unknown })),
  ],
};
