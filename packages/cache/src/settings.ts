import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import type { AccessSettings } from "./access";
import type { CacheArgs } from "./args";
import { engineChoice, type EngineChoice } from "./engine-version";
import { checkKeyPatterns } from "./key-patterns";
import { parameterSettings } from "./parameters";
import { userSettings } from "./user-settings";
import { checkDailyWindow, checkWeeklyWindow } from "./windows";

/** The plain arguments after checks and defaults. */
export interface Settings extends EngineChoice, AccessSettings {
  nodeType: string;
  replicas: number;
  shards: number;
  /** More than one shard. */
  clusterMode: boolean;
  /** What of the parameter group is not the component's own, by name. */
  parameters: Readonly<Record<string, string>>;
  snapshotRetentionDays: number;
  snapshotWindow: string;
  maintenanceWindow: string;
}

/** Ids of replication groups, users and user groups. Source: ElastiCache User Guide. */
const idLimit = 40;

/** Node families that cannot encrypt. Source: ElastiCache User Guide, "At-rest encryption conditions". */
const oldFamilies = ["t1", "m1", "m2", "m3", "c1", "r3"];

/** Nodes of one cache; the account's own quota, 90 at first, may be lower. */
const mostNodes = 500;

/**
 * Checks the arguments and fills in the defaults.
 *
 * @throws ArgumentError for the first argument that AWS would refuse or that would weaken a safeguard.
 */
export function settingsOf(name: string, args: CacheArgs): Settings {
  const checks = checksFor("Cache", name);
  // Programs without a type checker leave them out unnoticed.
  for (const argument of ["network", "key", "logsKey"] as const)
    if (args[argument] === undefined) checks.fail(argument, "is missing", "Give it");
  // ElastiCache keeps ids in lower case, and users are named after the autonamed subnet group.
  checks.matches(
    "name",
    name,
    /^[a-z](-?[a-z0-9])*$/,
    "lower-case letters, digits and single hyphens, beginning with a letter",
  );
  checks.fitsAutoname(`${name}-app`, idLimit, "an ElastiCache user id");
  const replicas = checks.integer("replicas", args.replicas ?? 1, 0, 5);
  const shards = checks.integer("shards", args.shards ?? 1, 1, mostNodes);
  if (shards * (1 + replicas) > mostNodes)
    checks.fail(
      "shards and replicas",
      `ask for ${shards * (1 + replicas)} nodes`,
      `Stay at ${mostNodes} nodes or fewer`,
    );
  const keyPatterns = checkKeyPatterns(checks, "keyPatterns", args.keyPatterns ?? ["*"]);
  return {
    ...engineChoice(checks, args.engine, args.engineVersion),
    nodeType: nodeType(checks, args.nodeType ?? "cache.m7g.large"),
    replicas,
    shards,
    clusterMode: shards > 1,
    keyPatterns,
    users: userSettings(checks, name, args.users ?? [], keyPatterns, args.secretsKey),
    component: checks.component,
    parameters: parameterSettings(checks, args.parameters ?? {}),
    snapshotRetentionDays: checks.integer("snapshotRetentionDays", args.snapshotRetentionDays ?? 7, 7, 35),
    snapshotWindow: checkDailyWindow(checks, "snapshotWindow", args.snapshotWindow ?? "06:00-07:00"),
    maintenanceWindow: checkWeeklyWindow(checks, "maintenanceWindow", args.maintenanceWindow ?? "sun:08:00-sun:09:00"),
  };
}

function nodeType(checks: ArgumentChecks, value: string): string {
  checks.matches("nodeType", value, /^cache\.[a-z0-9]+\.[a-z0-9]+$/, 'a node type such as "cache.m7g.large"');
  const family = value.split(".")[1] ?? "";
  if (oldFamilies.includes(family))
    checks.fail("nodeType", `is "${value}", of a family that cannot encrypt`, "Use a current family, for example m7g");
  return value;
}
