import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../errors";
import type { PackConfig } from "../hosts";
import { nearest } from "../nearest";
import { readConfigFile } from "./config-file";
import { levelOf, optionsOf } from "./pack-config-faults";

/**
 * The configuration of a profile of the pack: a file of its folder `profiles`.
 *
 * @throws UsageError when the pack has no such profile.
 */
export function readProfile(packDirectory: string, name: string): PackConfig {
  const folder = join(packDirectory, "profiles");
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".json"))
        .map((file) => file.slice(0, -".json".length))
        .sort()
    : [];
  if (!names.includes(name)) {
    const [near] = nearest(name, names);
    const has =
      names.length === 0 ? "the pack has none" : `take one of ${names.join(", ")}; the nearest is ${near ?? ""}`;
    throw new UsageError(`there is no profile "${name}"; ${has}`);
  }
  return readConfigFile(join(folder, `${name}.json`)).config;
}

/**
 * One configuration over another, as the engine lays them: of each rule, the upper level and the upper options win; a
 * level for `all` takes the place of every level beneath.
 */
export function overlaid(lower: PackConfig, upper: PackConfig): PackConfig {
  const all = levelOf(upper.all);
  const names = new Set([...Object.keys(lower), ...Object.keys(upper)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const level = levelOf(upper[name]) ?? (name === "all" ? undefined : all) ?? levelOf(lower[name]);
      const options = { ...optionsOf(lower[name]), ...optionsOf(upper[name]) };
      if (Object.keys(options).length === 0) return [name, level ?? {}];
      return [name, { ...(level === undefined ? {} : { enforcementLevel: level }), ...options }];
    }),
  );
}
