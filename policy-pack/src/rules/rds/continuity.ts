import { backupConfig, backupFault, keepsBackups, leastBackupDays } from "../../authoring/backup-retention";
import { mustBeTrue, mustNotBeFalse } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource } from "../../graph/stack-graph";
import { cluster, clusterInstance, isReplica, isSecondary, isServerless, onlyOwnEngines } from "./databases";

const backupRetention = resourceRule("rds-backup-retention", {
  config: {
    ...backupConfig,
    rdsBackupDays: {
      type: "integer",
      description: "Least number of days; 0 means 7, or 35 in production.",
      default: 0,
      minimum: 0,
      maximum: 35,
    },
  },
  check: (database) => {
    onlyOwnEngines(database);
    database.onlyWhen(isReplica(database).or(isSecondary(database)).not(), "its source is what is backed up");
    const days = database.setting<number>("rdsBackupDays") || leastBackupDays(database);
    database.expect(keepsBackups(database, days), backupFault(days));
  },
});

const keepAutomatedBackups = resourceRule("rds-keep-automated-backups", {
  config: backupConfig,
  check: (database) => {
    onlyOwnEngines(database);
    database.onlyWhen(Truth.of(database.setting<boolean>("production")), "the stack is not configured as production");
    database.onlyWhen(isReplica(database).not(), "its source is what is backed up");
    database.expect(
      database.get("deleteAutomatedBackups").isFalse(),
      "automated backups are deleted together with the database",
    );
  },
});

const deletionProtection = resourceRule("rds-deletion-protection", {
  check: (database) => {
    onlyOwnEngines(database);
    database.onlyWhen(database.mayHoldPhi(), "is tagged as holding no PHI");
    database.onlyWhen(isReplica(database).not(), "its source is what is protected");
    database.expect(
      database.get("deletionProtection").isTrue().or(Truth.of(database.options.protect)),
      "the database can be deleted by one call",
    );
  },
});

const finalSnapshot = resourceRule("rds-final-snapshot", {
  check: (database) => {
    onlyOwnEngines(database);
    database.onlyWhen(isReplica(database).not(), "a replica cannot leave a final snapshot");
    const skipped = database.get("skipFinalSnapshot").isTrue();
    database.expect(skipped.not(), "deleting the database leaves no final snapshot");
    // Where the snapshot is skipped for certain, its name is no second finding.
    database.expect(
      skipped.or(database.get("finalSnapshotIdentifier").isGiven()),
      "the final snapshot has no name, so deleting the database fails",
    );
  },
});

const multiAz = resourceRule("rds-multi-az", {
  check: (database) => {
    onlyOwnEngines(database);
    database.onlyWhen(isReplica(database).not(), "a replica is not what production relies on");
    database.expect(database.get("multiAz").isTrue(), "the instance has no standby in a second zone");
  },
});

const auroraMultiAz = stackRule("aurora-multi-az", {
  types: [cluster],
  check: (check, graph) => {
    const open = graph.unresolvedReferrers(clusterInstance, "clusterIdentifier", cluster).length > 0;
    for (const candidate of graph.ofType(cluster)) {
      const judged = isProvisionedAurora(candidate);
      if (judged.isNo) continue;
      const members = graph.referrers(candidate, clusterInstance, "clusterIdentifier");
      const answer = members.length >= 2 ? inSeveralZones(members) : open ? Truth.unknown("clusterMembers") : Truth.no;
      check.expect(candidate, judged.not().or(answer), "the cluster has fewer than two instances in different zones");
    }
  },
});

/** Aurora with instances of its own: neither Serverless v1 nor Limitless nor a Multi-AZ DB cluster. */
function isProvisionedAurora(candidate: GraphResource): Truth {
  return Truth.all([
    candidate.get("engine").matches(/^aurora/i),
    isServerless(candidate).not(),
    candidate.get("clusterScalabilityType").isOneOf("limitless").not(),
  ]);
}

/** No only when every instance is pinned to the same zone: Aurora spreads what is not pinned. */
function inSeveralZones(members: readonly GraphResource[]): Truth {
  const zones = members.map((member) => member.get("availabilityZone"));
  const known = zones.filter(({ isKnown }) => isKnown);
  const distinct = new Set(known.map(({ text }) => text)).size;
  if (distinct > 1 || zones.some(({ isAbsent }) => isAbsent)) return Truth.yes;
  const open = zones.filter(({ isUnknown }) => isUnknown);
  return open.length > 0 ? Truth.unknown(...open.map(({ path }) => path)) : Truth.no;
}

const minorVersionUpgrade = resourceRule("rds-minor-version-upgrade", {
  check: mustNotBeFalse("autoMinorVersionUpgrade", "minor versions, which bring security fixes, are not installed"),
});

const copyTagsToSnapshot = resourceRule("rds-copy-tags-to-snapshot", {
  check: (database) => {
    onlyOwnEngines(database);
    mustBeTrue("copyTagsToSnapshot", "snapshots do not carry the database's tags")(database);
  },
});

/** Rules on backups, protection, zones and upgrades. */
export const continuityRules: readonly Rule[] = [
  backupRetention,
  keepAutomatedBackups,
  deletionProtection,
  finalSnapshot,
  multiAz,
  auroraMultiAz,
  minorVersionUpgrade,
  copyTagsToSnapshot,
];
