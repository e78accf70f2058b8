import { resolve } from "node:path";
import { readStackExport, type StackState } from "@hipaa-aws/stack-state";
import type { Hosts } from "../hosts";
import type { Io } from "../io";
import { deliver, type OutputOptions } from "../output/deliver";
import { progressFor } from "../output/progress";
import type { JudgedEnvironment } from "../output/result";
import { packConfiguration, packDirectory, type BaselineOptions, type PackOptions } from "../pack-options";

export interface ScanOptions extends Omit<OutputOptions, "export">, PackOptions, BaselineOptions {}

/** Judges files of `pulumi stack export`, of any stack, without running anything of it. */
export async function scan(files: readonly string[], options: ScanOptions, io: Io, hosts: Hosts): Promise<0 | 1> {
  const distinct = [...new Set(files)];
  const states = distinct.map((file) => ({ file, state: readStackExport(resolve(io.directory, file)) }));
  const directory = packDirectory(options, io.directory);
  const config = await packConfiguration(options, io);
  const names = namesOf(states);
  const progress = await progressFor(io);
  try {
    progress.step("Starting the policy pack");
    const pack = await hosts.startPack(directory, config);
    const judged: JudgedEnvironment[] = [];
    try {
      for (const [index, { file, state }] of states.entries()) {
        const name = names[index] ?? state.stack;
        progress.step(`Judging ${name}`);
        judged.push({
          name,
          source: resolve(io.directory, file),
          judged: { host: "scan", state, verdicts: await pack.judge(state) },
        });
      }
    } finally {
      await pack.close();
    }
    progress.end();
    const subject = [...new Set(states.map(({ state }) => state.project))].join(", ");
    return await deliver(subject, judged, options, io);
  } finally {
    progress.end();
  }
}

/** The stack's name where it tells the files apart, else the file's. */
function namesOf(states: readonly { file: string; state: StackState }[]): string[] {
  const isTold = new Set(states.map(({ state }) => state.stack)).size === states.length;
  return states.map(({ file, state }) => (isTold ? state.stack : file));
}
