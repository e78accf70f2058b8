import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import type { AccessSettings } from "./access";
import { CacheEngine } from "./args";
import { checkKeyPatterns } from "./key-patterns";
import type { ServerlessCacheArgs } from "./serverless-args";
import { userSettings } from "./user-settings";

/** The plain arguments after checks and defaults. */
export interface ServerlessSettings extends AccessSettings {
  engine: CacheEngine;
  majorEngineVersion: string;
  maxDataGigabytes: number;
  minDataGigabytes: number | undefined;
  maxProcessingUnits: number;
  minProcessingUnits: number | undefined;
  snapshotRetentionDays: number;
  snapshotTime: string;
}

/** Names of serverless caches and ids of users. Source: ElastiCache User Guide, "Quotas". */
const idLimit = 40;
const versions: Readonly<Record<CacheEngine, readonly string[]>> = {
  [CacheEngine.Valkey]: ["8", "7", "9"],
  [CacheEngine.Redis]: ["7"],
};

/**
 * Checks the arguments and fills in the defaults.
 *
 * @throws ArgumentError for the first argument that AWS would refuse or that would weaken a safeguard.
 */
export function serverlessSettingsOf(name: string, args: ServerlessCacheArgs): ServerlessSettings {
  const checks = checksFor("ServerlessCache", name);
  // Programs without a type checker leave them out unnoticed.
  for (const argument of ["network", "key"] as const)
    if (args[argument] === undefined) checks.fail(argument, "is missing", "Give it");
  checks.matches(
    "name",
    name,
    /^[a-z](-?[a-z0-9])*$/,
    "lower-case letters, digits and single hyphens, beginning with a letter",
  );
  checks.fitsAutoname(`${name}-app`, idLimit, "an ElastiCache user id");
  const engine = checks.oneOf("engine", args.engine ?? CacheEngine.Valkey, Object.values(CacheEngine));
  const [latest = ""] = versions[engine];
  const keyPatterns = checkKeyPatterns(checks, "keyPatterns", args.keyPatterns ?? ["*"]);
  return {
    component: checks.component,
    engine,
    majorEngineVersion: checks.oneOf("majorEngineVersion", args.majorEngineVersion ?? latest, versions[engine]),
    keyPatterns,
    users: userSettings(checks, name, args.users ?? [], keyPatterns, args.secretsKey),
    ...limits(checks, args),
    snapshotRetentionDays: checks.integer("snapshotRetentionDays", args.snapshotRetentionDays ?? 7, 7, 35),
    snapshotTime: checks.matches(
      "snapshotTime",
      args.snapshotTime ?? "06:00",
      /^([01]\d|2[0-3]):[0-5]\d$/,
      'a time in UTC such as "06:00"',
    ),
  };
}

function limits(checks: ArgumentChecks, args: ServerlessCacheArgs) {
  const maxDataGigabytes = checks.integer("maxDataGigabytes", args.maxDataGigabytes ?? 10, 1, 5000);
  const maxProcessingUnits = checks.integer("maxProcessingUnits", args.maxProcessingUnits ?? 10_000, 1000, 15_000_000);
  const { minDataGigabytes, minProcessingUnits } = args;
  return {
    maxDataGigabytes,
    minDataGigabytes:
      minDataGigabytes === undefined
        ? undefined
        : checks.integer("minDataGigabytes", minDataGigabytes, 1, maxDataGigabytes),
    maxProcessingUnits,
    minProcessingUnits:
      minProcessingUnits === undefined
        ? undefined
        : checks.integer("minProcessingUnits", minProcessingUnits, 1000, maxProcessingUnits),
  };
}
