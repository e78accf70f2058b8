import { backupConfig, backupFault, keepsBackups, leastBackupDays } from "../authoring/backup-retention";
import { customerKey, mustBeTrue, mustNotBeFalse, mustNotBeTrue } from "../authoring/conditions";
import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { isOn, parameterMeets } from "../knowledge/database-parameters";

const globalCluster = "aws:neptune/globalCluster:GlobalCluster";

/**
 * What decides where nothing is said of encryption: the snapshot of a restore, the cluster that a global cluster is made
 * from, or the global cluster, whose own flag is judged and which takes no member that differs from it.
 */
function hasSource(database: ResourceCheck): Truth {
  const sources = ["snapshotIdentifier", "globalClusterIdentifier", "sourceDbClusterIdentifier"];
  return Truth.any(sources.map((path) => givenSource(database, path)));
}

// A global cluster names itself by the same input that its members name it by.
function givenSource(database: ResourceCheck, path: string): Truth {
  if (database.type === globalCluster && path === "globalClusterIdentifier") return Truth.no;
  return database.get(path).isGiven();
}

const storageEncrypted = resourceRule("neptune-storage-encrypted", {
  check: (database) => {
    const flag = database.get("storageEncrypted");
    database.expect(
      flag.isTrue().or(flag.isGiven().not().and(hasSource(database))),
      database.type === globalCluster ? "the global cluster's storage is not encrypted" : "storage is not encrypted",
    );
  },
});

const cmk = resourceRule("neptune-cmk", {
  check: (database) => {
    database.onlyWhen(
      database.get("storageEncrypted").isTrue(),
      "has no encrypted storage, which is another rule's finding",
    );
    const keyOfSource = database.get("kmsKeyArn").isGiven().not().and(database.get("snapshotIdentifier").isGiven());
    database.onlyWhen(keyOfSource.not(), "keeps the key of its snapshot");
    customerKey("kmsKeyArn", "storage is encrypted under AWS's own key instead of a customer-managed one")(database);
  },
});

const tls = resourceRule("neptune-tls-and-audit", {
  check: (group) => {
    group.expect(
      parameterMeets(group.get("parameters"), "neptune_enforce_ssl", isOn, Truth.yes),
      "the parameter group lets clients connect without TLS",
    );
  },
});

const auditParameter = resourceRule("neptune-audit-parameter", {
  check: (group) => {
    group.expect(
      parameterMeets(group.get("parameters"), "neptune_enable_audit_log", isOn, Truth.no),
      "the parameter group leaves the audit log off",
    );
  },
});

const logExports = resourceRule("neptune-log-exports", {
  check: (database) => {
    database.expect(
      database.get("enableCloudwatchLogsExports").some((log) => log.isOneOf("audit")),
      "the audit log is not exported to CloudWatch Logs",
    );
  },
});

const iamAuth = resourceRule("neptune-iam-auth", {
  check: mustBeTrue("iamDatabaseAuthenticationEnabled", "every client of the network is let in without IAM"),
});

const backups = resourceRule("neptune-backup-protection", {
  config: backupConfig,
  check: (database) => {
    database.onlyWhen(database.get("replicationSourceIdentifier").isGiven().not(), "its source is what is backed up");
    database.expect(keepsBackups(database), backupFault(leastBackupDays(database)));
  },
});

const deletionProtection = resourceRule("neptune-deletion-protection", {
  check: (database) => {
    database.expect(
      database.get("deletionProtection").isTrue().or(Truth.of(database.options.protect)),
      "the cluster can be deleted by one call",
    );
  },
});

const finalSnapshot = resourceRule("neptune-final-snapshot", {
  check: mustNotBeTrue("skipFinalSnapshot", "deleting the cluster leaves no final snapshot"),
});

const notPublic = resourceRule("neptune-not-public", {
  check: mustNotBeTrue("publiclyAccessible", "the instance can be given a public address"),
});

const graphPrivate = resourceRule("neptune-graph-private", {
  check: mustNotBeTrue("publicConnectivity", "the graph can be reached from the internet"),
});

const graphCmk = resourceRule("neptune-graph-cmk", {
  check: customerKey(
    "kmsKeyIdentifier",
    "the graph is encrypted under AWS's own key instead of a customer-managed one",
  ),
});

const graphDeletionProtection = resourceRule("neptune-graph-deletion-protection", {
  check: mustNotBeFalse("deletionProtection", "the graph can be deleted by one call"),
});

/** Rules on Amazon Neptune and Neptune Analytics. */
export const neptuneRules: readonly Rule[] = [
  storageEncrypted,
  cmk,
  tls,
  auditParameter,
  logExports,
  iamAuth,
  backups,
  deletionProtection,
  finalSnapshot,
  notPublic,
  graphPrivate,
  graphCmk,
  graphDeletionProtection,
];
