import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { awsKey, cluster, clusterInstance, customerKeyArn, globalCluster, instance } from "../../testing/databases";

const here = { region: "us-east-1" };
const sourceHere = { replicateSourceDb: "arn:aws:rds:us-east-1:111122223333:db:primary" };
const sourceElsewhere = { replicateSourceDb: "arn:aws:rds:us-west-2:111122223333:db:primary" };
const stream = (properties: Record<string, unknown>) =>
  resource("aws:rds/clusterActivityStream:ClusterActivityStream", properties);

export const encryptionCases: ServiceCases = {
  "rds-storage-encrypted": [
    pass("an encrypted instance", instance({ engine: "postgres", storageEncrypted: true })),
    pass("the flag as text", instance({ engine: "postgres", storageEncrypted: "true" })),
    fault("an instance that says no", instance({ engine: "postgres", storageEncrypted: false })),
    fault("an instance that says nothing", instance({ engine: "postgres" })),
    fault("a key without the flag", instance({ engine: "postgres", kmsKeyId: customerKeyArn })),
    fault("a provisioned cluster that says nothing", cluster({ engine: "aurora-postgresql" })),
    fault("a multi-AZ cluster that says nothing", cluster({ engine: "postgres" })),
    pass("a serverless v1 cluster, which is always encrypted", cluster({ engineMode: "serverless" })),
    pass("an instance restored from a snapshot", instance({ snapshotIdentifier: "rds:nightly" })),
    pass("a cluster restored to a point in time", cluster({ restoreToPointInTime: { useLatestRestorableTime: true } })),
    fault(
      "an instance restored from a snapshot that says no",
      instance({ snapshotIdentifier: "s", storageEncrypted: false }),
    ),
    pass("a replica in the Region, by name", instance({ replicateSourceDb: "primary" })),
    pass("a replica in the Region, by ARN", instance({ ...here, ...sourceHere })),
    fault("a replica of another Region without a key", instance({ ...here, ...sourceElsewhere })),
    pass("a replica of another Region with a key", instance({ ...here, ...sourceElsewhere, kmsKeyId: unknown })),
    undecided(
      "a replica whose source is known on update",
      [instance({ replicateSourceDb: ref("primary", "identifier") }), instance({ storageEncrypted: true }, "primary")],
      { afterUpdate: "pass" },
    ),
    undecided("a flag known on update", instance({ engine: "postgres", storageEncrypted: unknown })),
    undecided("an engine mode known on update", cluster({ engine: "aurora-mysql", engineMode: unknown })),
    fault("a global cluster that says nothing", globalCluster({ engine: "aurora-postgresql" })),
    pass("a global cluster made from a cluster", globalCluster({ sourceDbClusterIdentifier: unknown })),
    notApplicable("a DocumentDB cluster", cluster({ engine: "docdb" })),
  ],
  "rds-cmk": [
    pass("a wired key", instance({ storageEncrypted: true, kmsKeyId: unknown })),
    pass("a key by ARN", cluster({ engine: "aurora-mysql", storageEncrypted: true, kmsKeyId: customerKeyArn })),
    fault("no key", instance({ engine: "mysql", storageEncrypted: true })),
    fault("AWS's own key", instance({ storageEncrypted: true, kmsKeyId: awsKey })),
    fault(
      "AWS's own key on a restore",
      instance({ storageEncrypted: true, snapshotIdentifier: "s", kmsKeyId: awsKey }),
    ),
    fault("a serverless v1 cluster without a key", cluster({ engineMode: "serverless" })),
    pass("a restore, which keeps its source's key", instance({ storageEncrypted: true, snapshotIdentifier: "s" })),
    pass("a replica in the Region", instance({ storageEncrypted: true, replicateSourceDb: "primary" })),
    pass("a secondary cluster", cluster({ storageEncrypted: true, globalClusterIdentifier: unknown })),
    fault(
      "the primary of a global cluster",
      cluster({ storageEncrypted: true, globalClusterIdentifier: unknown, masterUsername: "admin" }),
    ),
    notApplicable("unencrypted storage", instance({ engine: "mysql" })),
    notApplicable("a Neptune cluster", cluster({ engine: "neptune", storageEncrypted: true })),
    undecided("a flag known on update", instance({ engine: "mysql", storageEncrypted: unknown })),
  ],
  "rds-performance-insights-encrypted": [
    pass("a key", instance({ performanceInsightsEnabled: true, performanceInsightsKmsKeyId: unknown })),
    fault("no key", clusterInstance({ performanceInsightsEnabled: true })),
    fault("AWS's own key", cluster({ performanceInsightsEnabled: true, performanceInsightsKmsKeyId: awsKey })),
    notApplicable("switched off", instance({ performanceInsightsEnabled: false })),
    notApplicable("nothing said, which means off", instance({})),
    undecided("known on update", instance({ performanceInsightsEnabled: unknown })),
    fault("no key of an instance", instance({ performanceInsightsEnabled: true })),
  ],
  "rds-activity-stream-cmk": [
    pass("a wired key", stream({ kmsKeyId: unknown, mode: "async" })),
    pass("a key by ARN", stream({ kmsKeyId: customerKeyArn })),
    fault("AWS's own key", stream({ kmsKeyId: awsKey })),
    fault("no key", stream({ mode: "sync" })),
  ],
};
