import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { checkPreloadLibraries, lockedParameters, postgresRules } from "../parameters";
import { defaultPostgresVersion, postgresMajorVersion } from "../postgres-version";
import { checkNames, checkRequired, postgresUser, postgresWordForm, postgresWordWords } from "../shared/names";
import { checkAdded, parameterList, type ParameterSetting } from "../shared/parameter-list";
import { checkRotatedMaster } from "../shared/rotated-master";
import { DatabaseInsights } from "../shared/types";
import { checkWindows } from "../shared/windows";
import {
  AuroraPostgresClusterActivityStreamMode,
  AuroraPostgresClusterGlobalRole,
  type AuroraPostgresClusterArgs,
} from "./args";
import { capacityOf, type Capacity } from "./capacity";
import { checkGlobalDatabase } from "./global-database";

/** The plain arguments after checks and defaults. */
export interface AuroraSettings extends Capacity {
  engineVersion: string;
  family: string;
  parameters: ParameterSetting[];
  instanceParameters: ParameterSetting[];
  insights: DatabaseInsights;
  backupRetentionDays: number;
  backupWindow: string;
  maintenanceWindow: string;
  deletionProtection: boolean;
  databaseName: string;
  masterUsername: string;
  /** Set where a rotation function keeps the master password. */
  rotateEveryDays?: number;
  activityStreamMode: AuroraPostgresClusterActivityStreamMode;
  isSecondary: boolean;
}

/** Aurora has no checkpoints to log. */
const changeableParameters: Readonly<Record<string, string>> = {
  statement_timeout: "30000",
  idle_in_transaction_session_timeout: "60000",
  log_lock_waits: "1",
  log_temp_files: "10240",
};

/** Aurora follows the majors of PostgreSQL some months later; these have been checked. */
const auroraMajors = ["15", "16", "17"];

/**
 * Checks the arguments and fills in the defaults.
 *
 * @throws ArgumentError for the first argument that AWS would refuse or that would weaken a safeguard.
 */
export function auroraSettingsOf(name: string, args: AuroraPostgresClusterArgs): AuroraSettings {
  const checks = checksFor("AuroraPostgresCluster", name);
  const { network, key, logsKey, secretsKey } = args;
  const isSecondary = args.globalDatabase?.role === AuroraPostgresClusterGlobalRole.Secondary;
  checkRequired(checks, { network, key, logsKey, ...(isSecondary ? {} : { secretsKey }) });
  checkNames(checks, name, args.identifier, "-15".length);
  checkGlobalDatabase(checks, args);
  const backupWindow = args.backupWindow ?? "06:00-07:00";
  const maintenanceWindow = args.maintenanceWindow ?? "sun:08:00-sun:09:00";
  checkWindows(checks, backupWindow, maintenanceWindow);
  return {
    ...capacityOf(checks, args),
    ...engineOf(checks, args),
    insights: checks.oneOf("insights", args.insights ?? DatabaseInsights.Standard, Object.values(DatabaseInsights)),
    backupRetentionDays: checks.integer("backupRetentionDays", args.backupRetentionDays ?? 35, 7, 35),
    backupWindow,
    maintenanceWindow,
    deletionProtection: args.deletionProtection ?? true,
    databaseName: checks.matches("databaseName", args.databaseName ?? "app", postgresWordForm, postgresWordWords),
    masterUsername: postgresUser(checks, args.masterUsername ?? "dbadmin"),
    rotateEveryDays: args.rotatedMaster && checkRotatedMaster(checks, args.rotatedMaster),
    activityStreamMode: checks.oneOf(
      "activityStream.mode",
      args.activityStream?.mode ?? AuroraPostgresClusterActivityStreamMode.Async,
      Object.values(AuroraPostgresClusterActivityStreamMode),
    ),
    isSecondary,
  };
}

function engineOf(checks: ArgumentChecks, args: AuroraPostgresClusterArgs) {
  const engineVersion = args.engineVersion ?? defaultPostgresVersion.version;
  const major = postgresMajorVersion(checks, engineVersion, auroraMajors);
  const preloadLibraries = args.preloadLibraries ?? [];
  checkPreloadLibraries(checks, preloadLibraries);
  const rules = postgresRules(lockedParameters(major, preloadLibraries), changeableParameters);
  const instanceParameters = args.instanceParameters ?? [];
  checkAdded(checks, "instanceParameters", rules, instanceParameters);
  const ofInstances = { ...rules, locked: {}, changeable: {} };
  return {
    engineVersion,
    family: `aurora-postgresql${engineVersion.split(".")[0] ?? ""}`,
    parameters: parameterList(checks, "parameters", rules, args.parameters ?? []),
    instanceParameters: parameterList(checks, "instanceParameters", ofInstances, instanceParameters),
  };
}
