import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { CacheEngine } from "./args";

/**
 * The version that a cache gets when `engineVersion` is left out, and the day this was last decided. A new default
 * upgrades existing caches that name none, so it is a breaking change of this package.
 */
export const defaultEngineVersions = { valkey: "8.1", redis: "7.1", asOf: "2026-11-22" } as const;

/**
 * Parameter group families by engine and major version. Older majors are left out: IAM authentication needs
 * Valkey 7.2 or Redis OSS 7.0. Source: ElastiCache User Guide, "Authenticating with IAM".
 */
const families: Readonly<Record<CacheEngine, Readonly<Record<string, string>>>> = {
  [CacheEngine.Valkey]: { "7": "valkey7", "8": "valkey8", "9": "valkey9" },
  [CacheEngine.Redis]: { "7": "redis7" },
};

/** Engine, version and the parameter group family that goes with them. */
export interface EngineChoice {
  engine: CacheEngine;
  engineVersion: string;
  family: string;
}

/**
 * @throws ArgumentError for another engine, a version of another form and a version without IAM authentication.
 */
export function engineChoice(
  checks: ArgumentChecks,
  engine: CacheEngine = CacheEngine.Valkey,
  engineVersion: string = defaultEngineVersions[engine],
): EngineChoice {
  checks.oneOf("engine", engine, Object.values(CacheEngine));
  checks.matches("engineVersion", engineVersion, /^\d+\.\d+$/, 'a major and minor version such as "8.1"');
  const [major = "", minor] = engineVersion.split(".");
  const family = families[engine][major];
  const beforeIam = engine === CacheEngine.Valkey && major === "7" && Number(minor) < 2;
  if (family !== undefined && !beforeIam) return { engine, engineVersion, family };
  const majors = Object.keys(families[engine]).join(", ");
  const from = engine === CacheEngine.Valkey ? "7.2" : "7.0";
  return checks.fail(
    "engine and engineVersion",
    `are ${engine} and "${engineVersion}", which this component does not know or which cannot authenticate by IAM`,
    `Use ${engine} ${from} or newer, of major ${majors}`,
  );
}
