import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { PostgresInstanceInsights, type PostgresInstanceArgs } from "./args";
import { checkPreloadLibraries, lockedParameters, mergeParameters, type ParameterSetting } from "./parameters";
import { defaultPostgresVersion, postgresMajorVersion } from "./postgres-version";
import { checkWindows } from "./shared/windows";

/** The plain arguments after checks and defaults. */
export interface Settings {
  engineVersion: string;
  family: string;
  parameters: ParameterSetting[];
  allocatedStorage: number;
  maxAllocatedStorage: number;
  iops?: number;
  storageThroughput?: number;
  multiAz: boolean;
  insights: PostgresInstanceInsights;
  backupRetentionDays: number;
  backupWindow: string;
  maintenanceWindow: string;
  deletionProtection: boolean;
  databaseName: string;
  masterUsername: string;
}

// RDS keeps identifiers in lower case, and the names of the log groups hold the identifier.
const identifierForm = /^[a-z](-?[a-z0-9])*$/;
const identifierWords = "lower-case letters, digits and single hyphens, beginning with a letter";
const identifierLimit = 63;

const wordForm = /^[a-z][a-z0-9_]{0,62}$/;
const wordWords = "a lower-case letter, then up to 62 lower-case letters, digits and underscores";
const reservedUsernames = ["admin", "none", "public", "rdsadmin", "rdstopmgr", "user"];

/** gp3 for PostgreSQL takes provisioned figures from this size on. Source: RDS User Guide, "gp3 storage". */
const provisionedFromGiB = 400;

/**
 * Checks the arguments and fills in the defaults.
 *
 * @throws ArgumentError for the first argument that AWS would refuse or that would weaken a safeguard.
 */
export function settingsOf(name: string, args: PostgresInstanceArgs): Settings {
  const checks = checksFor("PostgresInstance", name);
  checkRequired(checks, args);
  checkNames(checks, name, args);
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
    ...storage(checks, args),
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
    databaseName: checks.matches("databaseName", args.databaseName ?? "app", wordForm, wordWords),
    masterUsername: username(checks, args.masterUsername ?? "dbadmin"),
  };
}

// Programs without a type checker leave them out unnoticed.
function checkRequired(checks: ArgumentChecks, args: PostgresInstanceArgs): void {
  for (const argument of ["network", "key", "logsKey", "secretsKey"] as const)
    if (args[argument] === undefined) checks.fail(argument, "is missing", "Give it");
}

function checkNames(checks: ArgumentChecks, name: string, args: PostgresInstanceArgs): void {
  checks.matches("name", name, identifierForm, identifierWords);
  checks.fitsAutoname(name, identifierLimit, "a database identifier");
  checks.fitsAutoname(`${name}-monitoring`, 64, "an IAM role");
  if (args.identifier === undefined) return;
  checks.matches("identifier", args.identifier, identifierForm, identifierWords);
  if (args.identifier.length > identifierLimit)
    checks.fail("identifier", `has ${args.identifier.length} characters`, `Shorten it to ${identifierLimit}`);
}

function storage(checks: ArgumentChecks, args: PostgresInstanceArgs) {
  const largest = 65_536;
  const allocatedStorage = checks.integer("allocatedStorage", args.allocatedStorage ?? 100, 20, largest);
  const least = allocatedStorage + Math.ceil(allocatedStorage / 10);
  const maxAllocatedStorage = checks.integer(
    "maxAllocatedStorage",
    args.maxAllocatedStorage ?? Math.min(allocatedStorage * 10, largest),
    20,
    largest,
  );
  if (maxAllocatedStorage < least)
    checks.fail(
      "allocatedStorage and maxAllocatedStorage",
      `leave storage autoscaling no room (${allocatedStorage} and ${maxAllocatedStorage} GiB)`,
      least > largest ? `Reduce allocatedStorage` : `Raise maxAllocatedStorage to ${least} or more`,
    );
  if (args.iops !== undefined) provisioned(checks, "iops", args.iops, 12_000, 64_000, allocatedStorage);
  if (args.storageThroughput !== undefined)
    provisioned(checks, "storageThroughput", args.storageThroughput, 500, 4_000, allocatedStorage);
  return { allocatedStorage, maxAllocatedStorage, iops: args.iops, storageThroughput: args.storageThroughput };
}

function provisioned(
  checks: ArgumentChecks,
  argument: string,
  value: number,
  min: number,
  max: number,
  allocatedStorage: number,
): void {
  checks.integer(argument, value, min, max);
  if (allocatedStorage < provisionedFromGiB)
    checks.fail(
      `${argument} and allocatedStorage`,
      `do not fit: gp3 takes ${argument} from ${provisionedFromGiB} GiB on, and allocatedStorage is ${allocatedStorage}`,
      `Raise allocatedStorage or leave ${argument} out`,
    );
}

function username(checks: ArgumentChecks, value: string): string {
  checks.matches("masterUsername", value, wordForm, wordWords);
  if (reservedUsernames.includes(value) || value.startsWith("pg_"))
    checks.fail("masterUsername", `is "${value}", a word that PostgreSQL or RDS reserves`, "Choose another name");
  return value;
}
