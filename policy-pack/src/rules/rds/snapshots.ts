import { customerKey } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isCustomerKey } from "../../knowledge/customer-key";
import { isOfAnotherRegion } from "./databases";

const notShared = resourceRule("rds-snapshot-not-shared", {
  // Cluster snapshots are shared by the same input since @pulumi/aws 7.
  types: [
    "aws:rds/snapshot:Snapshot",
    "aws:rds/snapshotCopy:SnapshotCopy",
    "aws:rds/clusterSnapshot:ClusterSnapshot",
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
  ],
  config: {
    hipaaAccountIds: {
      type: "array",
      items: { type: "string" },
      description: "The accounts that snapshots may be shared with; when empty, any single account.",
      default: [],
    },
  },
  check: (snapshot) => {
    const approved = snapshot.setting<readonly string[]>("hipaaAccountIds");
    const accounts = snapshot.get("sharedAccounts");
    const everyone = accounts.some((account) => account.isOneOf("all"));
    snapshot.expect(everyone.not(), "the snapshot is shared with everyone");
    if (approved.length === 0 || everyone.isYes) return;
    snapshot.expect(
      accounts.every((account) => account.isOneOf(...approved)),
      "the snapshot is shared with an account that is not approved",
    );
  },
});

const copyCmk = resourceRule("rds-snapshot-copy-cmk", {
  check: (copy) => {
    const key = copy.get("kmsKeyId");
    const sources = ["sourceDbSnapshotIdentifier", "sourceDbClusterSnapshotIdentifier"];
    const crossesRegion = Truth.any([
      copy.get("destinationRegion").isGiven(),
      ...sources.map((path) => isOfAnotherRegion(copy.get(path), copy.get("region"))),
    ]);
    copy.expect(
      isCustomerKey(key).or(key.isGiven().not().and(crossesRegion.not())),
      "the copy of the snapshot names no customer-managed key of the Region it goes to",
    );
  },
});

const exportEncrypted = resourceRule("rds-export-encrypted", {
  check: customerKey("kmsKeyId", "the export to Amazon S3 is encrypted under AWS's own key"),
});

const replicatedBackupCmk = resourceRule("rds-replicated-backup-cmk", {
  check: customerKey("kmsKeyId", "the replicated backups are encrypted under AWS's own key"),
});

/** Rules on snapshots, their copies and exports. */
export const snapshotRules: readonly Rule[] = [notShared, copyCmk, exportEncrypted, replicatedBackupCmk];
