import { resolve } from "node:path";
import { isPackRule, type ConfigPath } from "@hipaa-aws/controls";
import { readConfigFile, type ConfigFile } from "../config/config-file";
import { optionsOf, packConfigFaults } from "../config/pack-config-faults";
import { overlaid, readProfile } from "../config/profiles";
import { errorLine, oneLine } from "../errors";
import type { Hosts, PackConfig } from "../hosts";
import type { Io } from "../io";
import { isOurPack, packDirectory, withAbsoluteBaseline, type PackOptions } from "../pack-options";

export type CheckConfigOptions = Pick<PackOptions, "pack" | "profile">;

/**
 * Says what is wrong with files of configuration: one line for each fault, with its place. Everything that the pack
 * would refuse or report is told, and what the engine would pass over without a word.
 */
export async function checkConfig(
  paths: readonly string[],
  options: CheckConfigOptions,
  io: Io,
  hosts: Hosts,
): Promise<0 | 2> {
  const directory = packDirectory(options, io.directory);
  const profile = options.profile === undefined ? {} : readProfile(directory, options.profile);
  const lines: string[] = [];
  const files = [...new Set(paths)].flatMap((path) => readable(path, io, lines));
  const configs = files.map(({ config, folder }) => withAbsoluteBaseline(config, folder));
  const checked = files.length === 0 ? [] : await hosts.checkConfigs(directory, configs);

  const summaries: string[] = [];
  for (const [index, file] of files.entries()) {
    const config = configs[index] ?? {};
    const byPack = isOurPack(directory) ? await packConfigFaults(config, overlaid(profile, config), io.now()) : [];
    lines.push(...faultLines(file, byPack, checked[index]?.faults ?? []));
    const name = checked[index] ? `${checked[index].name} ${checked[index].version}` : "the pack";
    summaries.push(`${file.path}: ok for ${name}; ${summary(config)}\n`);
  }
  if (lines.length > 0) {
    io.error(lines.map((line) => `${line}\n`).join(""));
    return 2;
  }
  io.out(summaries.join(""));
  return 0;
}

function readable(path: string, io: Io, lines: string[]): ConfigFile[] {
  try {
    return [{ ...readConfigFile(resolve(io.directory, path)), path }];
  } catch (error) {
    lines.push(errorLine(error));
    return [];
  }
}

interface Fault {
  readonly path: ConfigPath;
  readonly text: string;
}

/** In the order of the file. Where the pack and its schema find the same place wrong, the pack says it better. */
function faultLines(file: ConfigFile, byPack: readonly Fault[], bySchema: readonly Fault[]): string[] {
  const told = new Set(byPack.map(({ path }) => JSON.stringify(path)));
  const faults = [...byPack, ...bySchema.filter(({ path }) => !told.has(JSON.stringify(path)))];
  return faults
    .map(({ path, text }) => ({ place: file.placeOf(path), text }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ place, text }) => `hipaa: ${file.path}:${place}: ${oneLine(text)}`);
}

function compare(a: string, b: string): number {
  const [lineA = 0, columnA = 0] = a.split(":").map(Number);
  const [lineB = 0, columnB = 0] = b.split(":").map(Number);
  return lineA - lineB || columnA - columnB;
}

function summary(config: PackConfig): string {
  const rules = Object.keys(config).filter((name) => name !== "all" && !isPackRule(name));
  const exemptions = Object.values(config).flatMap((given) => {
    const { exemptions: list } = optionsOf(given);
    return Array.isArray(list) ? (list as { expires?: unknown }[]) : [];
  });
  const [next] = exemptions.map(({ expires }) => String(expires)).sort();
  const { citations = "rule", phiScope } = optionsOf(config["hipaa-settings"]);
  const { notPhi } = optionsOf(phiScope);
  return [
    `rules configured: ${rules.length}`,
    `exemptions: ${exemptions.length}${next === undefined ? "" : `, the next ends ${next}`}`,
    `resources declared to hold no PHI: ${Array.isArray(notPhi) ? notPhi.length : 0}`,
    `citations: ${String(citations)}`,
  ].join("; ");
}
