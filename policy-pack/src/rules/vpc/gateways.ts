import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { openLinks } from "./links";
import { reachesInternet, subnetsOf, vpcOf } from "./routing";
import { internetGateway, internetGatewayAttachment, natGateway, subnet, vpc } from "./tokens";

const natHighAvailability = stackRule("vpc-nat-high-availability", {
  check: (stack, graph) => {
    for (const nat of graph.ofType(natGateway)) {
      const placed = Truth.any([isPrivateNat(nat), isRegional(nat), Truth.all(placesOf(graph, nat))]);
      stack.expect(nat, placed, "the NAT gateway does not stand in a subnet of the public tier");
    }
    for (const network of graph.ofType(vpc)) {
      const nats = natsOf(graph, network);
      const isEnough = (some: readonly GraphResource[]): Truth =>
        Truth.any(some.map(isRegional)).or(coversZones(graph, network, some));
      const certain = nats.filter((nat) => isPrivateNat(nat).isNo);
      const first = certain[0] ?? nats[0];
      if (!first) continue;
      // Those of which it is not known whether they are private ones may count or not.
      const isOpen = Truth.any(nats.map(isPrivateNat));
      const enough = certain.length > 0 ? isEnough(certain).or(isEnough(nats).and(isOpen)) : isOpen;
      stack.expect(first, enough, "there are fewer NAT gateways than Availability Zones with private subnets");
    }
  },
});

function isPrivateNat(nat: GraphResource): Truth {
  return nat.get("connectivityType").isOneOf("private");
}

function isRegional(nat: GraphResource): Truth {
  return nat.get("availabilityMode").isOneOf("regional");
}

function placesOf(graph: StackGraph, nat: GraphResource): Truth[] {
  const place = nat.get("subnetId");
  if (place.isAbsent) return [Truth.no];
  const { targets, complete } = graph.references(nat, "subnetId", subnet);
  // A subnet that is not in the stack shows no tags.
  if (targets.length === 0) return complete ? [] : [place.asUnknown()];
  return targets.map((target) => target.tag("hipaa:tier").isOneOf("public"));
}

/** Public NAT gateways of a VPC, by their subnet or, when regional, by the VPC itself. */
function natsOf(graph: StackGraph, network: GraphResource): GraphResource[] {
  return graph.ofType(natGateway).filter((nat) => {
    if (isPrivateNat(nat).isYes) return false;
    const places = graph.references(nat, "subnetId", subnet).targets;
    return places.some((place) => vpcOf(graph, place) === network) || vpcOf(graph, nat) === network;
  });
}

function coversZones(graph: StackGraph, network: GraphResource, nats: readonly GraphResource[]): Truth {
  const subnets = subnetsOf(graph, network);
  const routed = subnets.map((one) => reachesInternet(graph, one));
  const behind = subnets.filter((_, index) => routed[index]?.isNo === true);
  const zones = behind.map((one) => one.get("availabilityZone").text ?? one.get("availabilityZoneId").text);
  if (nats.length >= subnets.length || nats.length >= new Set(zones).size + open(zones, routed)) return Truth.yes;
  return open(zones, routed) === 0 ? Truth.no : Truth.unknown("availabilityZone");
}

/** How many subnets may stand in a zone of which nothing is known. */
function open(zones: readonly (string | undefined)[], routed: readonly Truth[]): number {
  return zones.filter((zone) => zone === undefined).length + routed.filter((truth) => truth.isUnknown).length;
}

const internetAuthorized = stackRule("vpc-internet-gateway-authorized", {
  config: {
    internetVpcIds: {
      type: "array",
      items: { type: "string" },
      description: "Ids of VPCs that may have an internet gateway, besides those tagged hipaa:internet=true.",
      default: [],
    },
  },
  check: (stack, graph) => {
    const approved = stack.setting<readonly string[]>("internetVpcIds");
    for (const gateway of graph.ofType(internetGateway, internetGatewayAttachment)) {
      const named = gateway.get("vpcId");
      if (named.isAbsent || named.raw === "") continue;
      const [network] = graph.references(gateway, "vpcId", vpc).targets;
      const byId = named.whenKnown((id) => approved.includes(id as string));
      const isAuthorized = network ? network.tag("hipaa:internet").isTrue().or(isListed(network, approved)) : byId;
      stack.expect(gateway, isAuthorized, "the VPC is not marked as one that may reach the internet");
    }
  },
});

// The id of a VPC that is still to be made is on nobody's list.
function isListed(network: GraphResource, approved: readonly string[]): Truth {
  if (approved.length === 0) return Truth.no;
  const id = network.get("id");
  return id.isAbsent ? Truth.unknown("vpcId") : id.whenKnown((text) => approved.includes(text as string));
}

const peeringScoped = resourceRule("vpc-peering-scoped", {
  config: {
    hipaaAccountIds: {
      type: "array",
      items: { type: "string" },
      description: "Accounts with which VPCs may be peered. With an empty list the rule says nothing.",
      default: [],
    },
  },
  check: (connection) => {
    const accounts = connection.setting<readonly string[]>("hipaaAccountIds").map(String);
    connection.onlyWhen(Truth.of(accounts.length > 0), "no list of accounts is configured");
    // Without an owner it is the own account. autoAccept needs no judgement: AWS refuses it for any other account.
    const owner = connection.get("peerOwnerId");
    connection.expect(
      owner
        .isGiven()
        .not()
        .or(owner.isOneOf(...accounts)),
      "the VPC is peered with one of an account that is not on the list",
    );
  },
});

const controlTypes: readonly string[] = [
  "aws:ec2/vpcEncryptionControl:VpcEncryptionControl",
  "aws:ec2/encryptionControl:EncryptionControl",
];

const encryptionControl = stackRule("vpc-in-transit-encryption-control", {
  // Both names of the resource: the provider deprecates the second.
  types: [...controlTypes, vpc],
  check: (stack, graph) => {
    const isOpen = controlTypes.some((type) => openLinks(graph, type, "vpcId", [vpc]).length > 0);
    for (const network of graph.ofType(vpc)) {
      const isControlled = controlTypes.some((type) => graph.referrers(network, type, "vpcId").length > 0);
      const answer = isControlled ? Truth.yes : isOpen ? Truth.unknown("VpcEncryptionControl.vpcId") : Truth.no;
      stack.expect(network, network.mayHoldPhi().not().or(answer), "nothing enforces encryption between instances");
    }
    for (const control of graph.ofType(...controlTypes)) {
      stack.expect(control, control.get("mode").isOneOf("enforce", "monitor"), "encryption control is not on");
      const exclusion = control.get("vpcPeeringExclusion");
      stack.expect(
        control,
        exclusion.isGiven().not().or(exclusion.isOneOf("disable")),
        "traffic to peered VPCs is left out of encryption control",
      );
    }
  },
});

/** Rules on the ways in and out of a VPC, and on encryption inside it. */
export const gatewayRules: readonly Rule[] = [
  natHighAvailability,
  internetAuthorized,
  peeringScoped,
  encryptionControl,
];
