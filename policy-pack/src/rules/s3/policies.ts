import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { refuses } from "../../knowledge/access/questions";
import type { Target } from "../../knowledge/access/target";
import { parsePolicy, type Statement } from "../../knowledge/policy-document";
import { refusesPlainHttp } from "../../knowledge/policy-judgement";
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

/** The bucket that a policy stands on, and all its objects, by {@link coverageOf}: AWS takes no other resources. */
const bucketAndObjects: readonly Target[] = [
  bucketTarget(
    ({ bucket }) => bucket,
    ({ bucket }) => bucket,
  ),
  bucketTarget(
    ({ objects }) => objects,
    // What is about the bucket alone takes nothing from its objects.
    ({ bucket, objects }) => objects || !bucket,
  ),
];

type Coverage = ReturnType<typeof coverageOf>;

function bucketTarget(within: (coverage: Coverage) => boolean, meets: (coverage: Coverage) => boolean): Target {
  return {
    within: (pattern) => Truth.of(within(coverageOf([pattern]))),
    meets: (pattern) => Truth.of(meets(coverageOf([pattern]))),
  };
}

/** Whether a bucket's policy refuses plain HTTP on the bucket and on all its objects. */
export function refusesPlainHttpToBucket(policy: Value): Truth {
  return refusesPlainHttp(policy, ["s3:*"], bucketAndObjects);
}

/** Whether a bucket's policy refuses the versions of TLS before 1.2, on the bucket and on all its objects. */
export function refusesOldTls(policy: Value): Truth {
  const versions = ["1.0", "1.1"].map((version) =>
    refuses(policy, {
      actions: ["s3:*"],
      targets: bucketAndObjects,
      context: new Map([
        ["aws:securetransport", ["true"]],
        ["s3:tlsversion", [version]],
      ]),
    }),
  );
  return Truth.all(versions);
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
