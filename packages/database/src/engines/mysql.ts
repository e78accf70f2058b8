import type { ParameterRules } from "../shared/parameter-list";
import { openSourceStorage } from "../shared/storage";
import type { EngineOption, EnginePreset, NameForm } from "./preset";

const writesStatements = "would write statements with their values, which are PHI, into a log";

/**
 * TLS and logs of MySQL and MariaDB, whose parameters have the same names.
 * Sources: "Requiring SSL/TLS for all connections" in the RDS User Guide, and the manuals of both engines.
 */
const parameters: ParameterRules = {
  locked: {
    // 45 CFR 164.312(e)(1): no connection without TLS, and none older than 1.2.
    require_secure_transport: "1",
    tls_version: "TLSv1.2,TLSv1.3",
    // Both logs hold the text of statements, and the error log that of deadlocked ones: values are PHI.
    general_log: "0",
    slow_query_log: "0",
    innodb_print_all_deadlocks: "0",
    // What is logged goes to files, which are exported, and not to tables, which are not.
    log_output: "FILE",
    // A client's files are not read on behalf of the server.
    local_infile: "0",
    // 164.312(a)(2)(iii): automatic log-off after 15 minutes.
    wait_timeout: "900",
    interactive_timeout: "900",
  },
  changeable: {},
  atReboot: new Set(["tls_version"]),
  refused: [
    [/^(general_log|slow_query_log|log_slow|log_queries_not_using_indexes)/, writesStatements],
    [
      /^binlog_rows_query_log_events$|^binlog_annotate_row_events$/,
      "would write statements beside the rows they change",
    ],
    [/^(server_)?audit/, "would change the audit record"],
    [/^(ssl|tls)_/, "would change how TLS is negotiated"],
  ],
};

const databaseName: NameForm = {
  form: /^[a-z][a-z0-9_]{0,63}$/,
  words: "a lower-case letter, then up to 63 lower-case letters, digits and underscores",
  standard: "app",
  reserved: ["mysql", "sys", "information_schema", "performance_schema"],
};

const user: NameForm = {
  form: /^[a-z][a-z0-9]{0,15}$/,
  words: "a lower-case letter, then up to 15 lower-case letters and digits",
  standard: "dbadmin",
  reserved: ["rdsadmin", "rdsrepladmin", "rdsproxyadmin", "root", "mysql"],
};

const common = {
  port: 3306,
  instanceClass: "db.m7g.large",
  storage: openSourceStorage,
  logs: ["audit", "error", "iam-db-auth-error"],
  parameters,
  iamSignIn: true,
  databaseName,
  user,
} as const;

/** MySQL. 8.0 left standard support on July 31, 2026. */
export const mySql: EnginePreset = {
  ...common,
  what: "MySQL database",
  majors: ["8.4"],
  majorOf: firstTwo,
  family: (_engine, major) => `mysql${major}`,
  extendedSupport: true,
};

/** MariaDB, long-term releases. */
export const mariaDb: EnginePreset = {
  ...common,
  what: "MariaDB database",
  majors: ["11.4", "10.11", "11.8"],
  majorOf: firstTwo,
  family: (_engine, major) => `mariadb${major}`,
  extendedSupport: false,
};

/**
 * The audit plugin (45 CFR 164.312(b)): connections, schema and rights, passwords masked. Reads and writes of rows
 * hold values, so they are recorded by MariaDB as the tables they touch; MySQL's plugin has no such event.
 * Source: "MariaDB Audit Plugin support" in the RDS User Guide.
 */
export function auditPlugin(engine: "mysql" | "mariadb"): EngineOption {
  const events = ["CONNECT", "QUERY_DDL", "QUERY_DCL", ...(engine === "mariadb" ? ["TABLE"] : [])];
  return { optionName: "MARIADB_AUDIT_PLUGIN", settings: { SERVER_AUDIT_EVENTS: events.join(",") } };
}

function firstTwo(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}
