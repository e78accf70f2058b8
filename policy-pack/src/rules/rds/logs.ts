import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isProviderFilled } from "../../graph/declared";
import type { GraphResource, Reference, StackGraph } from "../../graph/stack-graph";
import { cluster, clusterInstance, instance, onlyOwnEngines } from "./databases";

/** SQL Server Express exports nothing, nor does RDS Custom, whose logs are the customer's own. */
const withoutExports = /^(sqlserver-ex$|custom-)/i;

const logExports = resourceRule("rds-log-exports", {
  check: (database) => {
    onlyOwnEngines(database);
    database.expect(
      exportsAny(database.get("enabledCloudwatchLogsExports")).or(database.get("engine").matches(withoutExports)),
      "the database exports no logs to CloudWatch Logs",
    );
  },
});

function exportsAny(list: Value): Truth {
  return list.whenKnown((raw) => (Array.isArray(raw) ? raw.length > 0 : raw !== ""));
}

/** The logs that tell who did what, by engine. */
const auditLogs: readonly (readonly [engine: RegExp, logs: readonly string[]])[] = [
  [/^(mysql|mariadb|aurora|aurora-mysql)$/i, ["audit", "error"]],
  [/^(postgres|aurora-postgresql)$/i, ["postgresql"]],
  [/^oracle-/i, ["audit", "alert", "listener"]],
  [/^sqlserver-/i, ["error"]],
];

const logExportsOfEngine = resourceRule("rds-log-exports-engine", {
  check: (database) => {
    onlyOwnEngines(database);
    const list = database.get("enabledCloudwatchLogsExports");
    const engine = database.get("engine");
    database.onlyWhen(exportsAny(list), "exports no logs, which is another rule's finding");
    database.onlyWhen(engine.matches(withoutExports).not(), "the engine exports no logs");
    database.expect(
      Truth.all(
        auditLogs.map(([pattern, logs]) =>
          Truth.any([
            engine.matches(pattern).not(),
            Truth.all(logs.map((log) => list.some((item) => item.isOneOf(log)))),
          ]),
        ),
      ),
      "the exported logs leave out the engine's audit or connection log",
    );
  },
});

/** A stack rule, because an Aurora cluster may set the interval for all its instances. */
const enhancedMonitoring = stackRule("rds-enhanced-monitoring", {
  check: (check, graph) => {
    for (const database of graph.ofType(instance, clusterInstance)) {
      const { targets, complete, path } = monitored(graph, database);
      const open = complete ? [] : [Truth.unknown(path)];
      const fine = Truth.any([...targets.map(hasFineInterval), ...open]);
      check.expect(database, fine, "enhanced monitoring is off or coarser than 60 seconds");
      if (fine.isNo) continue;
      const role = targets.map((each) => hasFineInterval(each).and(each.get("monitoringRoleArn").isGiven()));
      check.expect(
        database,
        Truth.any([fine.not(), ...role, ...open]),
        "enhanced monitoring has no role to write with",
      );
    }
  },
});

/** The resources whose interval holds for this one: itself, or the cluster of an instance that says nothing. */
function monitored(graph: StackGraph, database: GraphResource): Reference {
  const path = "clusterIdentifier";
  const own = { targets: [database], complete: true, path };
  const interval = "monitoringInterval";
  const says = !database.get(interval).isAbsent && !isProviderFilled(database, interval);
  if (database.type === instance || says) return own;
  const { targets } = graph.references(database, path, cluster);
  return { targets, complete: targets.length > 0 || database.get(path).isAbsent, path };
}

function hasFineInterval(each: GraphResource): Truth {
  const interval = each.get("monitoringInterval");
  return interval.isAtLeast(1).and(interval.isAtMost(60));
}

/** Rules on what databases record and where it goes. */
export const logRules: readonly Rule[] = [logExports, logExportsOfEngine, enhancedMonitoring];
