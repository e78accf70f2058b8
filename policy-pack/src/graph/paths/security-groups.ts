import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../stack-graph";
import { companionsOf, linksOf, placed, placeOf, type Links } from "./links";
import { listedAddresses } from "./prefix-lists";
import { defaultSecurityGroup, ingressRule, securityGroupRule, securityGroupTypes, vpcTypes } from "./tokens";
import { addressesFrom, portsFrom, type Match } from "./traffic";

/** One rule that lets traffic into a security group, in whichever form it was written. */
export interface Door {
  readonly match: Match;
  /** Whether it is of this group, and lets in: unknown while either is known only on update. */
  readonly belongs: Truth;
  /** The groups whose members it lets in. */
  readonly callers: Links;
}

/** A VPC stands for its default group: `vpc.defaultSecurityGroupId` names one that programs do not declare. */
const groupTypes: readonly string[] = [...securityGroupTypes, ...vpcTypes];

/** The doors of a group, and those whose group is known only on update, which may be its own. */
export function doorsOf(graph: StackGraph, group: GraphResource): readonly Door[] {
  return graph.once(`paths doors ${group.urn}`, () => {
    const names = [group, ...networkOfDefault(graph, group)];
    const inline = vpcTypes.includes(group.type) ? [] : group.get("ingress").items();
    const doors = inline.map((item) => doorFrom(graph, { at: group, group }, (path) => item.get(path), Truth.yes));
    return [...doors, ...standaloneDoors(graph, names)];
  });
}

/** The security groups that a value names. A VPC stands for its default group, which AWS gives to what names none. */
export function groupsNamed(graph: StackGraph, from: GraphResource, value: Value): Links {
  const links = linksOf(graph, from, value, groupTypes);
  if (links.others.isNo || links.unseen) return links;
  const byId = graph.once("paths default groups", () => indexDefaultGroups(graph));
  const texts = value.items().map(({ text }) => text ?? "");
  const standard = texts.flatMap((text) => byId.get(text) ?? []).filter((one) => !links.targets.includes(one));
  if (standard.length === 0) return links;
  const targets = [...links.targets, ...standard];
  return { ...links, targets, others: targets.length >= texts.length ? Truth.no : links.others };
}

function indexDefaultGroups(graph: StackGraph): ReadonlyMap<string, GraphResource> {
  const entries = graph
    .ofType(...vpcTypes)
    .map((network) => [network.get("defaultSecurityGroupId").text, network] as const);
  return new Map(entries.flatMap(([id, network]) => (id === undefined ? [] : [[id, network] as const])));
}

/** The VPC of an adopted default group: rules may name the group by the VPC's output. */
function networkOfDefault(graph: StackGraph, group: GraphResource): readonly GraphResource[] {
  if (group.type !== defaultSecurityGroup) return [];
  return linksOf(graph, group, group.get("vpcId"), vpcTypes).targets;
}

function standaloneDoors(graph: StackGraph, names: readonly GraphResource[]): Door[] {
  return [securityGroupRule, ingressRule].flatMap((type) => {
    const links = names.map((one) => companionsOf(graph, one, type, "securityGroupId", groupTypes));
    const own = links.flatMap((link) => link.own);
    const stray = (links[0]?.stray ?? []).filter((one) => !own.includes(one));
    return [
      ...own.map((rule) => ruleDoor(graph, rule, names[0], Truth.yes)),
      ...stray.map((rule) => ruleDoor(graph, rule, names[0], Truth.unknown(placeOf(rule, "securityGroupId")))),
    ];
  });
}

function ruleDoor(graph: StackGraph, rule: GraphResource, group: GraphResource | undefined, belongs: Truth): Door {
  const isIngress = rule.type === securityGroupRule ? placed(rule, rule.get("type").isOneOf("ingress")) : Truth.yes;
  return doorFrom(graph, { at: rule, group }, (path) => rule.get(path), belongs.and(isIngress));
}

const rangePaths = ["cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6"];
const listPaths = ["prefixListIds", "prefixListId"];
const callerPaths = ["securityGroups", "sourceSecurityGroupId", "referencedSecurityGroupId"];

interface DoorPlace {
  readonly at: GraphResource;
  readonly group: GraphResource | undefined;
}

function doorFrom(graph: StackGraph, { at, group }: DoorPlace, get: (path: string) => Value, belongs: Truth): Door {
  const protocol = at.type === ingressRule ? get("ipProtocol") : get("protocol");
  const named = addressesFrom(at, rangePaths.map(get));
  const listed = listPaths.map((path) => listedAddresses(graph, at, get(path)));
  const callers = callerPaths.map((path) => linksOf(graph, at, get(path), groupTypes));
  const self = group && get("self").isTrue().isYes ? [group] : [];
  return {
    belongs,
    match: {
      addresses: {
        spans: [...named.spans, ...listed.flatMap(({ spans }) => spans)],
        others: Truth.any([named.others, ...listed.map(({ others }) => others)]),
      },
      ports: portsFrom(at, protocol, get("fromPort"), get("toPort")),
    },
    callers: {
      targets: [...new Set([...self, ...callers.flatMap(({ targets }) => targets)])],
      exact: callers.every(({ exact }) => exact),
      others: Truth.any(callers.map(({ others }) => others)),
      unseen: callers.some(({ unseen }) => unseen),
    },
  };
}
