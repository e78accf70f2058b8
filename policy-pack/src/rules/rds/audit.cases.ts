import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { clusterParameterGroup, optionGroup, parameterGroup } from "../../testing/databases";

const audited = {
  log_connections: "1",
  log_disconnections: "1",
  shared_preload_libraries: "pg_stat_statements,pgaudit",
  "pgaudit.log": "ddl,role",
};
const aurora = (pairs: Record<string, unknown>) => clusterParameterGroup("aurora-mysql8.0", pairs);

export const auditCases: ServiceCases = {
  "rds-postgresql-audit": [
    pass("all of it", parameterGroup("postgres17", audited)),
    pass("all of it on Aurora", clusterParameterGroup("aurora-postgresql16", audited)),
    pass(
      "a list of steps, from 18 on",
      parameterGroup("postgres18", { ...audited, log_connections: "receipt,authentication" }),
    ),
    pass(
      "object auditing alone",
      parameterGroup("postgres17", { ...audited, "pgaudit.log": "none", "pgaudit.role": "rds_pgaudit" }),
    ),
    pass("an instance of Aurora, which takes the rest from its cluster", parameterGroup("aurora-postgresql16")),
    fault(
      "an instance of Aurora that switches it off",
      parameterGroup("aurora-postgresql16", { log_connections: "0" }),
    ),
    fault("connections not logged", parameterGroup("postgres17", { ...audited, log_connections: "0" })),
    fault("ends not logged", parameterGroup("postgres17", { ...audited, log_disconnections: "off" })),
    fault(
      "pgaudit not loaded",
      parameterGroup("postgres17", { ...audited, shared_preload_libraries: "pg_stat_statements" }),
    ),
    fault("pgaudit without classes", parameterGroup("postgres17", { ...audited, "pgaudit.log": "none" })),
    fault("nothing said", clusterParameterGroup("aurora-postgresql16")),
    notApplicable("MySQL", parameterGroup("mysql8.4")),
    undecided("known on update", parameterGroup("postgres17", { ...audited, "pgaudit.log": unknown })),
  ],
  "rds-mysql-audit": [
    pass("the plugin", optionGroup({ engineName: "mysql", options: [{ optionName: "MARIADB_AUDIT_PLUGIN" }] })),
    fault("another option", optionGroup({ engineName: "mariadb", options: [{ optionName: "MEMCACHED" }] })),
    fault("no options", optionGroup({ engineName: "mysql" })),
    notApplicable("an option group of Oracle", optionGroup({ engineName: "oracle-se2" })),
    undecided("options known on update", optionGroup({ engineName: "mysql", options: unknown })),
    pass("Aurora", aurora({ server_audit_logging: "1", server_audit_events: "CONNECT,QUERY_DCL" })),
    fault("Aurora without events", aurora({ server_audit_logging: "1" })),
    fault("Aurora, switched off", aurora({ server_audit_logging: "0", server_audit_events: "CONNECT" })),
    fault("Aurora, nothing said", aurora({})),
    notApplicable("a multi-AZ cluster of MySQL", clusterParameterGroup("mysql8.0")),
    undecided("Aurora, known on update", aurora({ server_audit_logging: unknown, server_audit_events: "CONNECT" })),
  ],
  "rds-option-group-audit-oracle": [
    pass("in the database", parameterGroup("oracle-se2-19", { audit_trail: "DB,EXTENDED" })),
    pass("in files", parameterGroup("oracle-ee-19", { audit_trail: "xml" })),
    fault("none", parameterGroup("oracle-ee-19", { audit_trail: "NONE" })),
    fault("nothing said", parameterGroup("oracle-ee-cdb-19")),
    notApplicable("PostgreSQL", parameterGroup("postgres17")),
    undecided(
      "parameters known on update",
      resource("aws:rds/parameterGroup:ParameterGroup", { family: "oracle-ee-19", parameters: unknown }),
    ),
  ],
};
