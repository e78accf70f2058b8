import type { ResourceValidationPolicy } from "@pulumi/policy";
import { compileRule, CompileContext } from "../authoring/compile";
import type { Inputs } from "../authoring/remediation-inputs";
import type { Rule } from "../authoring/rule";
import { unknownCheckingProxy } from "../authoring/sdk-unknowns";
import type { CaseResource, RuleCase } from "./cases";
import { Built, Declined } from "./evaluate";

interface RemediateOptions {
  /** Default: `preview`. */
  readonly when?: "preview" | "update";
  /** Other inputs than the case's: sealed, or with the provider's own keys. */
  readonly inputs?: (built: Inputs) => Inputs;
  readonly today?: Date;
}

/**
 * Runs a rule's remediation over the first resource of a case, as the SDK does at the level `remediate`.
 *
 * @returns the inputs before, and after where the remediation changed them.
 */
export function remediate(
  rule: Rule,
  testCase: Pick<RuleCase, "resources" | "config">,
  options: RemediateOptions = {},
): { readonly before: Inputs; readonly after: Inputs | undefined } {
  const [subject] = testCase.resources;
  if (!subject) throw new Error("a case needs a resource");
  const { when = "preview", inputs = (built) => built, today = new Date("2026-11-22T12:00:00Z") } = options;
  const built = new Built(subject, testCase.resources, when);
  const before = inputs(built.properties);
  const policy = compileRule(rule, new CompileContext(() => today)) as ResourceValidationPolicy;
  const args = {
    ...built.validationArgs(<T>(): T => (testCase.config ?? {}) as T),
    props: unknownCheckingProxy(before as Record<string, unknown>),
  };
  try {
    return { before, after: policy.remediateResource?.(args) as Inputs | undefined };
  } catch (error) {
    if (error instanceof Declined) return { before, after: undefined };
    throw error;
  }
}

/** The resource with other inputs in place of those that differ; all others keep their references. */
export function withInputs(resource: CaseResource, before: Inputs, after: Inputs): CaseResource {
  const changed = Object.entries(after).filter(([key, value]) => value !== before[key]);
  return { ...resource, properties: { ...resource.properties, ...Object.fromEntries(changed) } };
}
