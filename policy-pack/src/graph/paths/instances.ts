import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../stack-graph";
import type { Family } from "./addresses";
import { companionsOf, linksOf, mayBeGiven, placeOf, placed } from "./links";
import { guardOf, placeElsewhere, placeIn, placeInDefaultVpc, type Place } from "./places";
import { nowhere, reachOf, reachOfAny, type Guard, type Interface, type Reach } from "./reach";
import { withoutRoutes, type SubnetNetwork } from "./subnet-network";
import {
  defaultSubnet,
  elasticIp,
  elasticIpAssociation,
  instance,
  interfaceSecurityGroup,
  launchTemplate,
  networkInterface,
  networkInterfaceAttachment,
  securityGroupTypes,
} from "./tokens";

type Addresses = Readonly<Record<Family, Truth>>;

/** Whether packets from the internet reach an instance by any of its network interfaces. */
export function reachOfInstance(graph: StackGraph, of: GraphResource): Reach {
  const own = interfacesOf(graph, of);
  const named = ["primaryNetworkInterface", "networkInterfaces"].filter((path) => mayBeGiven(of.get(path)));
  // Of an instance that exists the provider reports the interface that it was launched with, and its subnet too.
  const isElsewhere = named.length > 0 && own.length === 0 && of.get("subnetId").isGiven().isNo;
  const primary = isElsewhere || own.some(({ isPrimary }) => isPrimary) ? [] : [reachOfPrimary(graph, of)];
  const reaches = [...primary, ...own.map(({ at }) => reachOfInterface(graph, at))];
  // An interface outside the stack may be open in every way.
  return reachOfAny(reaches, true, isElsewhere ? Truth.unknown(placeOf(of, named[0] ?? "")) : Truth.no);
}

/** The interface that an instance is launched with. */
function reachOfPrimary(graph: StackGraph, of: GraphResource): Reach {
  const template = templateOf(graph, of);
  const place = placeOfInstance(graph, of, template);
  const elastic = hasElasticIp(graph, of, { eip: "instance", association: "instanceId", types: [instance] });
  const asked = placed(of, of.get("associatePublicIpAddress").isTrue());
  const ipv6 = Truth.any([
    placed(of, of.get("ipv6AddressCount").isAtLeast(1)),
    of.get("ipv6Addresses").isGiven(),
    givesIpv6(place),
  ]);
  const decided = of.get("associatePublicIpAddress").isAbsent ? publicByTemplate(of, template, place) : asked;
  const addresses: Addresses = { ipv4: decided.or(elastic), ipv6 };
  if (Truth.any(Object.values(addresses)).isNo) return nowhere;
  return reachIn(graph, place, addresses, guardOfInstance(graph, of, template, place));
}

/** Whether packets reach an instance from an accelerator, which needs neither its public address nor a route. */
export function reachByAccelerator(graph: StackGraph, of: GraphResource): Reach {
  const template = templateOf(graph, of);
  const place = placeOfInstance(graph, of, template);
  const inside: Place = { ...place, networks: place.networks.map(withoutRoutes) };
  return reachIn(graph, inside, { ipv4: Truth.yes, ipv6: Truth.no }, guardOfInstance(graph, of, template, place));
}

function placeOfInstance(graph: StackGraph, of: GraphResource, template: Template): Place {
  const subnet = of.get("subnetId");
  if (mayBeGiven(subnet)) return placeIn(graph, of, subnet);
  return template === "none" ? placeInDefaultVpc(graph) : placeElsewhere(of, "launchTemplate");
}

function guardOfInstance(graph: StackGraph, of: GraphResource, template: Template, place: Place): Guard {
  const paths = ["vpcSecurityGroupIds", "securityGroups"];
  const named = paths.map((path) => of.get(path)).find((value) => mayBeGiven(value));
  if (named === undefined && template !== "none")
    return { groups: [], others: Truth.unknown(placeOf(of, "launchTemplate")) };
  return guardOf(graph, of, named ?? of.get("vpcSecurityGroupIds"), place);
}

/** A launch template that an instance takes what it leaves out from; its contents are read for groups of instances. */
type Template = "none" | "some";

function templateOf(graph: StackGraph, of: GraphResource): Template {
  const block = of.get("launchTemplate");
  return mayBeGiven(block) || linksOf(graph, of, block.get("id"), [launchTemplate]).targets.length > 0
    ? "some"
    : "none";
}

/** Where an instance says nothing, its subnet decides. */
function publicByTemplate(of: GraphResource, template: Template, place: Place): Truth {
  return template === "none" ? givesPublicIp(place) : Truth.unknown(placeOf(of, "launchTemplate"));
}

