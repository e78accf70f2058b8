import { backupConfig, backupFault, leastBackupDays } from "../../authoring/backup-retention";
import { customerKey, mustNotBeFalse, mustNotBeTrue, required } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";

const snapshots = resourceRule("redshift-snapshots", {
  config: backupConfig,
  check: (resource) => {
    const days = leastBackupDays(resource);
    resource.expect(resource.get("automatedSnapshotRetentionPeriod").isAtLeast(days), backupFault(days));
  },
});

const finalSnapshot = resourceRule("redshift-final-snapshot", {
  check: mustNotBeTrue("skipFinalSnapshot", "deleting the cluster leaves no final snapshot"),
});

const snapshotCopyCmk = resourceRule("redshift-snapshot-copy-cmk", {
  check: (resource) => {
    const isGrant = resource.type === "aws:redshift/snapshotCopyGrant:SnapshotCopyGrant";
    const check = isGrant
      ? customerKey("kmsKeyId", "the grant is on AWS's own key instead of a customer-managed one")
      : required("snapshotCopyGrantName", "snapshots are copied without a grant on a key of the other Region");
    check(resource);
  },
});

const versionUpgrade = resourceRule("redshift-version-upgrade", {
  check: mustNotBeFalse("allowVersionUpgrade", "new versions, which bring security fixes, are not installed"),
});

/** Rules on snapshots and upgrades. */
export const continuityRules: readonly Rule[] = [snapshots, finalSnapshot, snapshotCopyCmk, versionUpgrade];
