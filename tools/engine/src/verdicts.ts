import { parseExempted, parseUndecided, parseViolation, type Severity } from "@hipaa-aws/controls";
import type { Finding, Verdicts } from "@hipaa-aws/evidence";
import type { PolicyDiagnostic, PolicyObservations } from "./policy-events";
import type { PackInfo, RuleInfo } from "./policy-pack";

/** Makes the verdicts of what the engine reported and what the pack says of its rules. */
export function judge(observations: PolicyObservations, info: PackInfo): Verdicts {
  const rules = new Map(info.rules.map((rule) => [rule.rule, rule]));
  return {
    pack: observations.pack ?? info.pack,
    rules: info.rules.map(({ rule, level }) => ({ rule, level })),
    findings: observations.diagnostics.flatMap((diagnostic) => findings(diagnostic, rules)),
    passed: observations.passed,
    notApplicable: notApplicable(observations, info),
  };
}

function findings(diagnostic: PolicyDiagnostic, rules: ReadonlyMap<string, RuleInfo>): Finding[] {
  const { policyName, urn, message, severity, enforcementLevel } = diagnostic;
  const exempted = parseExempted(message);
  const rule = exempted?.rule ?? policyName;
  const common = {
    rule,
    urn,
    level: rules.get(rule)?.level ?? (enforcementLevel === "advisory" ? "advisory" : "mandatory"),
    ...(severity ? { severity: severity as Severity } : {}),
  } as const;
  const parts = parseViolation(message, rules.get(policyName)?.description);
  const said = { message: parts.fault, citations: parts.citations, mend: parts.mend };
  if (exempted) return [{ ...common, ...said, outcome: "exempted", exemption: exempted.terms }];
  const places = parseUndecided(message);
  if (!places) return [{ ...common, ...said, outcome: "violation" }];
  const urns = [...new Set(places.map((place) => place.urn ?? urn))];
  return urns.map((place) => ({ ...common, ...said, urn: place, outcome: "undecided" }));
}

/** Every resource is asked of every resource rule and the stack of every stack rule; what neither passed nor failed had nothing to judge. */
function notApplicable(observations: PolicyObservations, info: PackInfo): number {
  const stackRules = info.rules.filter((rule) => rule.stack).length;
  const asked =
    observations.resources.length * (info.rules.length - stackRules) + (observations.stackAsked ? stackRules : 0);
  return asked - observations.passed.length - observations.failed;
}
