import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isForeignTo, keyTarget, policyOfKey } from "../../graph/access/keys";
import { phiStoresOf } from "../../graph/access/phi-stores";
import { grant, keyTypes } from "../../graph/access/tokens";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { accountWithin, namedCaller } from "../../knowledge/access/caller";
import type { ContextValue } from "../../knowledge/access/conditions";
import type { PolicyReading } from "../../knowledge/access/policy-reading";
import { isReachable } from "../../knowledge/access/reach";
import { matchesAction } from "../../knowledge/access/statement-match";
import { worldOf, type World } from "../../knowledge/access/worlds";
import { allowList } from "../iam/roles";
import { someOf } from "./text";

const decrypting: readonly string[] = ["kms:Decrypt", "kms:ReEncryptFrom"];

export const outsideAccount = stackRule("access-phi-key-decrypt-outside-account", {
  config: allowList("accountIds", "Ids of accounts of the same organization that may decrypt PHI of this one."),
  check: (stack, graph) => {
    const listed = stack.setting<readonly string[]>("accountIds");
    for (const [key, stores] of storesByKey(graph)) {
      const isOpen = Truth.any([byPolicy(graph, key, listed), byGrant(graph, key, listed)]);
      const open = phiStoresOf(graph).flatMap(({ openKeys }) => openKeys);
      const holdsPhi = Truth.any([
        ...stores.map(({ holdsPhi: one }) => one),
        ...open.map((path) => Truth.unknown(path)),
      ]);
      stack.expect(
        key,
        holdsPhi.and(isOpen).not(),
        `principals of another account may decrypt with the key: key "${key.name}" → ${someOf(
          stores.map(({ label }) => label),
          ", ",
        )}`,
      );
    }
  },
});

/** The keys that PHI stores use, and those that they may use. */
function storesByKey(graph: StackGraph) {
  const stores = phiStoresOf(graph);
  return graph
    .ofType(...keyTypes)
    .map((key) => [key, stores.filter((store) => store.keys.includes(key))] as const)
    .filter(([, own]) => own.length > 0 || stores.some((store) => store.openKeys.length > 0));
}

function byPolicy(graph: StackGraph, key: GraphResource, listed: readonly string[]): Truth {
  const policy = named(policyOfKey(graph, key));
  const names = new Set(policy.statements.flatMap(({ principals }) => principals?.aws ?? []));
  const foreign = [...names]
    .filter((name) => !listed.includes(accountWithin(name) ?? ""))
    .map((name) => ({ name, isForeign: isForeignTo(graph, key, name) }))
    .filter((one) => !one.isForeign.isNo);
  const reached = foreign.map((one) => one.isForeign.and(mayDecrypt(policy, key, one.name)));
  return Truth.any([...reached, ...openNames(policy)]);
}

/** Without what is for everyone, which kms-key-policy-no-wildcard-principal reports. */
function named(policy: PolicyReading): PolicyReading {
  return {
    ...policy,
    statements: policy.statements.filter((one) => one.effect === "Deny" || one.principals?.everyone !== true),
  };
}

function mayDecrypt(policy: PolicyReading, key: GraphResource, name: string): Truth {
  const request = {
    identity: [],
    resource: policy,
    caller: namedCaller(name),
    target: keyTarget(key),
    world: worldOutside(name),
  };
  return Truth.any(decrypting.map((action) => isReachable({ ...request, action })));
}

/** Principals that are known on update, in statements that let them decrypt. */
function openNames({ statements, open }: PolicyReading): Truth[] {
  const names = statements
    .filter((one) => one.effect !== "Deny" && decrypting.some((action) => !matchesAction(one, action).isNo))
    .flatMap(({ principals }) => principals?.open ?? []);
  return [...open, ...names].map((path) => Truth.unknown(path));
}

/** Somebody of another account who is not of the organization: a condition on the organization keeps him out. */
function worldOutside(name: string): World {
  const account = accountWithin(name) ?? "";
  return worldOf(
    new Map<string, ContextValue>([
      ["aws:principalaccount", [account]],
      ["kms:calleraccount", [account]],
      ["aws:principalorgid", undefined],
      ["aws:principalorgpaths", undefined],
      ["aws:principalisawsservice", ["false"]],
    ]),
  );
}

function byGrant(graph: StackGraph, key: GraphResource, listed: readonly string[]): Truth {
  return Truth.any(
    graph.ofType(grant).map((one) => {
      const grantee = one.get("granteePrincipal");
      const operations = decrypting.map((action) => action.replace("kms:", ""));
      return Truth.all([
        graph.refersTo(one, "keyId", key),
        one.get("operations").some((item) => item.isOneOf(...operations)),
        isForeignGrantee(graph, key, one, listed, grantee.text),
      ]);
    }),
  );
}

function isForeignGrantee(
  graph: StackGraph,
  key: GraphResource,
  one: GraphResource,
  listed: readonly string[],
  name: string | undefined,
): Truth {
  // A role or a user of the stack is of its account.
  const { targets } = graph.references(one, "granteePrincipal", "aws:iam/role:Role", "aws:iam/user:User");
  if (targets.length > 0) return Truth.no;
  if (name === undefined) return one.get("granteePrincipal").isUnknown ? Truth.unknown("granteePrincipal") : Truth.no;
  return listed.includes(accountWithin(name) ?? "") ? Truth.no : isForeignTo(graph, key, name);
}
