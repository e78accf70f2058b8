import { readFileSync } from "node:fs";
import { join } from "node:path";

// From `src` and from `dist` alike.
const { version } = JSON.parse(readFileSync(join(__dirname, "..", "..", "package.json"), "utf8")) as {
  readonly version: string;
};

/** Where the pages of the rules are: in the package of the same version. */
export const rulePages = `https://unpkg.com/@hipaa-aws/policy-pack@${version}/docs/rules`;

/** The page of a rule: what it asks and why, what it reads, examples, mend and configuration. */
export function rulePage(id: string): string {
  return `${rulePages}/${id}.md`;
}
