import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { PostgresMajorVersion } from "./postgres-version";
import {
  parameterList,
  type AddedParameter,
  type ParameterRules,
  type ParameterSetting,
} from "./shared/parameter-list";

const appliedAtReboot = new Set(["rds.force_ssl", "rds.restrict_password_commands", "shared_preload_libraries"]);

/**
 * The parameters that no argument changes: TLS, authentication, audit, automatic log-off, and what keeps PHI out of
 * the log. Sources: RDS for PostgreSQL parameters (RDS User Guide), the PostgreSQL and the pgaudit manuals.
 */
export function lockedParameters(
  major: PostgresMajorVersion,
  preloadLibraries: readonly string[],
): Readonly<Record<string, string>> {
  return {
    // 45 CFR 164.312(e)(1): no connection without TLS, and none older than 1.2.
    "rds.force_ssl": "1",
    ssl_min_protocol_version: "TLSv1.2",
    // 164.312(d): SCRAM alone, and only members of rds_password change passwords.
    password_encryption: "scram-sha-256",
    "rds.accepted_password_auth_method": "scram",
    "rds.restrict_password_commands": "1",
    // 164.312(b): who connected and who changed roles and schema. Reads and writes of PHI tables are audited per table
    // through the role rds_pgaudit; auditing every read and write would drown the record.
    shared_preload_libraries: ["pg_stat_statements", "pgaudit", ...preloadLibraries].join(","),
    "pgaudit.log": "ddl,role",
    "pgaudit.role": "rds_pgaudit",
    "pgaudit.log_catalog": "0",
    "pgaudit.log_relation": "1",
    "pgaudit.log_statement_once": "1",
    log_connections: major.logConnections,
    log_disconnections: "1",
    "rds.force_admin_logging_level": "log",
    "rds.log_retention_period": "10080",
    // Values of statements are PHI, in parameters as well as in literals, so the log holds neither. pgaudit records
    // schema and role changes with passwords redacted; log_statement would write them a second time, in clear.
    "pgaudit.log_parameter": "0",
    log_statement: "none",
    log_min_duration_statement: "-1",
    log_min_error_statement: "panic",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    // The DETAIL of a violated constraint quotes the row.
    log_error_verbosity: "terse",
    // 164.312(a)(2)(iii): automatic log-off after 15 minutes.
    idle_session_timeout: "900000",
  };
}

/** The parameters that a user may set otherwise: they steer load and operation, not safeguards. */
export const changeableParameters: Readonly<Record<string, string>> = {
  statement_timeout: "30000",
  idle_in_transaction_session_timeout: "60000",
  log_lock_waits: "1",
  log_checkpoints: "1",
  log_temp_files: "10240",
};

const writesStatements = "would write statements with their values, which are PHI, into the log";

// What a user may not add, by pattern, with the reason. The locked names are refused by name.
const refusedParameters: readonly (readonly [RegExp, string])[] = [
  [/^auto_explain\./, writesStatements],
  [/^debug_print_/, writesStatements],
  [/^log_(min_duration_sample|statement_sample_rate|transaction_sample_rate|statement_stats)$/, writesStatements],
  [/^pgaudit\./, "would change the audit record"],
  [/^(session|local)_preload_libraries$/, "would load libraries past preloadLibraries"],
  [/^ssl/, "would change how TLS is negotiated"],
];

const librariesThatLogStatements = new Set(["auto_explain", "pg_stat_monitor"]);

/** Refuses libraries that write statements with their values, and the two that are always loaded. */
export function checkPreloadLibraries(checks: ArgumentChecks, libraries: readonly string[]): void {
  libraries.forEach((library, index) => {
    checks.matches(`preloadLibraries[${index}]`, library, /^[a-z][a-z0-9_]*$/, "the name of a library");
    if (librariesThatLogStatements.has(library))
      checks.fail(`preloadLibraries[${index}]`, `is "${library}", which ${writesStatements}`, "Leave it out");
  });
  checks.unique("preloadLibraries", ["pg_stat_statements", "pgaudit", ...libraries]);
}

/** The rules of PostgreSQL, with its locked parameters and the ones to change. */
export function postgresRules(
  locked: Readonly<Record<string, string>>,
  changeable: Readonly<Record<string, string>> = changeableParameters,
): ParameterRules {
  const instead = { shared_preload_libraries: "preloadLibraries" };
  return { locked, changeable, atReboot: appliedAtReboot, refused: refusedParameters, instead };
}

/**
 * The parameters of an instance's group.
 *
 * @throws ArgumentError for a name that is locked, refused or given twice.
 */
export function mergeParameters(
  checks: ArgumentChecks,
  locked: Readonly<Record<string, string>>,
  added: readonly AddedParameter[],
): ParameterSetting[] {
  return parameterList(checks, "parameters", postgresRules(locked), added);
}
