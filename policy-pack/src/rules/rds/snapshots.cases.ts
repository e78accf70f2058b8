import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { awsKey, customerKeyArn } from "../../testing/databases";

type Properties = Record<string, unknown>;
const snapshot = (properties: Properties) => resource("aws:rds/snapshot:Snapshot", properties);
const clusterSnapshot = (properties: Properties) => resource("aws:rds/clusterSnapshot:ClusterSnapshot", properties);
const copy = (properties: Properties) => resource("aws:rds/snapshotCopy:SnapshotCopy", properties);
const clusterCopy = (properties: Properties) => resource("aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy", properties);
const task = (properties: Properties) => resource("aws:rds/exportTask:ExportTask", properties);
const replication = (properties: Properties) =>
  resource("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", properties);
const approved = { config: { hipaaAccountIds: ["111122223333"] } };
const elsewhere = "arn:aws:rds:us-west-2:111122223333:snapshot:nightly";

export const snapshotCases: ServiceCases = {
  "rds-snapshot-not-shared": [
    pass("not shared", snapshot({})),
    pass("shared with one account", snapshot({ sharedAccounts: ["111122223333"] })),
    pass("shared with an approved account", clusterSnapshot({ sharedAccounts: ["111122223333"] }), approved),
    fault("public", snapshot({ sharedAccounts: ["all"] })),
    fault("a public copy", copy({ sharedAccounts: ["111122223333", "ALL"] })),
    fault("a public snapshot of a cluster", clusterSnapshot({ sharedAccounts: ["all"] })),
    fault("a public copy of a cluster's", clusterCopy({ sharedAccounts: ["all", unknown] }), approved),
    fault("shared with a stranger", snapshot({ sharedAccounts: ["999988887777"] }), approved),
    undecided("an account known on update", snapshot({ sharedAccounts: [unknown] })),
    undecided("accounts known on update", clusterCopy({ sharedAccounts: unknown }), approved),
  ],
  "rds-snapshot-copy-cmk": [
    pass("a wired key", copy({ destinationRegion: "us-west-2", kmsKeyId: unknown })),
    pass("a copy in the Region", copy({ sourceDbSnapshotIdentifier: "nightly" })),
    pass("a copy in the Region, by ARN", copy({ sourceDbSnapshotIdentifier: elsewhere, region: "us-west-2" })),
    fault("a copy to another Region", clusterCopy({ destinationRegion: "us-west-2" })),
    fault("a copy from another Region", copy({ sourceDbSnapshotIdentifier: elsewhere, region: "us-east-1" })),
    fault(
      "a copy of a cluster's from another Region",
      clusterCopy({ sourceDbClusterSnapshotIdentifier: elsewhere, region: "us-east-1" }),
    ),
    fault("AWS's own key", copy({ sourceDbSnapshotIdentifier: "nightly", kmsKeyId: awsKey })),
    undecided("a source known on update", copy({ sourceDbSnapshotIdentifier: unknown, region: "us-east-1" })),
  ],
  "rds-export-encrypted": [
    pass("a wired key", task({ kmsKeyId: unknown })),
    pass("a key by ARN", task({ kmsKeyId: customerKeyArn })),
    fault("AWS's own key", task({ kmsKeyId: "alias/aws/s3" })),
    fault("no key", task({})),
  ],
  "rds-replicated-backup-cmk": [
    pass("a wired key", replication({ kmsKeyId: unknown })),
    pass("a key by ARN", replication({ kmsKeyId: customerKeyArn, retentionPeriod: 14 })),
    fault("AWS's own key", replication({ kmsKeyId: awsKey })),
    fault("no key", replication({ sourceDbInstanceArn: unknown })),
  ],
};
