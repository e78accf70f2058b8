import { stackRule, type Rule } from "../../authoring/rule";
import type { StackCheck } from "../../authoring/stack-check";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isProviderFilled } from "../../graph/declared";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isPublicWeb, publicPorts } from "./open-ports";
import {
  admitsWorld,
  doorsOf,
  holdsPort,
  ingressRule,
  isExactly,
  isTcp,
  securityGroup,
  securityGroupRule,
  type Door,
} from "./security-group-rules";

/** The tiers from which each tier may accept connections: the one before it, and itself. */
const callers: Readonly<Record<string, readonly string[]>> = {
  web: ["public", "web"],
  app: ["web", "app"],
  data: ["app", "data"],
};

const chaining = stackRule("vpc-sg-tier-chaining", {
  check: (stack, graph) => {
    for (const group of graph.ofType(securityGroup)) {
      const tier = group.tag("hipaa:tier");
      if (tier.isAbsent) continue;
      if (!isProviderFilled(group, "ingress")) {
        for (const block of group.get("ingress").items()) {
          judge(
            stack,
            group,
            tier,
            entryOf(graph, group, "ingress", (path) => block.get(path)),
          );
        }
      }
      for (const rule of rulesOf(graph, group)) judge(stack, rule, tier, standaloneEntry(graph, rule));
    }
  },
});

/** What an ingress rule lets in. */
interface Entry {
  readonly isIngress: Truth;
  readonly byAddress: Truth;
  /** The groups of the stack that it names. */
  readonly groups: readonly GraphResource[];
  /** Names of groups known only on update, from outside the stack. */
  readonly open: Truth;
}

function judge(stack: StackCheck, at: GraphResource, tier: Value, entry: Entry): void {
  for (const [name, allowed] of Object.entries(callers)) {
    const applies = tier.isOneOf(name).and(entry.isIngress);
    const known = entry.groups.map((group) => group.tag("hipaa:tier").isOneOf(...allowed));
    const expectHere = (condition: Truth, fault: string): void => stack.expect(at, applies.not().or(condition), fault);
    expectHere(entry.byAddress.not(), `the ${name} tier accepts traffic by address instead of by security group`);
    expectHere(Truth.all([...known, entry.open]), `the ${name} tier accepts traffic from a group of another tier`);
  }
}

function standaloneEntry(graph: StackGraph, rule: GraphResource): Entry {
  const isIngress = rule.type === securityGroupRule ? rule.get("type").isOneOf("ingress") : Truth.yes;
  const input = rule.type === securityGroupRule ? "sourceSecurityGroupId" : "referencedSecurityGroupId";
  return { ...entryOf(graph, rule, input, (path) => rule.get(path)), isIngress };
}

const addressPaths = ["cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "cidrIpv4", "cidrIpv6", "prefixListId"];
const groupPaths = ["securityGroups", "sourceSecurityGroupId", "referencedSecurityGroupId"];

function entryOf(graph: StackGraph, at: GraphResource, input: string, get: (path: string) => Value): Entry {
  const names = groupPaths.map(get).flatMap((value) => value.items());
  const wired = (at.sources.get(input) ?? [])
    .map((urn) => graph.find(urn))
    .filter((one): one is GraphResource => one?.type === securityGroup);
  const isUnseen = names.some((name) => name.isUnknown) && wired.length === 0;
  const byId = names.map((name) => graph.ofType(securityGroup).find((one) => isNamed(one, name)));
  const literal = byId.filter((one): one is GraphResource => one !== undefined);
  return {
    isIngress: Truth.yes,
    byAddress: Truth.any(addressPaths.map((path) => isFilled(get(path)))),
    groups: [...literal, ...(names.some((name) => name.isUnknown) ? wired : [])],
    open: isUnseen ? Truth.unknown(input) : Truth.yes,
  };
}

function isNamed(group: GraphResource, name: Value): boolean {
  return name.text !== undefined && group.get("id").text === name.text;
}

function isFilled(value: Value): Truth {
  return value.isUnknown ? value.asUnknown() : value.isGiven();
}

function rulesOf(graph: StackGraph, group: GraphResource): GraphResource[] {
  return [securityGroupRule, ingressRule].flatMap((type) => graph.referrers(group, type, "securityGroupId"));
}

const publicWebOnEdge = stackRule("vpc-sg-public-web-only-on-edge", {
  config: publicPorts,
  check: (stack, graph) => {
    const ports = stack.setting<readonly number[]>("publicPorts");
    expectOfDoors(stack, graph, "a group that is not tagged as the public tier opens web ports to the internet", {
      isOpen: (door) => admitsWorld(door).and(isPublicWeb(door, ports)),
      isFineOnPublic: () => Truth.yes,
    });
  },
});

const noCleartextHttp = stackRule("vpc-sg-no-plaintext-http-ports", {
  // Whether port 80 is the public tier's stands at the group, which a rule resource only names.
  check: (stack, graph) =>
    expectOfDoors(stack, graph, "a rule admits a port that usually speaks cleartext: HTTP or LDAP", {
      isOpen: (door) => isTcp(door).and(isExactly(door, [80, 8080, 389])),
      isFineOnPublic: (door) => holdsPort(door, [80]),
    }),
});

interface DoorJudgement {
  readonly isOpen: (door: Door) => Truth;
  /** Whether that is all right on a group of the public tier. */
  readonly isFineOnPublic: (door: Door) => Truth;
}

function expectOfDoors(stack: StackCheck, graph: StackGraph, fault: string, judgement: DoorJudgement): void {
  for (const resource of graph.ofType(securityGroup, securityGroupRule, ingressRule)) {
    if (resource.type === securityGroup && isProviderFilled(resource, "ingress")) continue;
    const view = { type: resource.type, get: (path: string): Value => resource.get(path) };
    const isPublic = belongsToPublicTier(graph, resource);
    const faulty = doorsOf(view, "ingress").map((door) =>
      Truth.all([door.applies, judgement.isOpen(door), isPublic.and(judgement.isFineOnPublic(door)).not()]),
    );
    stack.expect(resource, Truth.any(faulty).not(), fault);
  }
}

/** Whether the group that a rule belongs to is tagged as the public tier. One outside the stack may be. */
function belongsToPublicTier(graph: StackGraph, resource: GraphResource): Truth {
  if (resource.type === securityGroup) return resource.tag("hipaa:tier").isOneOf("public");
  const { targets, complete, path } = graph.references(resource, "securityGroupId", securityGroup);
  if (targets.length > 0) return Truth.all(targets.map((group) => group.tag("hipaa:tier").isOneOf("public")));
  return complete ? Truth.no : Truth.unknown(path);
}

/** Rules on how security groups of the tiers follow on one another. */
export const tierRules: readonly Rule[] = [chaining, publicWebOnEdge, noCleartextHttp];
