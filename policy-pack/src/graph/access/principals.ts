import { Truth } from "../../authoring/truth";
import { asText } from "../../authoring/value";
import { identityCaller, type Caller } from "../../knowledge/access/caller";
import type { ContextValue } from "../../knowledge/access/conditions";
import type { PolicyReading } from "../../knowledge/access/policy-reading";
import { worldOf, type World } from "../../knowledge/access/worlds";
import type { GraphResource, StackGraph } from "../stack-graph";
import { boundaryOf, policiesOf, type HeldPolicy } from "./attached";
import { role, user } from "./tokens";

/** A role or a user of the stack with everything that decides what it may do. */
export interface Principal {
  readonly resource: GraphResource;
  /** `role "batch"`. */
  readonly label: string;
  readonly policies: readonly HeldPolicy[];
  readonly boundary: PolicyReading | undefined;
  readonly caller: Caller;
}

/** All roles and users of the stack. */
export function principalsOf(graph: StackGraph): readonly Principal[] {
  return graph.once("access principals", () => graph.ofType(role, user).map((one) => principalOf(graph, one)));
}

function principalOf(graph: StackGraph, resource: GraphResource): Principal {
  const kind = resource.type === role ? "role" : "user";
  const arn = resource.get("arn").text;
  const account = accountOf(graph, resource);
  const name = resource.get("name").text;
  return {
    resource,
    label: `${kind} "${resource.name}"`,
    policies: policiesOf(graph, resource),
    boundary: boundaryOf(graph, resource),
    caller: identityCaller({ kind, arn, name, account, path: "arn" }),
  };
}

/** The account of a resource: by its own ARN, or by all ARNs of the stack where they agree. Unknown before AWS gave any. */
export function accountOf(graph: StackGraph, resource: GraphResource): string | undefined {
  return accountOfArn(resource) ?? graph.once("access account", () => onlyAccount(graph));
}

function onlyAccount(graph: StackGraph): string | undefined {
  const accounts = new Set(graph.resources.map(accountOfArn).filter((account) => account !== undefined));
  return accounts.size === 1 ? [...accounts][0] : undefined;
}

function accountOfArn(resource: GraphResource): string | undefined {
  return /^arn:[^:]+:[^:]+:[^:]*:(\d{12}):/.exec(resource.get("arn").text ?? "")?.[1];
}

/** Keys of a request that follow from who makes it and from the tags of what it is about. All others are free. */
export function worldFor(graph: StackGraph, principal: Principal, about: GraphResource): World {
  // Most questions are answered before any condition is looked at.
  let world: World | undefined;
  return (key, conditions) => (world ??= buildWorld(graph, principal, about))(key, conditions);
}

function buildWorld(graph: StackGraph, { resource }: Principal, about: GraphResource): World {
  const account = accountOf(graph, resource);
  const arn = resource.get("arn").text;
  const ofAccount: ContextValue = account === undefined ? Truth.unknown("arn") : [account];
  const fixed = new Map<string, ContextValue>([
    ["aws:principalarn", arn === undefined ? Truth.unknown("arn") : [arn]],
    ["aws:principalaccount", ofAccount],
    ["aws:resourceaccount", ofAccount],
    ["kms:calleraccount", ofAccount],
    ["aws:principalisawsservice", ["false"]],
  ]);
  const free = worldOf(fixed);
  return (key, conditions) => {
    const [, kind, tag = ""] = /^aws:(principal|resource)tag\/(.*)$/.exec(key) ?? [];
    if (kind === undefined) return free(key, conditions);
    return { kind: "fixed", value: tagOf(kind === "principal" ? resource : about, tag) };
  };
}

/** The value of a tag, whatever the case of its key, as condition keys have none. */
function tagOf(resource: GraphResource, lower: string): ContextValue {
  for (const tags of [resource.get("tags"), resource.get("tagsAll")]) {
    if (tags.isUnknown) return Truth.unknown("tags");
    const found = tags.entries().find(([key]) => key.toLowerCase() === lower)?.[1];
    if (found) return found.isUnknown ? Truth.unknown("tags") : [asText(found.raw)];
  }
  return undefined;
}
