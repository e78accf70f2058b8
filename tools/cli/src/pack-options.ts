import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { checkBaseline } from "./config/baseline-file";
import { readConfigFile, type ConfigFile } from "./config/config-file";
import { optionsOf, packConfigFaults } from "./config/pack-config-faults";
import { overlaid, readProfile } from "./config/profiles";
import { UsageError } from "./errors";
import type { PackConfig } from "./hosts";
import type { Io } from "./io";
import { defaultPack, firstExisting } from "./workspace";

/** Which policy pack judges, and with what configuration. */
export interface PackOptions {
  readonly pack?: string;
  readonly packConfig?: string;
  /** A file of the pack's folder `profiles`, without its ending. */
  readonly profile?: string;
}

/** What judging can be asked for beside. */
export interface BaselineOptions {
  /** A baseline to judge by. */
  readonly baseline?: string;
  /** File for a new baseline. */
  readonly writeBaseline?: string;
}

/** The file that a stack's own folder may hold. */
export const stackConfigFile = "policy-config.json";

/**
 * The folder of the pack. Default: the policy pack of this workspace.
 *
 * @throws UsageError when it holds no policy pack.
 */
export function packDirectory(options: PackOptions, from: string): string {
  const directory = options.pack === undefined ? defaultPack : resolve(from, options.pack);
  if (!firstExisting(directory, ["PulumiPolicy.yaml", "PulumiPolicy.yml"])) {
    throw new UsageError(`${directory} is no policy pack; give a folder with PulumiPolicy.yaml to --pack`);
  }
  return directory;
}

/**
 * The configuration of the pack: the profile, over it the file, over it the baseline of the command line. All that is
 * wrong with it and that can be told without the pack is told here, before anything runs.
 *
 * @param stackFolder whose `policy-config.json` is taken where no file is asked for
 * @throws UsageError when a file cannot be used.
 */
export async function packConfiguration(
  options: PackOptions & BaselineOptions,
  io: Io,
  stackFolder?: string,
): Promise<PackConfig> {
  const directory = packDirectory(options, io.directory);
  // A baseline is written of all findings, and the one that is named may not be there yet.
  const placed = options.writeBaseline === undefined ? withAbsoluteBaseline : withoutBaseline;
  const profile = options.profile === undefined ? {} : placed(readProfile(directory, options.profile), io.directory);
  const file = configFile(options, io, stackFolder);
  const own = file === undefined ? {} : placed(file.config, file.folder);
  const whole = overlaid(profile, own);
  if (file && isOurPack(directory)) {
    const faults = (await packConfigFaults(own, whole, io.now())).filter(({ isExpired }) => !isExpired);
    const [first, ...more] = faults;
    const rest = more.length === 0 ? "" : `; and ${more.length} more (hipaa check-config shows all)`;
    if (first) throw new UsageError(`${file.path}:${file.placeOf(first.path)}: ${first.text}${rest}`);
  }
  const configured = withBaseline(whole, options, io);
  const { baseline } = optionsOf(configured["hipaa-settings"]);
  const isFromCommandLine = (options.baseline ?? options.profile) !== undefined;
  if (isFromCommandLine && typeof baseline === "string") checkBaseline(baseline);
  return configured;
}

/** Whether a folder holds the pack of this project, whose code tells what is wrong with a configuration. */
export function isOurPack(directory: string): boolean {
  try {
    const { name } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as { name?: unknown };
    return name === "@hipaa-aws/policy-pack";
  } catch {
    return false;
  }
}

/** Paths in a file count from the file's own folder, wherever the command runs. */
export function withAbsoluteBaseline(config: PackConfig, folder: string): PackConfig {
  const settings = config["hipaa-settings"];
  const { baseline } = optionsOf(settings);
  if (typeof baseline !== "string" || isAbsolute(baseline) || baseline === "") return config;
  return { ...config, "hipaa-settings": { ...(settings as object), baseline: resolve(folder, baseline) } };
}

function configFile(options: PackOptions, io: Io, stackFolder: string | undefined): ConfigFile | undefined {
  if (options.packConfig !== undefined) return readConfigFile(resolve(io.directory, options.packConfig));
  const own = stackFolder === undefined ? undefined : join(stackFolder, stackConfigFile);
  return own !== undefined && existsSync(own) ? readConfigFile(own) : undefined;
}

function withoutBaseline(config: PackConfig): PackConfig {
  const settings = config["hipaa-settings"];
  if (optionsOf(settings).baseline === undefined) return config;
  const { baseline: _, ...kept } = settings as Record<string, unknown>;
  return { ...config, "hipaa-settings": kept };
}

function withBaseline(config: PackConfig, { baseline, writeBaseline }: BaselineOptions, io: Io): PackConfig {
  if (baseline !== undefined && writeBaseline !== undefined) {
    throw new UsageError("--baseline and --write-baseline do not go together; a baseline is written of all findings");
  }
  if (baseline === undefined) return config;
  return overlaid(config, { "hipaa-settings": { baseline: resolve(io.directory, baseline) } });
}
