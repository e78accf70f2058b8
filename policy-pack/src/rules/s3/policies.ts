import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { parsePolicy, type Statement } from "../../knowledge/policy-document";
import { isTlsDeny } from "../../knowledge/policy-reach";
import { companionsOf, hasCompanion } from "./buckets";

/** One condition of a statement. */
export interface StatementCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** Whether all statements of a policy together meet a condition. Absent or empty: no. Unreadable: unknown. */
export function statementsMeet(policy: Value, condition: (statements: readonly Statement[]) => boolean): Truth {
  if (policy.isGiven().isNo) return Truth.no;
  const parsed = parsePolicy(policy);
  return parsed.state === "parsed" ? Truth.of(condition(parsed.statements)) : Truth.unknown(policy.path);
}

/** Whether a bucket has a policy, as a resource of its own or inline. */
export function hasPolicy(graph: StackGraph, of: GraphResource): Truth {
  return of
    .get("policy")
    .isGiven()
    .or(hasCompanion(graph, of, "policy"));
}

/** Whether some statement of a bucket's policy meets a condition; no when it has no policy. */
export function policyHolds(graph: StackGraph, of: GraphResource, condition: (one: Statement) => boolean): Truth {
  const linked = companionsOf(graph, of, "policy").map((policy) => policy.get("policy"));
  if (linked.length === 0) {
    const inline = statementsMeet(of.get("policy"), (statements) => statements.some(condition));
    return inline.or(hasCompanion(graph, of, "policy"));
  }
  return Truth.any(linked.map((policy) => statementsMeet(policy, (statements) => statements.some(condition))));
}

/** What of a bucket a statement's resource stands for: AWS takes only resources of the bucket itself. */
export function coverageOf(resources: readonly string[]): { readonly bucket: boolean; readonly objects: boolean } {
  const each = resources.map((resource) => {
    if (/^\*+$/.test(resource)) return { bucket: true, objects: true };
    const name = /^(?:[^:]*:){5}(.*)$/.exec(resource)?.[1];
    if (name === undefined) return { bucket: false, objects: false };
    const slash = name.indexOf("/");
    if (slash < 0) return { bucket: true, objects: name.endsWith("*") };
    return { bucket: false, objects: /^\/\*+$/.test(name.slice(slash)) };
  });
  return { bucket: each.some((one) => one.bucket), objects: each.some((one) => one.objects) };
}

/** Whether statements refuse plain HTTP on the bucket and on all its objects, in one statement or in several. */
export function refusesPlainHttp(statements: readonly Statement[]): boolean {
  const denied = statements.filter((one) => isTlsDeny(one, "s3")).flatMap(({ resources }) => resources);
  const { bucket, objects } = coverageOf(denied);
  return bucket && objects;
}

export function deniesEveryone(statement: Statement): boolean {
  return statement.effect === "Deny" && statement.principals?.everyone === true;
}

/** Whether a statement's actions include one, wildcards considered. */
export function includesAction(statement: Statement, action: string): boolean {
  return statement.actions.some((pattern) => {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*+/g, ".*")
      .replaceAll("?", ".");
    return new RegExp(`^${source}$`, "i").test(action);
  });
}

export function conditionsOf(statement: Statement): StatementCondition[] {
  return [...statement.conditions].flatMap(([operator, keys]) =>
    [...keys].map(([key, values]) => ({ operator, key, values })),
  );
}
