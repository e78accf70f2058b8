import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Names the file to a process that `report-memory.js` is loaded into. */
export const memoryFileVariable = "BENCH_MEMORY_FILE";

/**
 * Does work with environment variables that make Node processes which get them report their memory.
 *
 * @returns what the work gave, and the largest resident memory that a process reported last, in MiB; 0 when none did
 */
export async function withReportedMemory<T>(
  work: (variables: Readonly<Record<string, string>>) => Promise<T>,
): Promise<readonly [T, number]> {
  const folder = mkdtempSync(join(tmpdir(), "hipaa-bench-"));
  const file = join(folder, "memory");
  const hook = `--require ${JSON.stringify(join(__dirname, "report-memory.js"))}`;
  try {
    const result = await work({ [memoryFileVariable]: file, NODE_OPTIONS: hook });
    return [result, Number(readFileSync(file, { encoding: "utf8", flag: "a+" }))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
