import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { keyTarget, policyOfKey, routesToKey, type KeyRoute } from "../../graph/access/keys";
import { phiStoresOf, type PhiStore } from "../../graph/access/phi-stores";
import { principalsOf, type Principal } from "../../graph/access/principals";
import { allowsOf, withoutReported } from "../../graph/access/reported";
import { keyTypes } from "../../graph/access/tokens";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { accountOf, namedCaller, ownAccount } from "../../knowledge/access/caller";
import { isPartlyOpen, type PolicyReading, type PolicyStatement } from "../../knowledge/access/policy-reading";
import { letsIn } from "../../knowledge/access/questions";
import { isReachable } from "../../knowledge/access/reach";
import { matchesAction } from "../../knowledge/access/statement-match";
import { worldOf } from "../../knowledge/access/worlds";
import { isOnUnnamed } from "../../knowledge/permissions";
import { approvedRoles } from "../iam/roles";
import { isApprovedRole, isForEmergencies } from "./roles";
import { outsideAccount } from "./outside";
import { someOf } from "./text";

/** By which someone takes a key away or takes it over. */
const managing: readonly string[] = ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:DisableKey"];
/** By which someone reads what is under a key; re-encryption hands it to a key of one's own. */
const using: readonly string[] = ["kms:Decrypt", "kms:ReEncryptFrom"];

const administratorsAreNotUsers = stackRule("access-key-administrators-are-not-users", {
  config: approvedRoles,
  check: (stack, graph) => {
    const approved = stack.setting<readonly string[]>("approvedRoles");
    const judged = principalsOf(graph)
      .filter((one) => !isForEmergencies(one).isYes && !isApprovedRole(one, approved))
      .map((one) => withoutReported(one));
    for (const key of graph.ofType(...keyTypes)) {
      if (key.mayHoldPhi().isNo) continue;
      const policy = withoutReportedStatements(policyOfKey(graph, key));
      for (const principal of judged) {
        const manages = routesToKey(graph, principal, key, managing, policy);
        if (manages.length === 0) continue;
        const uses = routesToKey(graph, principal, key, using, policy);
        const isBoth = Truth.all([
          key.mayHoldPhi(),
          isForEmergencies(principal).not(),
          anyOpen(manages),
          anyOpen(uses),
        ]);
        stack.expect(key, isBoth.not(), mixedText(principal, key, manages, uses));
      }
      const isNamedForBoth = Truth.any([
        ...strangersOf(graph, policy).map((name) => isNamedFor(policy, key, name)),
        ...openNames(policy),
      ]);
      stack.expect(key, key.mayHoldPhi().and(isNamedForBoth).not(), strangerText);
    }
  },
});

const strangerText =
  "one principal manages the key and decrypts with it: the key policy names a principal from outside the stack for both";

