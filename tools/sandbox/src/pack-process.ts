import { spawn, type ChildProcessByStdio } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { serveEngineLog, type EngineLogServer, type PackLog } from "./engine-log";
import { PolicyPackError } from "./policy-pack-error";

/** A running policy pack, before anything is asked of it. */
export interface PackProcess {
  readonly directory: string;
  readonly port: number;
  /** The version of `PulumiPolicy.yaml`, which wins over the one of `package.json`. */
  readonly projectVersion: string | undefined;
  /** Rejects with a PolicyPackError when the process ends; never resolves. */
  readonly ended: Promise<never>;
  /** What the pack wrote so far. */
  output(): string;
  close(): Promise<void>;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

/**
 * Starts a pack as the engine starts it: `node run-policy-pack <engine address> <folder>`, in the pack's folder. It
 * writes the port that it serves on as its first line.
 *
 * @throws PolicyPackError when the folder is no pack, or the pack fails to load or does not serve in time.
 */
export async function startPackProcess(
  folder: string,
  timeoutMs: number,
  onLog: (log: PackLog) => void,
): Promise<PackProcess> {
  const directory = resolve(folder);
  const projectVersion = checkFolder(directory);
  const lines: string[] = [];
  const note = (log: PackLog) => {
    const message = stripVTControlCharacters(log.message);
    if (log.severity !== "debug") lines.push(message);
    onLog({ ...log, message });
  };
  const log = await serveEngineLog(note);
  // A pack makes and drops many small objects; with a larger nursery it spends a fifth less time on them.
  const child = spawn(process.execPath, ["--max-semi-space-size=64", packRunner(directory), log.address, directory], {
    cwd: directory,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = () => lines.join("\n");
  const close = closer(child, log);
  const ended = endOf(child, directory, output);
  ended.catch(() => {});
  try {
    const port = await Promise.race([
      announcedPort(child, directory, note, output),
      ended,
      timeout(directory, timeoutMs, output),
    ]);
    return { directory, port, projectVersion, ended, output, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Refuses what is no pack and returns the version of its project file. */
function checkFolder(directory: string): string | undefined {
  const refuse = (problem: string, mend: string) => new PolicyPackError(directory, problem, mend);
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    throw refuse("there is no such folder", "Give the folder that holds PulumiPolicy.yaml");
  }
  const project = join(directory, "PulumiPolicy.yaml");
  if (!existsSync(project)) throw refuse("it has no PulumiPolicy.yaml", "Give the folder that holds PulumiPolicy.yaml");
  if (!existsSync(join(directory, "package.json"))) {
    throw refuse("it has no package.json", "A pack for Node.js needs one, with a name and a version");
  }
  return /^version:\s*["']?([^"'\s#]+)/m.exec(readFileSync(project, "utf8"))?.[1];
}

/** The module that the language host runs for a policy pack: the pack's own copy, else this project's. */
export function packRunner(directory: string): string {
  const runner = "@pulumi/pulumi/cmd/run-policy-pack";
  try {
    return createRequire(join(directory, "package.json")).resolve(runner);
  } catch {
    return require.resolve(runner);
  }
}

function announcedPort(
  child: Child,
  directory: string,
  note: (log: PackLog) => void,
  output: () => string,
): Promise<number> {
  child.stderr.on(
    "data",
    eachLine((line) => note({ severity: "warning", message: line })),
  );
  return new Promise((resolvePort, reject) => {
    let isFirst = true;
    const first = eachLine((line) => {
      if (!isFirst) return note({ severity: "info", message: line });
      isFirst = false;
      if (/^\d+$/.test(line)) return resolvePort(Number(line));
      note({ severity: "info", message: line });
      const problem = "its first line on standard output is not the port that it serves on";
      const mend = "The engine takes the first line for the port: write to console.error instead of console.log";
      reject(new PolicyPackError(directory, problem, mend, output()));
    });
    child.stdout.on("data", first);
  });
}

function endOf(child: Child, directory: string, output: () => string): Promise<never> {
  return new Promise((_resolve, reject) => {
    child.once("error", (cause) =>
      reject(new PolicyPackError(directory, `it cannot be started (${cause.message})`, "Check Node.js", "", { cause })),
    );
    // `close` comes after the last output, `exit` may come before.
    child.once("close", (code, signal) => {
      const how = signal ? `was ended by ${signal}` : `ended with exit code ${code ?? "unknown"}`;
      const mend = "Mend what it wrote; a pack in TypeScript must be built, and its dependencies installed";
      reject(new PolicyPackError(directory, `it ${how}`, mend, output()));
    });
  });
}

function timeout(directory: string, timeoutMs: number, output: () => string): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => {
      const problem = `it did not serve within ${timeoutMs / 1000} seconds`;
      const mend = "Its main module must create one PolicyPack while it is loaded";
      reject(new PolicyPackError(directory, problem, mend, output()));
    }, timeoutMs);
    timer.unref();
  });
}

/** Ends the process, also when this one ends first. */
function closer(child: Child, log: EngineLogServer): () => Promise<void> {
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  const closed = new Promise<void>((done) => {
    child.once("close", () => done());
    child.once("error", () => done());
  });
  return async () => {
    if (child.exitCode === null && child.signalCode === null) kill();
    await closed;
    process.removeListener("exit", kill);
    log.close();
  };
}

function eachLine(use: (line: string) => void): (chunk: Buffer) => void {
  let rest = "";
  return (chunk) => {
    const lines = (rest + chunk.toString("utf8")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") use(line.trimEnd());
  };
}
