import { Truth } from "../../authoring/truth";
import { Value } from "../../authoring/value";
import { accountWithin, ownAccount } from "../../knowledge/access/caller";
import { aboutAction, mayAllow } from "../../knowledge/access/by-action";
import { readPolicy, type PolicyReading, type PolicyStatement } from "../../knowledge/access/policy-reading";
import { routesOf } from "../../knowledge/access/reach";
import { matchesAction } from "../../knowledge/access/statement-match";
import { knownTarget, openTarget, type Target } from "../../knowledge/access/target";
import type { World } from "../../knowledge/access/worlds";
import { isProviderFilled } from "../declared";
import type { GraphResource, StackGraph } from "../stack-graph";
import { accountOf, worldFor, type Principal } from "./principals";
import { alias, grant, keyPolicy, keyTypes } from "./tokens";

/** What AWS puts on a key without a policy: everything is left to IAM. */
const defaultPolicy = readPolicy(
  new Value(
    { Statement: { Effect: "Allow", Principal: { AWS: ownAccount }, Action: "kms:*", Resource: "*" } },
    "policy",
  ),
);

/** The policy of a key: inline, as a resource of its own, or AWS's default. */
export function policyOfKey(graph: StackGraph, key: GraphResource): PolicyReading {
  return graph.once(`access key policy ${key.urn}`, () => readPolicyOf(graph, key));
}

function readPolicyOf(graph: StackGraph, key: GraphResource): PolicyReading {
  const own = graph.referrers(key, keyPolicy, "keyId");
  if (own.length > 0) return merged(own.map((one) => readPolicy(one.get("policy"))));
  const open = graph.unresolvedReferrers(keyPolicy, "keyId", key.type).map(() => "keyId");
  const isDeclared = key.get("policy").isGiven().isYes && !isProviderFilled(key, "policy");
  const reading = isDeclared ? readPolicy(key.get("policy")) : defaultPolicy;
  return open.length > 0 ? { statements: [], open } : reading;
}

/**
 * The account of a key: by ARNs, or before AWS gave any, by the key's policy. AWS refuses a policy that does not let the
 * caller, who is of the key's account, change it again: where all who may do so are of one account, it is that one.
 * Source: AWS KMS API Reference, `BypassPolicyLockoutSafetyCheck` of CreateKey and PutKeyPolicy.
 */
export function accountOfKey(graph: StackGraph, key: GraphResource): string | undefined {
  const known = accountOf(graph, key);
  if (known !== undefined || !key.get("bypassPolicyLockoutSafetyCheck").isTrue().isNo) return known;
  const { statements, open } = policyOfKey(graph, key);
  const managing = statements.filter((one) => one.effect !== "Deny" && !matchesAction(one, "kms:PutKeyPolicy").isNo);
  const parties = managing.map(({ principals }) => principals);
  const isTold = parties.every((one) => one !== undefined && !one.everyone && one.open.length === 0);
  if (!isTold || open.length > 0) return undefined;
  const accounts = new Set(parties.flatMap((one) => one?.aws ?? []).map(accountWithin));
  return accounts.size === 1 ? [...accounts][0] : undefined;
}

/** Whether a principal that a policy names belongs to another account than a key. */
export function isForeignTo(graph: StackGraph, key: GraphResource, principal: string): Truth {
  const named = accountWithin(principal);
  if (named === undefined) return Truth.no;
  const own = accountOfKey(graph, key);
  return own === undefined ? Truth.unknown("arn") : Truth.of(own !== named);
}

function merged(readings: readonly PolicyReading[]): PolicyReading {
  return {
    statements: readings.flatMap(({ statements }) => statements),
    open: readings.flatMap(({ open }) => open),
  };
}

/** A key as the resources of a statement see it. */
export function keyTarget(key: GraphResource): Target {
  const arn = key.get("arn").text;
  return arn === undefined ? openTarget("arn:*:kms:*:*:key/*", "arn") : knownTarget(arn);
}

