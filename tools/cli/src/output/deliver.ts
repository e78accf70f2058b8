import { basename, dirname, extname, join, resolve } from "node:path";
import { renderReport, writeFiles, type OutputFile } from "@hipaa-aws/report";
import { writeStackExport, type StackState } from "@hipaa-aws/stack-state";
import { baselineOf } from "../config/baseline-file";
import { colorsFor, type Io } from "../io";
import { sarifLog } from "./sarif/log";
import { jsonResult, resultCode, type JudgedEnvironment } from "./result";
import { terminalText } from "./terminal";

/** Where and how results are wanted. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
  /** File for the resource graph. */
  readonly export?: string;
  /** Folder for the report. */
  readonly html?: string;
  /** File for the findings as SARIF. */
  readonly sarif?: string;
  /** The baseline that was judged by. */
  readonly baseline?: string;
  /** File for a baseline of what was found. */
  readonly writeBaseline?: string;
}

/**
 * Writes the files that are asked for, all or none, and only then prints the results.
 *
 * @param exported the resources to export, one state for each environment
 * @returns the exit code.
 */
export async function deliver(
  subject: string,
  environments: readonly JudgedEnvironment[],
  options: OutputOptions,
  io: Io,
  exported: readonly StackState[] = [],
): Promise<0 | 1> {
  const files: OutputFile[] = exportFiles(exported, options, io);
  const report = options.html === undefined ? undefined : join(resolve(io.directory, options.html), "index.html");
  if (report !== undefined) {
    files.push({ path: report, content: await renderReport({ subject, environments, generatedAt: io.now() }) });
  }
  const baseline = options.writeBaseline === undefined ? undefined : resolve(io.directory, options.writeBaseline);
  if (baseline !== undefined) files.push({ path: baseline, content: baselineOf(environments, io.now()) });
  const sarif = options.sarif === undefined ? undefined : resolve(io.directory, options.sarif);
  if (sarif !== undefined) {
    const log = sarifLog(environments, { directory: io.directory, isNewOnly: options.baseline !== undefined });
    files.push({ path: sarif, content: `${JSON.stringify(log, undefined, 2)}\n` });
  }
  writeFiles(files);

  const titles = new Map([
    [report, "Report"],
    [baseline, "Baseline"],
    [sarif, "SARIF"],
  ]);
  const places = files.map(({ path }) => `${titles.get(path) ?? "Resource graph"}: ${path}\n`).join("");
  if (options.json) {
    io.out(`${JSON.stringify(jsonResult(environments), undefined, 2)}\n`);
    io.error(places);
  } else {
    const style = { colors: colorsFor(io), width: Math.max(60, io.columns), verbose: options.verbose ?? false };
    io.out(`${terminalText(environments, style)}\n${places}`);
  }
  return resultCode(environments);
}

/** The name of an environment goes before the extension when there are several. */
function exportFiles(states: readonly StackState[], options: OutputOptions, io: Io): OutputFile[] {
  if (options.export === undefined) return [];
  const path = resolve(io.directory, options.export);
  const extension = extname(path);
  return states.map((state) => ({
    path: states.length === 1 ? path : join(dirname(path), `${basename(path, extension)}-${state.stack}${extension}`),
    content: writeStackExport(state),
    // An export holds secrets in plain text.
    mode: 0o600,
  }));
}
