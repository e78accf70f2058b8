import { toVerdicts, type Verdicts } from "@hipaa-aws/evidence";
import type { PolicyObservations } from "./policy-events";
import type { PackInfo } from "./policy-pack";

/**
 * Makes the verdicts of what the engine reported and what the pack says of its rules.
 *
 * @param urns all resources of the run
 */
export function judge(
  observations: PolicyObservations,
  info: PackInfo,
  stackUrn: string,
  urns: readonly string[],
): Verdicts {
  return toVerdicts(observations.diagnostics, {
    pack: observations.pack ?? info.pack,
    policies: info.policies,
    stackUrn,
    urns: new Set(urns),
    passed: observations.passed,
    remediated: observations.remediated,
    notApplicable: notApplicable(observations, info),
  });
}

/** Every resource is asked of every resource rule and the stack of every stack rule; what neither passed nor failed had nothing to judge. */
function notApplicable(observations: PolicyObservations, info: PackInfo): number {
  const on = info.policies.filter(({ level }) => level !== "disabled");
  const stackRules = on.filter(({ kind }) => kind === "stack").length;
  const asked = observations.resources.length * (on.length - stackRules) + (observations.stackAsked ? stackRules : 0);
  return asked - observations.passed.length - observations.failed;
}