/** Whether the subnets give out public addresses; those of the default VPC do unless told otherwise. */
export function givesPublicIp({ subnets, networks }: Place): Truth {
  const declared = subnets.map((one) =>
    one.type === defaultSubnet
      ? placed(one, one.get("mapPublicIpOnLaunch").isFalse()).not()
      : placed(one, one.get("mapPublicIpOnLaunch").isTrue()),
  );
  const rest = networks.length > subnets.length ? [isDefault(networks) ? Truth.yes : Truth.unknown("subnetId")] : [];
  return Truth.any([...declared, ...rest]);
}

function isDefault(networks: readonly SubnetNetwork[]): boolean {
  return networks.some(({ key }) => key === "default VPC");
}

function givesIpv6({ subnets }: Place): Truth {
  return Truth.any(subnets.map((one) => placed(one, one.get("assignIpv6AddressOnCreation").isTrue())));
}

interface Attached {
  readonly at: GraphResource;
  readonly isPrimary: boolean;
}

/** The interfaces of the stack that an instance uses beside, or instead of, the one it is launched with. */
function interfacesOf(graph: StackGraph, of: GraphResource): Attached[] {
  const named = (value: Value, isPrimary: boolean): Attached[] =>
    linksOf(graph, of, value, [networkInterface]).targets.map((at) => ({ at, isPrimary }));
  const primary = named(of.get("primaryNetworkInterface.networkInterfaceId"), true);
  const inline = of
    .get("networkInterfaces")
    .items()
    .flatMap((item) => named(item.get("networkInterfaceId"), item.get("deviceIndex").isOneOf("0").isYes));
  const standalone = companionsOf(graph, of, networkInterfaceAttachment, "instanceId", [instance]).own.flatMap(
    (one) => [...linksOf(graph, one, one.get("networkInterfaceId"), [networkInterface]).targets],
  );
  const reverse = companionsOf(graph, of, networkInterface, "attachments[*].instance", [instance]).own;
  const all = [...primary, ...inline, ...[...standalone, ...reverse].map((at) => ({ at, isPrimary: false }))];
  return all.filter((one, index) => all.findIndex(({ at }) => at === one.at) === index);
}

function reachOfInterface(graph: StackGraph, of: GraphResource): Reach {
  const place = placeIn(graph, of, of.get("subnetId"));
  const types = [networkInterface];
  const elastic = hasElasticIp(graph, of, { eip: "networkInterface", association: "networkInterfaceId", types });
  const ipv6 = Truth.any([
    placed(of, of.get("ipv6AddressCount").isAtLeast(1)),
    of.get("ipv6Addresses").isGiven(),
    givesIpv6(place),
  ]);
  if (Truth.any([elastic, ipv6]).isNo) return nowhere;
  const { groups, others } = guardOf(graph, of, of.get("securityGroups"), place);
  const added = companionsOf(graph, of, interfaceSecurityGroup, "networkInterfaceId", [networkInterface]).own.map(
    (one) => linksOf(graph, one, one.get("securityGroupId"), securityGroupTypes),
  );
  const guard: Guard = {
    groups: [...groups, ...added.flatMap(({ targets }) => targets)],
    others: Truth.any([others, ...added.map((link) => link.others)]),
  };
  return reachIn(graph, place, { ipv4: elastic, ipv6 }, guard);
}

interface ElasticIpPaths {
  readonly eip: string;
  readonly association: string;
  readonly types: readonly string[];
}

function hasElasticIp(graph: StackGraph, of: GraphResource, { eip, association, types }: ElasticIpPaths): Truth {
  const links = [
    { type: elasticIp, path: eip, ...companionsOf(graph, of, elasticIp, eip, types) },
    {
      type: elasticIpAssociation,
      path: association,
      ...companionsOf(graph, of, elasticIpAssociation, association, types),
    },
  ];
  if (links.some(({ own }) => own.length > 0)) return Truth.yes;
  const stray = links.flatMap((link) => link.stray.map((one) => placeOf(one, link.path)));
  return stray.length > 0 ? Truth.unknown(...stray) : Truth.no;
}

function reachIn(graph: StackGraph, place: Place, addresses: Addresses, guard: Guard): Reach {
  const reaches = place.networks.map((network) => {
    const of: Interface = { addresses, network, guard, listening: "any", protocols: ["tcp", "udp"] };
    return reachOf(graph, of);
  });
  return reachOfAny(reaches, place.exact, Truth.no);
}

/** Whether packets from the internet reach what runs in several subnets under the same groups. */
export function reachOfGroup(graph: StackGraph, place: Place, isPublic: (subnet: Place) => Truth, guard: Guard): Reach {
  const places = place.networks.map((network, index): Place => {
    const subnet = place.subnets[index];
    return { networks: [network], subnets: subnet ? [subnet] : [], exact: true };
  });
  const reaches = places.map((one) => reachIn(graph, one, { ipv4: isPublic(one), ipv6: givesIpv6(one) }, guard));
  return reachOfAny(reaches, place.exact, Truth.no);
}
