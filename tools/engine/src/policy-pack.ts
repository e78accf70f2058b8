import * as fs from "node:fs/promises";
import * as path from "node:path";
import type { PolicyInfo, Verdicts } from "@hipaa-aws/evidence";
import { packRunner, startPolicyPack, type PolicyPackConfig } from "@hipaa-aws/sandbox";

/** What a pack says of itself, with the configuration applied. */
export interface PackInfo {
  readonly pack: Verdicts["pack"];
  readonly policies: readonly PolicyInfo[];
}

/**
 * Asks a pack which rules it has and at which level: the engine's events name neither rules that judge nothing nor the
 * level of a rule that could not decide.
 *
 * @throws PolicyPackError when the pack does not start, or its configuration is wrong.
 */
export async function readPackInfo(packDirectory: string, config: PolicyPackConfig = {}): Promise<PackInfo> {
  const pack = await startPolicyPack(packDirectory, { config });
  await pack.close();
  return { pack: { name: pack.name, version: pack.version }, policies: pack.policies };
}

/**
 * Writes `pulumi-analyzer-policy-nodejs`, by which a CLI without the Node.js language host starts packs. A CLI with the
 * language host never looks for it.
 */
export async function writePackLauncher(folder: string, packDirectory: string): Promise<void> {
  const node = [process.execPath, packRunner(packDirectory)];
  const name = "pulumi-analyzer-policy-nodejs";
  if (process.platform === "win32") {
    await fs.writeFile(path.join(folder, `${name}.cmd`), `@${node.map((part) => `"${part}"`).join(" ")} %*\r\n`);
  } else {
    const quoted = node.map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(" ");
    await fs.writeFile(path.join(folder, name), `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o755 });
  }
}
