import { checksFor } from "@hipaa-aws/foundation";
import { PostgresInstanceInsights, type PostgresInstanceArgs } from "./args";
import { checkPreloadLibraries, lockedParameters, mergeParameters } from "./parameters";
import { defaultPostgresVersion, postgresMajorVersion } from "./postgres-version";
import { checkReplica } from "./replica";
import { checkNames, checkRequired, postgresUser, postgresWordForm, postgresWordWords } from "./shared/names";
import { checkRotatedMaster } from "./shared/rotated-master";
import { openSourceStorage, storageOf, type StorageSettings } from "./shared/storage";
import type { ParameterSetting } from "./shared/parameter-list";
import { checkWindows } from "./shared/windows";

/** The plain arguments after checks and defaults. */
export interface Settings extends StorageSettings {
  engineVersion: string;
  family: string;
  parameters: ParameterSetting[];
  multiAz: boolean;
  insights: PostgresInstanceInsights;
  backupRetentionDays: number;
  backupWindow: string;
  maintenanceWindow: string;
  deletionProtection: boolean;
  databaseName: string;
  masterUsername: string;
  /** Set where a rotation function keeps the master password. */
  rotateEveryDays?: number;
}

/**
 * Checks the arguments and fills in the defaults.
 *
 * @throws ArgumentError for the first argument that AWS would refuse or that would weaken a safeguard.
 */
export function settingsOf(name: string, args: PostgresInstanceArgs): Settings {
  const checks = checksFor("PostgresInstance", name);
  const { network, key, logsKey, secretsKey } = args;
  checkRequired(checks, { network, key, logsKey, secretsKey });
  checkNames(checks, name, args.identifier);
  checkReplica(checks, args);
  const engineVersion = args.engineVersion ?? defaultPostgresVersion.version;
  const major = postgresMajorVersion(checks, engineVersion);
  const preloadLibraries = args.preloadLibraries ?? [];
  checkPreloadLibraries(checks, preloadLibraries);
  const backupWindow = args.backupWindow ?? "06:00-07:00";
  const maintenanceWindow = args.maintenanceWindow ?? "sun:08:00-sun:09:00";
  checkWindows(checks, backupWindow, maintenanceWindow);
  return {
    engineVersion,
    family: major.family,
    parameters: mergeParameters(checks, lockedParameters(major, preloadLibraries), args.parameters ?? []),
    ...storageOf(checks, args, openSourceStorage),
    multiAz: args.multiAz ?? true,
    insights: checks.oneOf(
      "insights",
      args.insights ?? PostgresInstanceInsights.Standard,
      Object.values(PostgresInstanceInsights),
    ),
    backupRetentionDays: checks.integer("backupRetentionDays", args.backupRetentionDays ?? 35, 7, 35),
    backupWindow,
    maintenanceWindow,
    deletionProtection: args.deletionProtection ?? true,
    databaseName: checks.matches("databaseName", args.databaseName ?? "app", postgresWordForm, postgresWordWords),
    masterUsername: postgresUser(checks, args.masterUsername ?? "dbadmin"),
    rotateEveryDays: args.rotatedMaster && checkRotatedMaster(checks, args.rotatedMaster),
  };
}