/** Roles and users that a key's policy names and that are declared elsewhere. */
function strangersOf(graph: StackGraph, { statements }: PolicyReading): string[] {
  const own = principalsOf(graph).map(({ resource }) => resource.get("arn").text);
  const named = statements.flatMap(({ principals }) => principals?.aws ?? []);
  return [...new Set(named)].filter((name) => /:(role|user)\//.test(name) && !own.includes(name));
}

/** What may name a principal for either duty once it is known. */
function openNames({ statements, open }: PolicyReading): Truth[] {
  const names = statements
    .filter((one) => one.effect !== "Deny" && [...managing, ...using].some((each) => !matchesAction(one, each).isNo))
    .flatMap(({ principals }) => principals?.open ?? []);
  return [...open, ...names].map((path) => Truth.unknown(path));
}

function isNamedFor(policy: PolicyReading, key: GraphResource, name: string): Truth {
  const world = worldOf(new Map([["aws:principalarn", [name]]]));
  const request = { identity: [], resource: policy, caller: namedCaller(name), target: keyTarget(key), world };
  const may = (actions: readonly string[]): Truth =>
    Truth.any(actions.map((action) => isReachable({ ...request, action })));
  return may(managing).and(may(using));
}

function mixedText({ label }: Principal, key: GraphResource, manages: KeyRoute[], uses: KeyRoute[]): string {
  const hop = (routes: readonly KeyRoute[]): string => {
    const route = firstOpen(routes);
    return `${label} → ${route?.by ?? ""} allows ${route?.action ?? ""} → key "${key.name}"`;
  };
  return `one principal manages the key and decrypts with it: ${hop(manages)}; ${hop(uses)}`;
}

/**
 * A key's policy without the statement that mixes both duties, which kms-separation-of-duties reports, and without what
 * is open to everyone, which kms-key-policy-no-wildcard-principal does.
 */
function withoutReportedStatements(policy: PolicyReading): PolicyReading {
  const isReported = (one: PolicyStatement): boolean => {
    if (one.effect !== "Allow" || isPartlyOpen(one)) return false;
    const mixes = !isForAccounts(one) && allowsAny(one, managing) && allowsAny(one, using);
    return mixes || (one.principals?.everyone === true && letsIn(one, policy).isYes);
  };
  return { ...policy, statements: policy.statements.filter((one) => !isReported(one)) };
}

function isForAccounts({ principals }: PolicyStatement): boolean {
  return (principals?.aws ?? []).every((name) => accountOf(name) !== undefined || name === ownAccount);
}

function allowsAny(statement: PolicyStatement, actions: readonly string[]): boolean {
  return actions.some((action) => matchesAction(statement, action).isYes);
}

const wildcardRole = stackRule("access-phi-store-key-open-to-wildcard-role", {
  config: approvedRoles,
  check: (stack, graph) => {
    const approved = stack.setting<readonly string[]>("approvedRoles");
    const wide = principalsOf(graph)
      .filter((one) => !isForEmergencies(one).isYes && !isApprovedRole(one, approved))
      .map((one) => allowsOf(one, (statement) => isOnUnnamed(statement, "kms")));
    for (const store of phiStoresOf(graph)) {
      const hops = store.keys.flatMap((key) => wide.flatMap((one) => hopsTo(graph, one, key, store)));
      const mayBe = store.openKeys.flatMap((path) =>
        graph.ofType(...keyTypes).flatMap((key) => wide.flatMap((one) => hopsTo(graph, one, key, store))).length > 0
          ? [Truth.unknown(path)]
          : [],
      );
      const isReached = store.holdsPhi.and(Truth.any([...hops.map(({ isOpen }) => isOpen), ...mayBe]));
      const open = hops.filter(({ isOpen }) => isOpen.isYes).map(({ text }) => text);
      stack.expect(
        store.resource,
        isReached.not(),
        `principals that may decrypt with any key reach what is stored: ${someOf(open, "; ")}`,
      );
    }
  },
});

interface Hop {
  readonly isOpen: Truth;
  readonly text: string;
}

function hopsTo(graph: StackGraph, principal: Principal, key: GraphResource, store: PhiStore): Hop[] {
  return routesToKey(graph, principal, key, ["kms:Decrypt"])
    .filter(({ reading }) => reading !== undefined)
    .map(({ by, action, isOpen }) => ({
      isOpen: isOpen.and(isForEmergencies(principal).not()),
      text: `${principal.label} → ${by} allows ${action} → key "${key.name}" → ${store.label}`,
    }));
}

function anyOpen(routes: readonly KeyRoute[]): Truth {
  return Truth.any(routes.map(({ isOpen }) => isOpen));
}

function firstOpen(routes: readonly KeyRoute[]): KeyRoute | undefined {
  return routes.find(({ isOpen }) => isOpen.isYes) ?? routes[0];
}

/** Rules on who reaches the keys of PHI stores. */
export const keyRules: readonly Rule[] = [administratorsAreNotUsers, outsideAccount, wildcardRole];
