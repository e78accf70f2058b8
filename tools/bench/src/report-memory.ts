import { renameSync, writeFileSync } from "node:fs";
import { memoryFileVariable } from "./pack-memory";

/**
 * Loaded into a process by `--require`: it writes its largest resident memory so far, in MiB, again and again, because
 * a policy pack is killed and cannot say so at its end.
 */
const file = process.env[memoryFileVariable];
if (file !== undefined) {
  setInterval(() => {
    const next = `${file}.new`;
    writeFileSync(next, String(process.resourceUsage().maxRSS / 1024));
    renameSync(next, file);
  }, 200).unref();
}
