import { isPartlyOpen, type PolicyReading, type PolicyStatement } from "../../knowledge/access/policy-reading";
import { once } from "../../knowledge/once";
import { allowsWholeService, isAdministration, usesAllKeys } from "../../knowledge/permissions";
import type { Statement } from "../../knowledge/policy-document";
import type { Principal } from "./principals";

/**
 * A principal without the Allows that rules on single policies report: one fault is one finding, and who mends that one
 * closes the way of several hops as well.
 *
 * @param alsoReported what a rule reports beside whole services and all keys
 */
export function withoutReported(
  principal: Principal,
  alsoReported: (statement: Statement) => boolean = () => false,
): Principal {
  return allowsOf(principal, (statement) => !isReported(statement) && !alsoReported(statement));
}

/** A principal with only some of its Allows. */
export function allowsOf(principal: Principal, keep: (statement: Statement) => boolean): Principal {
  const only = (reading: PolicyReading): PolicyReading => ({
    ...reading,
    statements: reading.statements.filter(
      (one) => one.effect !== "Allow" || isPartlyOpen(one) || keep(asStatement(one)),
    ),
  });
  return { ...principal, policies: principal.policies.map((held) => ({ ...held, reading: only(held.reading) })) };
}

const isReported = once(
  (statement: Statement): boolean =>
    isAdministration(statement) || allowsWholeService(statement) || usesAllKeys(statement),
);

/** A statement that is wholly known, as the rules on single policies read it; the same one for the same one. */
const asStatement = once((one: PolicyStatement): Statement => {
  const conditions = new Map<string, Map<string, readonly string[]>>();
  for (const { operator, key, values } of one.conditions) {
    conditions.set(operator, (conditions.get(operator) ?? new Map<string, readonly string[]>()).set(key, values.known));
  }
  return {
    sid: "",
    effect: one.effect ?? "Allow",
    actions: one.actions?.known ?? [],
    notActions: one.notActions?.known ?? [],
    resources: one.resources?.known ?? [],
    notResources: one.notResources?.known ?? [],
    principals: one.principals,
    notPrincipals: one.notPrincipals,
    conditions,
  };
});
