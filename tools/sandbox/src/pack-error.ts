import { walkValues, textOf, type ResourceState, type StateValue } from "@hipaa-aws/stack-state";
import type { PackProcess } from "./pack-process";
import { PolicyPackError } from "./policy-pack-error";

/** What went wrong with a running pack, in words; a policy that threw is named. */
export function packError(
  error: unknown,
  running: PackProcess,
  problem: string,
  resources: readonly ResourceState[] = [],
): PolicyPackError {
  if (error instanceof PolicyPackError) return error;
  const details = (error as { details?: unknown }).details;
  const text = typeof details === "string" ? details : error instanceof Error ? error.message : String(error);
  const policy =
    /policy '([^']+)' from policy pack/.exec(text)?.[1] ?? /remediation '([^']+)' from policy pack/.exec(text)?.[1];
  return new PolicyPackError(
    running.directory,
    policy ? `${problem.replace("a policy", `the policy "${policy}"`)}` : problem,
    policy ? "Mend the policy: a policy must report violations and never throw" : "See what it wrote",
    withoutSecrets(text, resources),
  );
}

/** A policy's error may quote what it read. */
function withoutSecrets(text: string, resources: readonly ResourceState[]): string {
  const secrets = new Set<string>();
  const collect = (value: StateValue) =>
    walkValues(value, (_path, inner, isSecret) => {
      const secret = isSecret ? textOf(inner) : "";
      if (secret !== "") secrets.add(secret);
    });
  for (const { inputs, outputs } of resources) {
    collect(inputs);
    collect(outputs);
  }
  return [...secrets].reduce((shown, secret) => shown.split(secret).join("[secret]"), text);
}
