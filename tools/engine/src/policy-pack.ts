import { spawn, type ChildProcess } from "node:child_process";
import * as fs from "node:fs/promises";
import { createRequire } from "node:module";
import * as path from "node:path";
import * as readline from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { EnforcementLevel, PolicyType, type AnalyzerInfo, type PolicyInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Level, Verdicts } from "@hipaa-aws/evidence";
import * as empty from "google-protobuf/google/protobuf/empty_pb";
import { messageLimits } from "./rpc";

/** Configuration of a pack as in the file of `--policy-pack-config`: a level, or an object with options, by rule or `all`. */
export type PackConfig = Readonly<Record<string, unknown>>;

/** What a pack says of itself, with the configuration applied. */
export interface PackInfo {
  readonly pack: Verdicts["pack"];
  /** Rules that are on. */
  readonly rules: readonly RuleInfo[];
}

export interface RuleInfo {
  readonly rule: string;
  /** The SDK puts it before each message of the rule. */
  readonly description: string;
  readonly level: Level;
  /** Whether it is asked once about the whole stack. */
  readonly stack: boolean;
}

/** The module that the engine's language host runs for a policy pack: the pack's own copy, else this project's. */
export function packRunner(packDirectory: string): string {
  const module = "@pulumi/pulumi/cmd/run-policy-pack";
  try {
    return createRequire(path.join(packDirectory, "package.json")).resolve(module);
  } catch {
    return require.resolve(module);
  }
}

/**
 * Asks a pack which rules it has and at which level: the engine's events name neither rules that judge nothing nor the
 * level of a rule that could not decide.
 *
 * @throws when the pack does not start, with what it wrote.
 */
export async function readPackInfo(packDirectory: string, config: PackConfig = {}): Promise<PackInfo> {
  const child = spawn(process.execPath, [packRunner(packDirectory), "127.0.0.1:0", "."], {
    cwd: packDirectory,
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    const info = await askInfo(await announcedPort(child));
    return { pack: { name: info.getName(), version: info.getVersion() }, rules: rulesOn(info, config) };
  } finally {
    child.kill();
  }
}

/** A pack writes the port that it serves on as its first line. */
function announcedPort(child: ChildProcess): Promise<number> {
  const said: string[] = [];
  child.stderr?.on("data", (data: Buffer) => said.push(data.toString()));
  return new Promise((resolve, reject) => {
    if (child.stdout) {
      readline
        .createInterface(child.stdout)
        .on("line", (line) => (/^\d+$/.test(line) ? resolve(Number(line)) : said.push(line)));
    }
    child.once("error", reject);
    child.once("close", () => reject(new Error(`the policy pack ended before it served: ${said.join("\n").trim()}`)));
  });
}

function askInfo(port: number): Promise<AnalyzerInfo> {
  const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), messageLimits);
  return new Promise((resolve, reject) => {
    client.getAnalyzerInfo(new empty.Empty(), (error, info) => {
      client.close();
      if (error) reject(error);
      else resolve(info);
    });
  });
}

const levelNames: Record<EnforcementLevel, string> = {
  [EnforcementLevel.ADVISORY]: "advisory",
  [EnforcementLevel.MANDATORY]: "mandatory",
  [EnforcementLevel.DISABLED]: "disabled",
  [EnforcementLevel.REMEDIATE]: "remediate",
};

/** The order is the engine's: the rule's own level, the pack's initial configuration, then the given one; `all` first. */
function rulesOn(info: AnalyzerInfo, config: PackConfig): PackInfo["rules"] {
  const initial = new Map<string, string>();
  info.getInitialconfigMap().forEach((value, rule) => initial.set(rule, levelNames[value.getEnforcementlevel()]));
  return info.getPoliciesList().flatMap((policy: PolicyInfo) => {
    const rule = policy.getName();
    const level =
      levelIn(config[rule]) ??
      levelIn(config.all) ??
      initial.get(rule) ??
      initial.get("all") ??
      levelNames[policy.getEnforcementlevel()];
    if (level === "disabled") return [];
    return {
      rule,
      description: policy.getDescription(),
      // A remediation that leaves a violation behind is mandatory.
      level: level === "advisory" ? "advisory" : "mandatory",
      stack: policy.getPolicyType() === PolicyType.POLICY_TYPE_STACK,
    } satisfies RuleInfo;
  });
}

function levelIn(setting: unknown): string | undefined {
  const level = typeof setting === "object" && setting !== null ? (setting as PackConfig).enforcementLevel : setting;
  return typeof level === "string" ? level : undefined;
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
