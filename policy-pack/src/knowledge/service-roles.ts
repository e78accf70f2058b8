import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { globMatches } from "./glob";
import { allowsAction, allowsOnUnnamed } from "./permissions";
import { stores } from "./phi-scope";
import type { Statement } from "./policy-document";
import { anyStatement } from "./policy-statements";

export const role = "aws:iam/role:Role";
export const rolePolicy = "aws:iam/rolePolicy:RolePolicy";

/** Whether a role's trust policy lets a service take the role. */
export function isTrustedBy(subject: { get(path: string): Value }, service: string): Truth {
  return anyStatement(
    subject.get("assumeRolePolicy"),
    ({ effect, principals }) => effect === "Allow" && (principals?.services ?? []).includes(service),
  );
}

/** A policy of a role: where it stands, and whether the role is of the kind that was asked for. */
export interface PolicyOfRole {
  readonly at: GraphResource;
  readonly policy: Value;
  readonly isOfRole: Truth;
}

/** The policies of roles that a service may take: inline in the role, and as resources of their own. */
export function policiesOfRolesOf(graph: StackGraph, service: string): PolicyOfRole[] {
  const inline = graph.ofType(role).flatMap((at) =>
    at
      .get("inlinePolicies")
      .items()
      .map((one) => ({ at, policy: one.get("policy"), isOfRole: isTrustedBy(at, service) })),
  );
  const standalone = graph.ofType(rolePolicy).map((at) => {
    const { targets, complete, path } = graph.references(at, "role", role);
    const known = targets.map((target) => isTrustedBy(target, service));
    const isOfRole = Truth.any(complete || targets.length > 0 ? known : [Truth.unknown(path)]);
    return { at, policy: at.get("policy"), isOfRole };
  });
  return [...inline, ...standalone];
}

/** Whether a policy allows one of these actions on buckets without naming them. */
export function reachesUnnamedBuckets(policy: Value, actions: readonly string[]): Truth {
  return anyStatement(policy, (statement) => allowsOnUnnamed(statement, actions));
}

/** Whether a policy allows one of these actions on a bucket of the stack that is tagged as holding no PHI. */
export function reachesBucketOutOfScope(graph: StackGraph, policy: Value, actions: readonly string[]): Truth {
  const buckets = graph.ofType(...stores.bucket).filter((bucket) => !bucket.mayHoldPhi().isYes);
  return Truth.any(
    buckets.map((bucket) =>
      bucket
        .mayHoldPhi()
        .not()
        .and(anyStatement(policy, (statement) => allowsAction(statement, actions) && covers(statement, bucket))),
    ),
  );
}

function covers({ resources }: Statement, bucket: GraphResource): boolean {
  const names = [bucket.get("bucket").text, bucket.get("id").text].filter((name) => name !== undefined);
  const arn = bucket.get("arn").text;
  return resources.some((resource) => {
    const [ownArn = ""] = resource.split("/");
    if (ownArn === arn) return true;
    const pattern = /^arn:[^:]*:s3:[^:]*:[^:]*:(.+)$/.exec(ownArn)?.[1];
    return pattern !== undefined && names.some((name) => globMatches(pattern, name));
  });
}
