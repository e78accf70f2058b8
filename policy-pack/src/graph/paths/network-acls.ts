import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../stack-graph";
import { everything, families } from "./addresses";
import { companionsOf, linksOf, placed, placeOf } from "./links";
import { inOrder, type AclEntry } from "./network-acl";
import { defaultNetworkAcl, networkAcl, networkAclAssociation, networkAclRule, subnetTypes, vpcTypes } from "./tokens";
import { addressesFrom, portsFrom, type Ports } from "./traffic";

/** A network ACL that may guard a subnet. */
export interface Acl {
  /** Tells it from other ACLs of the stack. */
  readonly key: string;
  /** Its logical name, or nothing for the default one of the VPC that the program does not declare. */
  readonly name: string | undefined;
  readonly ingress: readonly AclEntry[];
  readonly egress: readonly AclEntry[];
}

/** The network ACLs that may guard a subnet: one, unless what decides is known only on update. */
export interface AclChoice {
  readonly acls: readonly Acl[];
  /** No when it is one of these; unknown when it may be one outside the stack. */
  readonly others: Truth;
  /** What decides which one it is, where that is known only on update. */
  readonly open: readonly string[];
}

/** A VPC stands for its default ACL: `vpc.defaultNetworkAclId` is how programs name one that they do not declare. */
const aclTypes: readonly string[] = [networkAcl, defaultNetworkAcl, ...vpcTypes];

/** What guards a subnet: the ACL it is associated with, or the default one of its VPC. */
export function aclsOf(graph: StackGraph, subnet: GraphResource, network: GraphResource | undefined): AclChoice {
  const listed = companionsOf(graph, subnet, networkAcl, "subnetIds", subnetTypes);
  const adopted = companionsOf(graph, subnet, defaultNetworkAcl, "subnetIds", subnetTypes);
  const associated = companionsOf(graph, subnet, networkAclAssociation, "subnetId", subnetTypes);
  const taken = [
    ...listed.own.map((one) => only(aclFrom(graph, one))),
    ...associated.own.map((one) => namedBy(graph, one)),
  ];
  // What the provider reports of an adopted ACL may be the subnets that it had before others took them.
  const own = taken.length > 0 ? taken : adopted.own.map((one) => only(aclFrom(graph, one, network)));
  if (own.length > 0) return union(own);
  const standard = network ? defaultAcl(graph, network) : defaultChoice(subnet);
  const stray = [
    ...listed.stray.map((one) => only(aclFrom(graph, one))),
    ...associated.stray.map((one) => namedBy(graph, one)),
  ];
  return union(
    [standard, ...stray],
    [
      ...listed.stray.map((one) => placeOf(one, "subnetIds")),
      ...associated.stray.map((one) => placeOf(one, "subnetId")),
    ],
  );
}

function defaultChoice(subnet: GraphResource): AclChoice {
  const isOfDefaultVpc = subnet.type !== subnetTypes[0];
  return isOfDefaultVpc ? only(untouchedAcl) : { acls: [], others: Truth.unknown(placeOf(subnet, "vpcId")), open: [] };
}

function only(acl: Acl): AclChoice {
  return { acls: [acl], others: Truth.no, open: [] };
}

function union(choices: readonly AclChoice[], open: readonly string[] = []): AclChoice {
  return {
    acls: choices.flatMap(({ acls }) => acls),
    others: Truth.any(choices.map(({ others }) => others)),
    open: [...choices.flatMap((choice) => choice.open), ...open],
  };
}

function namedBy(graph: StackGraph, from: GraphResource): AclChoice {
  const { targets, others } = linksOf(graph, from, from.get("networkAclId"), aclTypes);
  const named = targets.map((target) =>
    vpcTypes.includes(target.type) ? defaultAcl(graph, target) : only(aclFrom(graph, target)),
  );
  return union([...named, { acls: [], others, open: [] }]);
}

/** The default ACL lets everything through until a program adopts it, which empties it. */
function defaultAcl(graph: StackGraph, network: GraphResource): AclChoice {
  const { own, stray } = companionsOf(graph, network, defaultNetworkAcl, "defaultNetworkAclId", vpcTypes);
  if (own.length > 0) return union(own.map((one) => only(aclFrom(graph, one, network))));
  const standard = graph.once(`paths acl ${network.urn}`, () => withRules(graph, [network], openEntries, undefined));
  return union(
    [only(standard), ...stray.map((one) => only(aclFrom(graph, one, network)))],
    stray.map((one) => placeOf(one, "defaultNetworkAclId")),
  );
}

const everyPort: Ports = { cuts: [], takes: () => Truth.yes };
const openEntries: readonly AclEntry[] = [
  {
    match: { addresses: { spans: families.map(everything), others: Truth.no }, ports: everyPort },
    allows: Truth.yes,
    order: 100,
    belongs: Truth.yes,
    path: "",
  },
];
/** The default ACL of a VPC as AWS makes it. */
export const untouchedAcl: Acl = { key: "untouched", name: undefined, ingress: openEntries, egress: openEntries };

function aclFrom(graph: StackGraph, acl: GraphResource, network?: GraphResource): Acl {
  const names = network ? [acl, network] : [acl];
  return graph.once(`paths acl ${names.map(({ urn }) => urn).join(" ")}`, () => withRules(graph, names, [], acl));
}

/** An ACL with the entries of all the names that it goes by. */
function withRules(
  graph: StackGraph,
  names: readonly GraphResource[],
  given: readonly AclEntry[],
  acl: GraphResource | undefined,
): Acl {
  const links = names.map((one) => companionsOf(graph, one, networkAclRule, "networkAclId", aclTypes));
  const own = links.flatMap((link) => link.own);
  const stray = (links[0]?.stray ?? []).filter((one) => !own.includes(one));
  const standalone = (isEgress: boolean): AclEntry[] => [
    ...own.map((rule) => ruleEntry(rule, isEgress, Truth.yes)),
    ...stray.map((rule) => ruleEntry(rule, isEgress, Truth.unknown(placeOf(rule, "networkAclId")))),
  ];
  const inline = (list: "ingress" | "egress"): AclEntry[] =>
    acl
      ? acl
          .get(list)
          .items()
          .map((item) => inlineEntry(acl, item))
      : [];
  return {
    key: names.map(({ urn }) => urn).join(" "),
    name: acl?.name,
    ingress: inOrder([...given, ...inline("ingress"), ...standalone(false)]),
    egress: inOrder([...given, ...inline("egress"), ...standalone(true)]),
  };
}

function inlineEntry(acl: GraphResource, item: Value): AclEntry {
  return entry(acl, (path) => item.get(path), { order: "ruleNo", action: "action", belongs: Truth.yes });
}

function ruleEntry(rule: GraphResource, isEgress: boolean, belongs: Truth): AclEntry {
  const egress = placed(rule, rule.get("egress").isTrue());
  const direction = isEgress ? egress : egress.not();
  const names = { order: "ruleNumber", action: "ruleAction", belongs: belongs.and(direction) };
  return entry(rule, (path) => rule.get(path), names);
}

interface EntryNames {
  readonly order: string;
  readonly action: string;
  readonly belongs: Truth;
}

function entry(at: GraphResource, get: (path: string) => Value, { order, action, belongs }: EntryNames): AclEntry {
  return {
    match: {
      addresses: addressesFrom(at, [get("cidrBlock"), get("ipv6CidrBlock")]),
      ports: portsFrom(at, get("protocol"), get("fromPort"), get("toPort")),
    },
    allows: placed(at, get(action).isOneOf("allow")),
    order: get(order).number,
    belongs,
    path: placeOf(at, get(order).path),
  };
}
