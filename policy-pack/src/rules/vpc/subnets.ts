import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { both, mustBeTrue, mustNotBeFalse, oneOf } from "../../authoring/conditions";
import { Truth } from "../../authoring/truth";
import type { GraphResource } from "../../graph/stack-graph";
import type { ResourceCheck } from "../../authoring/resource-check";
import { subnetsOf } from "./routing";
import { subnet, vpc } from "./tokens";

const noAutoPublicIp = resourceRule("vpc-subnet-no-auto-public-ip", {
  check: (one) => {
    const flag = one.get("mapPublicIpOnLaunch");
    // AWS's default is off for a subnet of one's own, and on for a default subnet.
    const hands = one.type === subnet ? flag.isTrue() : flag.isFalse().not();
    one.expect(
      hands.not().or(isMarkedPublic(one)),
      "whatever starts in the subnet gets a public address without asking for one",
    );
  },
});

function isMarkedPublic(one: ResourceCheck): Truth {
  return Truth.any([
    one.tag("hipaa:tier").isOneOf("public"),
    one.tag("SubnetType").isOneOf("public"),
    one.tag("kubernetes.io/role/elb").isOneOf("1", "true", ""),
  ]);
}

const noAutoIpv6 = resourceRule("vpc-subnet-no-auto-ipv6", {
  check: (one) =>
    one.expect(
      one.get("assignIpv6AddressOnCreation").isTrue().not().or(one.tag("hipaa:tier").isOneOf("public")),
      "whatever starts in the subnet gets an IPv6 address, which is routable from everywhere",
    ),
});

const noDefaultVpc = resourceRule("vpc-no-default-vpc", {
  check: mustBeTrue(
    "forceDestroy",
    "the stack adopts what AWS made by default, whose subnets hand out public addresses",
  ),
});

const dnsSettings = resourceRule("vpc-dns-settings", {
  check: both(
    mustBeTrue("enableDnsHostnames", "DNS host names are off, so private endpoints have no names"),
    mustNotBeFalse("enableDnsSupport", "DNS resolution is off"),
  ),
});

const tenancy = resourceRule("vpc-instance-tenancy-optional", {
  config: {
    requireDedicatedTenancy: {
      type: "boolean",
      description: "Whether every VPC has to run its instances on dedicated hardware.",
      default: false,
    },
  },
  check: (network) => {
    const isAsked = Truth.of(network.setting<boolean>("requireDedicatedTenancy"));
    network.onlyWhen(isAsked, "dedicated tenancy is not asked for");
    oneOf("instanceTenancy", ["dedicated"], "instances do not run on dedicated hardware")(network);
  },
});

const blockPublicAccess = resourceRule("vpc-block-public-access", {
  check: oneOf(
    "internetGatewayBlockMode",
    ["block-bidirectional", "block-ingress"],
    "VPC Block Public Access is declared and blocks nothing",
  ),
});

/** Tiers that a finding may name; other tags stay unnamed. */
const tierNames: readonly string[] = ["public", "web", "app", "data", "endpoints"];

const multiZone = stackRule("vpc-multi-az", {
  // The finding is about all subnets of a VPC, so it stands at the VPC.
  types: [subnet, vpc],
  check: (stack, graph) => {
    const strays = graph.unresolvedReferrers(subnet, "vpcId", vpc).length > 0;
    for (const network of graph.ofType(vpc)) {
      const subnets = subnetsOf(graph, network);
      if (subnets.length === 0) continue;
      const overall = spansZones(subnets, strays);
      stack.expect(network, overall, "all subnets of the VPC stand in one Availability Zone");
      // A VPC in one zone is one fault, not one for each tier.
      if (overall.isNo) continue;
      const mayGrow = strays || subnets.some((one) => one.tag("hipaa:tier").isUnknown);
      const untold = subnets.map((one) => one.tag("hipaa:tier")).filter((tier) => tier.isUnknown);
      stack.expect(network, Truth.all(untold.map((tier) => tier.asUnknown())), "");
      for (const [tier, members] of byTier(subnets)) {
        const name = tierNames.includes(tier) ? `the ${tier} tier` : "a tier";
        stack.expect(network, spansZones(members, mayGrow), `the subnets of ${name} stand in one Availability Zone`);
      }
    }
  },
});

function byTier(subnets: readonly GraphResource[]): Map<string, GraphResource[]> {
  const tiers = new Map<string, GraphResource[]>();
  for (const one of subnets) {
    const tier = one.tag("hipaa:tier").text?.toLowerCase();
    if (tier !== undefined) tiers.set(tier, [...(tiers.get(tier) ?? []), one]);
  }
  return tiers;
}

/**
 * Whether subnets stand in two zones at least. A zone that AWS picks is known only afterwards.
 *
 * @param mayGrow whether further subnets may belong to them
 */
function spansZones(subnets: readonly GraphResource[], mayGrow: boolean): Truth {
  const distinct = (path: string): number =>
    new Set(subnets.map((one) => one.get(path).text ?? "").filter(Boolean)).size;
  if (distinct("availabilityZone") > 1 || distinct("availabilityZoneId") > 1) return Truth.yes;
  const allBy = (path: string): boolean => subnets.every((one) => one.get(path).text !== undefined);
  const isOneZone = subnets.length === 1 || allBy("availabilityZone") || allBy("availabilityZoneId");
  return isOneZone && !mayGrow ? Truth.no : Truth.unknown("availabilityZone");
}

/** Rules on VPCs and subnets by themselves. */
export const subnetRules: readonly Rule[] = [
  noAutoPublicIp,
  noAutoIpv6,
  noDefaultVpc,
  dnsSettings,
  tenancy,
  blockPublicAccess,
  multiZone,
];
