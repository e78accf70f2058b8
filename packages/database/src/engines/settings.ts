import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { checkNames, checkRequired } from "../shared/names";
import { parameterList, type ParameterSetting } from "../shared/parameter-list";
import { storageOf, type StorageSettings } from "../shared/storage";
import { DatabaseInsights } from "../shared/types";
import { checkWindows } from "../shared/windows";
import { DatabaseInstanceEngine, DatabaseInstanceOracleEncryption, type DatabaseInstanceArgs } from "./args";
import { auditPlugin, mariaDb, mySql } from "./mysql";
import { oracle, oracleSettings, oracleTlsPort } from "./oracle";
import type { EngineOption, EnginePreset, NameForm } from "./preset";
import { checkSqlServer, sqlServer } from "./sql-server";

const presets: Readonly<Record<DatabaseInstanceEngine, EnginePreset>> = {
  [DatabaseInstanceEngine.MySql]: mySql,
  [DatabaseInstanceEngine.MariaDb]: mariaDb,
  [DatabaseInstanceEngine.OracleEnterprise]: oracle,
  [DatabaseInstanceEngine.OracleStandardTwo]: oracle,
  [DatabaseInstanceEngine.SqlServerEnterprise]: sqlServer,
  [DatabaseInstanceEngine.SqlServerStandard]: sqlServer,
  [DatabaseInstanceEngine.SqlServerWeb]: sqlServer,
};

/** The plain arguments after checks and defaults. */
export interface EngineSettings extends StorageSettings {
  preset: EnginePreset;
  engineVersion: string;
  major: string;
  family: string;
  /** The port that clients use. */
  clientPort: number;
  options: EngineOption[];
  license?: string;
  /** Prefix of SQL Server's audit files. */
  auditPrefix?: string;
  parameters: ParameterSetting[];
  multiAz: boolean;
  insights: DatabaseInsights;
  backupRetentionDays: number;
  backupWindow: string;
  maintenanceWindow: string;
  deletionProtection: boolean;
  databaseName?: string;
  masterUsername: string;
}

/**
 * Checks the arguments and fills in the defaults.
 *
 * @throws ArgumentError for the first argument that AWS would refuse or that would weaken a safeguard.
 */
export function engineSettingsOf(name: string, args: DatabaseInstanceArgs): EngineSettings {
  const checks = checksFor("DatabaseInstance", name);
  const { engine, network, key, logsKey, secretsKey } = args;
  checkRequired(checks, { engine, network, key, logsKey, secretsKey });
  checks.oneOf("engine", engine, Object.values(DatabaseInstanceEngine));
  checkNames(checks, name, args.identifier);
  const preset = presets[engine];
  const engineVersion = args.engineVersion ?? preset.majors[0] ?? "";
  const major = majorOf(checks, preset, engineVersion);
  const multiAz = args.multiAz ?? true;
  const backupWindow = args.backupWindow ?? "06:00-07:00";
  const maintenanceWindow = args.maintenanceWindow ?? "sun:08:00-sun:09:00";
  checkWindows(checks, backupWindow, maintenanceWindow);
  return {
    preset,
    engineVersion,
    major,
    family: preset.family(engine, major),
    ...ofEngine(checks, args, preset, major, multiAz),
    parameters: parameterList(checks, "parameters", preset.parameters, args.parameters ?? []),
    ...storageOf(checks, args, preset.storage),
    multiAz,
    insights: checks.oneOf("insights", args.insights ?? DatabaseInsights.Standard, Object.values(DatabaseInsights)),
    backupRetentionDays: checks.integer("backupRetentionDays", args.backupRetentionDays ?? 35, 7, 35),
    backupWindow,
    maintenanceWindow,
    deletionProtection: args.deletionProtection ?? true,
    databaseName: databaseName(checks, args, preset),
    masterUsername: nameOf(checks, "masterUsername", args.masterUsername, preset.user),
  };
}

function majorOf(checks: ArgumentChecks, preset: EnginePreset, version: string): string {
  checks.matches("engineVersion", version, /^\d+[\w.-]*$/, `a version such as "${preset.majors[0] ?? ""}"`);
  const major = preset.majorOf(version);
  if (preset.majors.includes(major)) return major;
  const known = preset.majors.join(", ");
  return checks.fail("engineVersion", `is "${version}", whose parameters are not known`, `Use one of ${known}`);
}

/** What differs in kind: options, port, license, and arguments that only one engine has. */
function ofEngine(
  checks: ArgumentChecks,
  args: DatabaseInstanceArgs,
  preset: EnginePreset,
  major: string,
  multiAz: boolean,
): Pick<EngineSettings, "clientPort" | "options" | "license" | "auditPrefix"> {
  const { engine } = args;
  for (const [argument, owner] of [["oracle", oracle] as const, ["sqlServer", sqlServer] as const])
    if (args[argument] !== undefined && preset !== owner)
      checks.fail(`engine and ${argument}`, `do not fit: the engine is ${engine}`, `Leave ${argument} out`);
  if (preset === oracle) {
    const { encryption, license, options } = oracleSettings(checks, engine, args.oracle ?? {});
    const isTls = encryption === DatabaseInstanceOracleEncryption.Tls;
    return { clientPort: isTls ? oracleTlsPort : preset.port, options, license };
  }
  if (preset === sqlServer) {
    const auditPrefix = checkSqlServer(checks, engine, major, multiAz, args.sqlServer);
    const second = { optionName: "TRANSPARENT_DATA_ENCRYPTION", settings: {} };
    return {
      clientPort: preset.port,
      // The audit option needs the role, and is added where that is made.
      options: args.sqlServer?.transparentDataEncryption ? [second] : [],
      license: "license-included",
      auditPrefix,
    };
  }
  const plugin = auditPlugin(preset === mariaDb ? "mariadb" : "mysql");
  return { clientPort: preset.port, options: [plugin] };
}

function databaseName(checks: ArgumentChecks, args: DatabaseInstanceArgs, preset: EnginePreset): string | undefined {
  if (preset.databaseName) return nameOf(checks, "databaseName", args.databaseName, preset.databaseName);
  if (args.databaseName !== undefined)
    checks.fail("databaseName", `is given, and RDS creates no ${preset.what} with one`, "Leave it out");
  return undefined;
}

function nameOf(checks: ArgumentChecks, argument: string, given: string | undefined, form: NameForm): string {
  const value = checks.matches(argument, given ?? form.standard, form.form, form.words);
  if (form.reserved.includes(value.toLowerCase()))
    checks.fail(argument, `is "${value}", a word that the engine or RDS reserves`, "Choose another name");
  return value;
}
