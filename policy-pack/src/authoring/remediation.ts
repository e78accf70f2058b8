import type { ResourceValidationArgs } from "@pulumi/policy";
import type { CompileContext } from "./compile-context";
import { exemptionFor } from "./exemptions";
import { holdsAsset, opened, type Inputs } from "./remediation-inputs";
import { changesOf, type Change } from "./remediation-steps";
import { NotApplicable, ResourceCheck } from "./resource-check";
import type { ResourceRule } from "./rule";
import { Value } from "./value";

type Settings = Readonly<Record<string, unknown>>;

/** Type tokens that a rule has a remediation for. */
export function remediableTypes({ requirement, types }: ResourceRule): ReadonlySet<string> {
  return new Set((requirement.remediate ?? []).flatMap((step) => step.types ?? types));
}

/**
 * The inputs with the rule's remediation, or nothing where none is needed or none is sure. Steps come from the
 * requirement; these promises hold for all of them:
 *
 * - A resource in which the rule finds no certain fault comes back as it is: what is undecided or exempted too.
 * - A resource that comes back changed has no fault of the rule left; a remediation that would leave one changes nothing.
 * - Of the steps, the fewest are taken with which the rule is content: a stronger value is never replaced by another.
 * - Unknown values stay, secrets stay in their envelopes, and what `ignoreChanges` names stays.
 *
 * It never throws: at worst the rule finds afterwards what it would have found anyway.
 */
export function remediated(
  rule: ResourceRule,
  args: ResourceValidationArgs,
  settings: Settings,
  context: CompileContext,
): Inputs | undefined {
  try {
    const inputs = Value.ofProperties(args.props as object).raw as Inputs;
    if (holdsAsset(inputs)) return undefined;
    const look = (candidate: Inputs): ResourceCheck =>
      new ResourceCheck({ ...args, props: opened(candidate) as Inputs }, settings, context.phiScope);
    const isFaultless = (candidate: Inputs): boolean => judge(rule, look(candidate));
    if (isFaultless(inputs)) return undefined;
    const exemption = exemptionFor(rule, args.urn, settings, context, () => look(inputs).mayHoldPhi());
    if (exemption.kind === "exempted" || exemption.kind === "undecided") return undefined;
    const steps = (rule.requirement.remediate ?? []).filter((step) => step.types?.includes(args.type) ?? true);
    const stepContext = { settings, ignoreChanges: args.opts.ignoreChanges };
    const changes = steps.flatMap((step) => changesOf(step, inputs, stepContext));
    return fewestChanges(inputs, changes, isFaultless);
  } catch {
    return undefined;
  }
}

/** Whether the rule finds no certain fault. */
function judge(rule: ResourceRule, resource: ResourceCheck): boolean {
  try {
    rule.check(resource);
  } catch (error) {
    if (!(error instanceof NotApplicable)) throw error;
  }
  return resource.findings.faults.length === 0;
}

/** Leaves out, from the last on, every change without which the rule is content too. */
function fewestChanges(
  inputs: Inputs,
  changes: readonly Change[],
  isFaultless: (candidate: Inputs) => boolean,
): Inputs | undefined {
  const apply = (some: readonly Change[]): Inputs => some.reduce((changed, change) => change(changed), inputs);
  if (!isFaultless(apply(changes))) return undefined;
  let kept = changes;
  for (const change of [...changes].reverse()) {
    const without = kept.filter((other) => other !== change);
    if (isFaultless(apply(without))) kept = without;
  }
  return apply(kept);
}
