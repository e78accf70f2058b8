import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import workload = require("@hipaa-aws/workload");
import { parse } from "yaml";

/** The workload of one environment, as every host takes it. */
export function workloadOf(environment: string) {
  const folder = dirname(require.resolve("@hipaa-aws/workload/package.json"));
  const file = parse(readFileSync(join(folder, `Pulumi.${environment}.yaml`), "utf8")) as {
    config: Record<string, string>;
  };
  return { program: () => workload(), project: "workload", stack: environment, config: file.config };
}
