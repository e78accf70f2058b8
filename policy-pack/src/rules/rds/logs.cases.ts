import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cluster, clusterInstance, instance } from "../../testing/databases";

const exporting = (engine: unknown, ...logs: unknown[]) => instance({ engine, enabledCloudwatchLogsExports: logs });
const monitored = { monitoringInterval: 60, monitoringRoleArn: unknown };
const ofCluster = (properties: Record<string, unknown> = {}) =>
  clusterInstance({ clusterIdentifier: ref("cluster"), ...properties });

export const logCases: ServiceCases = {
  "rds-log-exports": [
    pass("one log", exporting("postgres", "postgresql")),
    pass("a log known on update", exporting("postgres", unknown)),
    fault("no list", instance({ engine: "postgres" })),
    fault("an empty list", cluster({ engine: "aurora-mysql", enabledCloudwatchLogsExports: [] })),
    fault("a replica without a list", instance({ replicateSourceDb: "primary" })),
    pass("SQL Server Express, which exports nothing", instance({ engine: "sqlserver-ex" })),
    pass("RDS Custom, which exports nothing", instance({ engine: "custom-oracle-ee" })),
    notApplicable("a DocumentDB cluster", cluster({ engine: "docdb" })),
    undecided("a list known on update", instance({ engine: "postgres", enabledCloudwatchLogsExports: unknown })),
    undecided("an engine known on update, without a list", instance({ engine: unknown })),
  ],
  "rds-log-exports-engine": [
    pass("PostgreSQL", exporting("postgres", "postgresql", "upgrade")),
    pass("Aurora PostgreSQL", cluster({ engine: "aurora-postgresql", enabledCloudwatchLogsExports: ["postgresql"] })),
    pass("MySQL", exporting("mysql", "error", "audit")),
    pass("Oracle", exporting("oracle-se2", "alert", "audit", "listener")),
    pass("SQL Server", exporting("sqlserver-se", "error")),
    fault("PostgreSQL without its log", exporting("postgres", "upgrade")),
    fault("MySQL without its audit log", exporting("mysql", "error", "slowquery")),
    fault("MariaDB without its error log", exporting("mariadb", "audit")),
    fault(
      "Aurora MySQL with the general log only",
      cluster({ engine: "aurora-mysql", enabledCloudwatchLogsExports: ["general"] }),
    ),
    fault("Oracle without its listener log", exporting("oracle-ee", "alert", "audit")),
    fault("SQL Server without its error log", exporting("sqlserver-ee", "agent")),
    pass("another engine", exporting("db2-se", "diag.log")),
    notApplicable("no list", instance({ engine: "postgres" })),
    notApplicable("SQL Server Express", exporting("sqlserver-ex", "agent")),
    undecided("a log known on update", exporting("mysql", "audit", unknown)),
    undecided("an engine known on update", exporting(unknown, "audit")),
  ],
  "rds-enhanced-monitoring": [
    pass("60 seconds with a role", instance(monitored)),
    pass("one second", clusterInstance({ monitoringInterval: 1, monitoringRoleArn: "arn" })),
    fault("off", instance({ monitoringInterval: 0 })),
    fault("nothing said", instance({})),
    fault("too coarse", instance({ monitoringInterval: 300, monitoringRoleArn: unknown })),
    fault("no role", instance({ monitoringInterval: 60 })),
    pass("set by the cluster", [ofCluster(), cluster(monitored, "cluster")]),
    fault("the cluster says nothing either", [ofCluster(), cluster({}, "cluster")]),
    fault("off though the cluster sets it", [ofCluster({ monitoringInterval: 0 }), cluster(monitored, "cluster")]),
    fault("set by a cluster without a role", [ofCluster(), cluster({ monitoringInterval: 30 }, "cluster")]),
    pass("set by the cluster, while AWS reports a default of the instance", [
      ofCluster(),
      cluster(monitored, "cluster"),
      resource("aws:ssm/parameter:Parameter", { value: ref("subject", "monitoringInterval") }, { name: "reader" }),
    ]),
    undecided("a cluster of another stack", clusterInstance({ clusterIdentifier: "elsewhere" })),
    undecided("an interval known on update", instance({ monitoringInterval: unknown, monitoringRoleArn: "arn" })),
  ],
};