/** By what a principal may do something with a key. */
export interface KeyRoute {
  /** `policy "batch-all"`, `the key policy`, `grant "lambda"`. */
  readonly by: string;
  readonly action: string;
  readonly isOpen: Truth;
  /** The policy that allows it, where it is one of the principal's own. */
  readonly reading: PolicyReading | undefined;
}

/**
 * The ways in which a principal may do one of these things with a key.
 *
 * @param policy the key's policy, where some of it is to be left out
 */
export function routesToKey(
  graph: StackGraph,
  principal: Principal,
  key: GraphResource,
  actions: readonly string[],
  policy = policyOfKey(graph, key),
): KeyRoute[] {
  return [...byPolicies(graph, principal, key, actions, policy), ...byGrants(graph, principal, key, actions)];
}

function byPolicies(
  graph: StackGraph,
  principal: Principal,
  key: GraphResource,
  actions: readonly string[],
  policy: PolicyReading,
): KeyRoute[] {
  const asked = actions.filter((action) => isAsked(principal, policy, action));
  if (asked.length === 0) return [];
  const world = withAliases(graph, worldFor(graph, principal, key), key);
  const request = {
    identity: principal.policies.map(({ reading }) => reading),
    boundary: principal.boundary,
    resource: policy,
    needsDelegation: true,
    caller: principal.caller,
    target: keyTarget(key),
    world,
  };
  return asked.flatMap((action) =>
    routesOf({ ...request, action }).map(({ by, isOpen }) => {
      const held = by === "resource" ? undefined : principal.policies[by];
      return { by: held?.label ?? "the key policy", action, isOpen, reading: held?.reading };
    }),
  );
}

/** Whether any policy may allow the action: one of the principal's own, or the key's, where it names the principal. */
function isAsked({ policies, caller }: Principal, policy: PolicyReading, action: string): boolean {
  const names = ({ principals, notPrincipals }: PolicyStatement): boolean =>
    notPrincipals !== undefined || (principals !== undefined && !caller.isNamed(principals).isNo);
  return (
    policy.open.length > 0 ||
    policies.some(({ reading }) => mayAllow(reading, [action])) ||
    aboutAction(policy, action).allows.some(names)
  );
}

function byGrants(
  graph: StackGraph,
  { resource }: Principal,
  key: GraphResource,
  actions: readonly string[],
): KeyRoute[] {
  const grants = graph.ofType(grant);
  if (grants.length === 0) return [];
  return actions.flatMap((action) =>
    grants.flatMap((one) => {
      const operation = action.replace(/^kms:/, "");
      const isOpen = Truth.all([
        graph.refersTo(one, "keyId", key),
        graph.refersTo(one, "granteePrincipal", resource),
        one.get("operations").some((item) => item.isOneOf(operation)),
      ]);
      return isOpen.isNo ? [] : [{ by: `grant "${one.name}"`, action, isOpen, reading: undefined }];
    }),
  );
}

/** The aliases of a key that are declared beside it. */
function withAliases(graph: StackGraph, world: World, key: GraphResource): World {
  return (asked, conditions) => {
    if (asked !== "kms:resourcealiases" && asked !== "kms:requestalias") return world(asked, conditions);
    const names = graph.referrers(key, alias, "targetKeyId").map((one) => one.get("name"));
    const open = names.some((name) => name.text === undefined);
    const known = names.map((name) => name.text).filter((name) => name !== undefined);
    const value = open ? Truth.unknown("name") : known.length > 0 ? known : undefined;
    return { kind: "fixed", value };
  };
}

/** The keys of the stack that a value refers to, directly or by an alias. */
export function keysNamedBy(graph: StackGraph, from: GraphResource, value: Value): GraphResource[] {
  const { targets } = graph.referencesOf(from, value, ...keyTypes, alias);
  const keys = targets.flatMap((one) =>
    one.type === alias ? graph.references(one, "targetKeyId", ...keyTypes).targets : [one],
  );
  return [...new Set(keys)];
}

/** Whether a value comes from outside the stack and may name any key of it. */
export function mayNameAnyKey(graph: StackGraph, from: GraphResource, value: Value): boolean {
  const { targets, complete } = graph.referencesOf(from, value, ...keyTypes, alias);
  return targets.length === 0 && !complete;
}
