import type {
  Policy,
  PolicyResource,
  ResourceValidation,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import { CompileContext, compileRules } from "../authoring/compile";
import type { Rule } from "../authoring/rule";
import { UnknownValueError } from "../authoring/sdk-unknowns";
import type { CaseResource } from "./cases";
import { Built, Declined, toPolicyResources } from "./evaluate";

/** What one policy said of one resource, or of the stack. */
export interface Said {
  readonly policy: string;
  readonly urn: string | undefined;
  readonly message: string;
}

export interface PackRun {
  readonly rules: readonly Rule[];
  readonly resources: readonly CaseResource[];
  /** Options by policy. */
  readonly config?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly stackTags?: Readonly<Record<string, string>>;
  readonly today?: Date;
  /** To run a stack again in the same process. */
  readonly context?: CompileContext;
  /** Names of resources that the pack is not asked about one by one, as in a run of some targets. */
  readonly notAsked?: readonly string[];
}

const root: CaseResource = { type: "pulumi:pulumi:Stack", name: "case-test", properties: {} };

/**
 * Runs a whole pack over a stack as the SDK does: each resource through all policies in order, then the stack. The root
 * comes first. Unknowns are those of a preview.
 */
export function runPack(run: PackRun): { readonly said: readonly Said[]; readonly notApplicable: readonly string[] } {
  const today = run.today ?? new Date("2026-11-22T12:00:00Z");
  const context = run.context ?? new CompileContext(() => today);
  const policies = compileRules(run.rules, context);
  const resources = [root, ...run.resources].map((item) => new Built(item, run.resources, "preview"));
  const tags = new Map(Object.entries(run.stackTags ?? {}));
  const said: Said[] = [];
  const notApplicable: string[] = [];

  const ask = (
    policy: Policy,
    urn: string | undefined,
    call: (report: (message: string, at?: string) => void) => unknown,
  ) => {
    try {
      call((message, at) => void said.push({ policy: policy.name, urn: urn ?? at, message }));
    } catch (error) {
      if (error instanceof Declined) notApplicable.push(policy.name);
      else if (error instanceof UnknownValueError) said.push({ policy: policy.name, urn, message: error.message });
      else throw error;
    }
  };
  const configOf =
    (policy: Policy) =>
    <T>(): T =>
      ({ ...run.config?.[policy.name] }) as T;

  for (const resource of resources.filter(({ item }) => !run.notAsked?.includes(item.name))) {
    for (const policy of policies) {
      const validate = resourceValidation(policy);
      if (!validate) continue;
      const args = { ...resource.validationArgs(configOf(policy)), stackTags: tags };
      if (skips(validate, [resource.item.type])) notApplicable.push(policy.name);
      else ask(policy, resource.urn, (report) => void validate(args, report));
    }
  }
  const whole: PolicyResource[] = toPolicyResources(resources);
  const types = whole.map(({ type }) => type);
  for (const policy of policies) {
    if (!isStackPolicy(policy)) continue;
    const args = { resources: whole, getConfig: configOf(policy), notApplicable: decline, stackTags: tags };
    if (skips(policy.validateStack, types)) notApplicable.push(policy.name);
    else ask(policy, undefined, (report) => void policy.validateStack(args, report));
  }
  return { said, notApplicable };
}

function resourceValidation(policy: Policy): ResourceValidation | undefined {
  const { validateResource } = policy as ResourceValidationPolicy;
  return Array.isArray(validateResource) ? validateResource[0] : validateResource;
}

function isStackPolicy(policy: Policy): policy is StackValidationPolicy {
  return "validateStack" in policy;
}

function skips(validate: object, types: readonly string[]): boolean {
  const { __pulumiType: only } = validate as { __pulumiType?: string };
  return only !== undefined && !types.includes(only);
}

function decline(reason?: string): never {
  throw new Declined(reason);
}
