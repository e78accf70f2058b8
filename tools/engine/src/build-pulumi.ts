import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import * as path from "node:path";
import { promisify } from "node:util";
import { withLock } from "./lock";

const run = promisify(execFile);
const cliModule = "github.com/pulumi/pulumi/pkg/v3";
const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** The folder with `go.mod`: the same whether this file runs from `src` or from `dist`. */
export const goModuleDirectory = path.resolve(__dirname, "..");

/** The version of the CLI that `go.mod` pins, with its leading `v`. */
export async function pinnedVersion(moduleDirectory = goModuleDirectory): Promise<string> {
  const text = await fs.readFile(path.join(moduleDirectory, "go.mod"), "utf8");
  const version = /^\s*github\.com\/pulumi\/pulumi\/pkg\/v3 (v\S+)/m.exec(text)?.[1];
  if (!version) throw new Error(`${path.join(moduleDirectory, "go.mod")} does not name a version of ${cliModule}`);
  return version;
}

/**
 * Builds the Pulumi CLI from its own Go module into `<root>/bin/pulumi`: about two minutes the first time.
 *
 * The version is stamped in by a linker flag, as in Pulumi's own builds; without it the Automation API cannot read it.
 * Only a finished binary takes its place, and of several processes one builds while the others wait.
 *
 * @throws when Go is missing, older than `go.mod` asks for, or cannot fetch the modules.
 */
export async function buildPulumi(root: string, version: string): Promise<void> {
  const target = path.join(root, "bin", executable("pulumi"));
  await fs.mkdir(path.dirname(target), { recursive: true });
  await withLock(path.join(root, "building"), async () => {
    if (await exists(target)) return;
    const unfinished = `${target}.${process.pid}`;
    try {
      const flags = ["-ldflags", `-X ${versionVariable}=${version}`, "-o", unfinished];
      await run("go", ["build", ...flags, `${cliModule}/cmd/pulumi`], { cwd: goModuleDirectory });
      await fs.rename(unfinished, target);
    } finally {
      await fs.rm(unfinished, { force: true });
    }
  });
}

export function executable(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}

export async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
