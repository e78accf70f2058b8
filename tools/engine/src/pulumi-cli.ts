import * as path from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { version as sdkVersion } from "@pulumi/pulumi/version";
import { buildPulumi, executable, exists, goModuleDirectory, pinnedVersion } from "./build-pulumi";
import { Unavailable } from "./unavailable";

/** The oldest CLI whose events and policy protocol were tried with this host. */
const oldestVersion = "3.230.0";

/** A Pulumi CLI that the Automation API can drive. */
export interface PulumiCli {
  readonly command: PulumiCommand;
  /** Without a leading `v`. */
  readonly version: string;
  /** `path`: found on the PATH. `cache`: built or downloaded earlier. `go`, `download`: just now. */
  readonly source: "path" | "cache" | "go" | "download";
}

export interface FindOptions {
  /** Where a CLI that was built or downloaded is kept, by version. Default: `.cache/pulumi` in the repository. */
  cacheDirectory?: string;
  /** Whether a CLI may be built or downloaded when there is none. Default: true. */
  obtain?: boolean;
  /** Told what takes long, once it starts. Default: nobody. */
  onProgress?: (text: string) => void;
}

const defaultCache = path.resolve(goModuleDirectory, "../../.cache/pulumi");
const found = new Map<string, Promise<PulumiCli | Unavailable>>();

/**
 * Finds a Pulumi CLI: on the PATH, else in the cache, else built from its Go module, else downloaded.
 *
 * The search is done once per process and cache.
 */
export function findPulumi(options: FindOptions = {}): Promise<PulumiCli | Unavailable> {
  const cache = options.cacheDirectory ?? defaultCache;
  const obtain = options.obtain ?? true;
  const key = JSON.stringify([cache, obtain]);
  const search = found.get(key) ?? searchPulumi(cache, obtain, options.onProgress);
  found.set(key, search);
  return search;
}

async function searchPulumi(
  cache: string,
  obtain: boolean,
  onProgress: (text: string) => void = () => {},
): Promise<PulumiCli | Unavailable> {
  const pinned = await pinnedVersion();
  const builtRoot = path.join(cache, pinned);
  const downloadRoot = path.join(cache, `v${sdkVersion}`);
  const misses: string[] = [];

  const attempts: [PulumiCli["source"], string, () => Promise<PulumiCommand | undefined>][] = [
    ["path", "the PATH", () => PulumiCommand.get()],
    ["cache", builtRoot, () => installed(builtRoot)],
    ["cache", downloadRoot, () => installed(downloadRoot)],
  ];
  if (obtain) {
    attempts.push(
      ["go", "building it with Go", () => built(builtRoot, pinned, onProgress)],
      ["download", "downloading it", () => PulumiCommand.install({ root: downloadRoot })],
    );
  }
  for (const [source, place, attempt] of attempts) {
    try {
      const command = await attempt();
      if (command?.version && command.version.compare(oldestVersion) >= 0) {
        return { command, version: command.version.version, source };
      }
      misses.push(
        command
          ? `${place}: version ${command.version?.version ?? "unknown"} is older than ${oldestVersion}`
          : `${place}: none`,
      );
    } catch (error) {
      misses.push(`${place}: ${firstLine(error)}`);
    }
  }
  return new Unavailable(`no Pulumi CLI ${oldestVersion} or later (${misses.join("; ")})`);
}

async function built(
  root: string,
  version: string,
  onProgress: (text: string) => void,
): Promise<PulumiCommand | undefined> {
  onProgress(`building the Pulumi CLI ${version} with Go, once; this takes some minutes`);
  await buildPulumi(root, version);
  return installed(root);
}

async function installed(root: string): Promise<PulumiCommand | undefined> {
  return (await exists(path.join(root, "bin", executable("pulumi")))) ? PulumiCommand.get({ root }) : undefined;
}

/** Command errors of the Automation API hold the exit code first and the reason on a later line. */
function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split("\n").map((line) => line.trim());
  return lines.find((line) => line !== "" && !/^(code|stdout):/.test(line))?.replace(/^stderr: /, "") ?? text;
}
