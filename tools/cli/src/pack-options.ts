import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parse } from "yaml";
import { messageOf, UsageError } from "./errors";
import type { PackConfig } from "./hosts";
import { defaultPack, firstExisting } from "./workspace";

/** Which policy pack judges, and with what configuration. */
export interface PackOptions {
  readonly pack?: string;
  readonly packConfig?: string;
}

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
 * The configuration of the pack, from JSON or YAML. Default: the pack's own.
 *
 * @throws UsageError when the file cannot be read or is no object.
 */
export function readPackConfig(options: PackOptions, from: string): PackConfig {
  if (options.packConfig === undefined) return {};
  const path = resolve(from, options.packConfig);
  const name = basename(path);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem =
      code === "ENOENT" ? "there is no such file" : `the file cannot be read (${code ?? messageOf(error)})`;
    throw new UsageError(`${path}: ${problem}; give a file with the configuration of the pack to --pack-config`);
  }
  let value: unknown;
  try {
    value = parse(text, { prettyErrors: false });
  } catch (error) {
    throw new UsageError(`${name}: this is neither JSON nor YAML (${messageOf(error)}); correct the file`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UsageError(
      `${name}: the configuration of a pack is an object, with a level or options for each rule; correct the file`,
    );
  }
  return value as PackConfig;
}
