import { isDeepStrictEqual } from "node:util";
import type { Expected, RuleCase } from "./cases";
import { differences } from "./differences";

/** A fault, and a case that meets the rule, which differ in one place. */
export interface NearMiss {
  readonly fault: RuleCase;
  readonly met: RuleCase;
}

/**
 * A pair of cases under the same configuration of which one is at fault and the other passes, while one property, or one
 * resource, makes all the difference. Such a pair shows that the rule draws its line there and nowhere else. A case that
 * the rule does not judge is none: a tag that takes a resource out of scope would be a near miss of nearly every rule.
 */
export function nearMiss(cases: readonly RuleCase[]): NearMiss | undefined {
  const faults = cases.filter((one) => finalAnswer(one) === "fault");
  const passes = cases.filter((one) => finalAnswer(one) === "pass");
  const pairs = faults.flatMap((fault) => passes.map((met): NearMiss => ({ fault, met })));
  return pairs.find(
    ({ fault, met }) =>
      isDeepStrictEqual(fault.config, met.config) && differences(fault.resources, met.resources) === 1,
  );
}

/** What the rule says once everything is known. */
function finalAnswer({ expected, afterUpdate }: RuleCase): Expected {
  return afterUpdate ?? expected;
}
