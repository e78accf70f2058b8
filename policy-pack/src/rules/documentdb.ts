import { backupConfig, backupFault, keepsBackups, leastBackupDays } from "../authoring/backup-retention";
import { customerKey, mustNotBeTrue } from "../authoring/conditions";
import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { parameterMeets } from "../knowledge/database-parameters";

const cluster = "aws:docdb/cluster:Cluster";
const globalCluster = "aws:docdb/globalCluster:GlobalCluster";
const subnet = "aws:ec2/subnet:Subnet";
/** Amazon DocumentDB takes subnet groups of Amazon RDS as well: they are the same thing to AWS. */
const subnetGroups = ["aws:docdb/subnetGroup:SubnetGroup", "aws:rds/subnetGroup:SubnetGroup"];

function isRestore(database: ResourceCheck): Truth {
  return Truth.any(["snapshotIdentifier", "restoreToPointInTime"].map((path) => database.get(path).isGiven()));
}

/** A member of a global cluster that follows the primary, which alone has a master user. */
function isSecondary(database: ResourceCheck): Truth {
  return Truth.all([
    database.get("globalClusterIdentifier").isGiven(),
    database.get("masterUsername").isGiven().not(),
    isRestore(database).not(),
  ]);
}

const storageEncrypted = resourceRule("docdb-storage-encrypted", {
  check: (database) => {
    const flag = database.get("storageEncrypted");
    const source = Truth.any([
      isRestore(database),
      isSecondary(database),
      database.get("sourceDbClusterIdentifier").isGiven(),
    ]);
    database.expect(
      flag.isTrue().or(flag.isGiven().not().and(source)),
      database.type === globalCluster ? "the global cluster's storage is not encrypted" : "storage is not encrypted",
    );
  },
});

const cmk = resourceRule("docdb-cmk", {
  check: (database) => {
    if (database.type === cluster) {
      database.onlyWhen(
        database.get("storageEncrypted").isTrue(),
        "has no encrypted storage, which is another rule's finding",
      );
      const keyOfSource = database
        .get("kmsKeyId")
        .isGiven()
        .not()
        .and(isRestore(database).or(isSecondary(database)));
      database.onlyWhen(keyOfSource.not(), "keeps the key of its source");
    }
    customerKey("kmsKeyId", "storage is encrypted under AWS's own key instead of a customer-managed one")(database);
  },
});

const tlsEnabled = resourceRule("docdb-tls-enabled", {
  check: (group) => {
    const on = (value: Value): Truth => value.isOneOf("enabled", "tls1.2+", "tls1.3+", "fips-140-3");
    group.expect(parameterMeets(group.get("parameters"), "tls", on, Truth.yes), "the parameter group switches TLS off");
  },
});

const auditParameter = resourceRule("docdb-audit-parameter", {
  check: (group) => {
    const audits = (value: Value): Truth => value.isGiven().and(value.isOneOf("disabled", "none").not());
    group.expect(
      parameterMeets(group.get("parameters"), "audit_logs", audits, Truth.no),
      "the parameter group leaves auditing off",
    );
  },
});

const auditExport = resourceRule("docdb-audit-and-backup", {
  check: (database) => {
    database.expect(
      database.get("enabledCloudwatchLogsExports").some((log) => log.isOneOf("audit")),
      "the audit log is not exported to CloudWatch Logs",
    );
  },
});

const backupRetention = resourceRule("docdb-backup-retention", {
  config: backupConfig,
  check: (database) => {
    database.onlyWhen(isSecondary(database).not(), "its primary is what is backed up");
    database.expect(keepsBackups(database), backupFault(leastBackupDays(database)));
  },
});

const deletionProtection = resourceRule("docdb-deletion-protection", {
  check: (database) => {
    database.expect(
      database.get("deletionProtection").isTrue().or(Truth.of(database.options.protect)),
      "the cluster can be deleted by one call",
    );
  },
});

const finalSnapshot = resourceRule("docdb-final-snapshot", {
  check: mustNotBeTrue("skipFinalSnapshot", "deleting the cluster leaves no final snapshot"),
});

const managedPassword = resourceRule("docdb-managed-password", {
  // A password input is the fault, whatever its origin: policies receive secrets unwrapped and cannot tell.
  faultsOnPresence: true,
  check: (database) => {
    const managed = Truth.any([
      database.get("manageMasterUserPassword").isTrue(),
      database.get("masterPasswordWo").isGiven(),
      isRestore(database),
      isSecondary(database),
    ]);
    database.expect(
      database.get("masterPassword").isGiven().not().and(managed),
      "the master password comes from the program and stays in state, instead of being made and rotated by AWS",
    );
  },
});

const privateSubnets = stackRule("docdb-private", {
  types: [cluster],
  check: (check, graph) => {
    const tiersInUse = graph.ofType(subnet).some((each) => !each.tag("hipaa:tier").isAbsent);
    for (const database of graph.ofType(cluster)) {
      const name = database.get("dbSubnetGroupName");
      const own = name.isUnknown ? Truth.yes : name.isGiven().and(name.isOneOf("default").not());
      check.expect(database, own, "the cluster falls to the default subnet group, which spans public subnets");
      if (tiersInUse && own.isYes) {
        check.expect(database, liesInDataTier(graph, database), "the cluster lies in subnets outside the data tier");
      }
    }
  },
});

/** Whether all subnets of the cluster's group are tagged as data tier; unknown where they are declared elsewhere. */
function liesInDataTier(graph: StackGraph, database: GraphResource): Truth {
  const groups = graph.references(database, "dbSubnetGroupName", ...subnetGroups).targets;
  if (groups.length === 0) return Truth.unknown("dbSubnetGroupName");
  return Truth.all(
    groups.flatMap((group) => {
      const { targets, complete } = graph.references(group, "subnetIds", subnet);
      const tagged = targets.map((each) => each.tag("hipaa:tier").isOneOf("data"));
      return targets.length > 0 && complete ? tagged : [...tagged, Truth.unknown("subnetIds")];
    }),
  );
}

/** Rules on Amazon DocumentDB. */
export const documentdbRules: readonly Rule[] = [
  storageEncrypted,
  cmk,
  tlsEnabled,
  auditParameter,
  auditExport,
  backupRetention,
  deletionProtection,
  finalSnapshot,
  managedPassword,
  privateSubnets,
];
