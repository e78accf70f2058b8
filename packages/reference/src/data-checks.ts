import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { checkAnalytics } from "./analytics";
import type { HipaaWebApplicationArgs } from "./args";
import { fileDirectories } from "./files";

const mostDirectories = 5;

/** Checks the optional stores of data, as far as no component of theirs does. */
export function checkDataOptions(checks: ArgumentChecks, args: HipaaWebApplicationArgs): void {
  checkCache(checks, args);
  checkAnalytics(checks, args);
  const directories = fileDirectories(args);
  checks.atMost("files.directories", directories, mostDirectories);
  if (args.files !== undefined) checks.atLeast("files.directories", directories, 1);
  for (const directory of directories) {
    checks.matches("files.directories", directory, /^[a-z][a-z0-9]{0,29}$/, "a lower-case word");
  }
  checks.unique("files.directories", directories);
}

function checkCache(
  checks: ArgumentChecks,
  { cache: { serverless, nodeType, replicas } = {} }: HipaaWebApplicationArgs,
) {
  if (serverless === undefined) return;
  for (const [argument, value] of Object.entries({ nodeType, replicas })) {
    if (value !== undefined) {
      checks.fail(`cache.${argument} and cache.serverless`, "contradict each other", "Leave one of them out");
    }
  }
}
