import type { Tier } from "./tiers";

/** An IPv4 range outside the VPC, for example `10.50.0.0/16`. */
export type Range = `${number}.${number}.${number}.${number}/${number}`;

/** Where a connection begins or ends: a tier, every address, or a range outside the VPC. */
export type Place = Tier | "internet" | Range;

/** The other side of a rule: a place, or the VPC's whole range. */
export type Peer = Place | "vpc";

/** A range of TCP ports, both ends included. */
export interface Ports {
  readonly from: number;
  readonly to: number;
}

/** One entry of a network ACL. The first that matches decides; what matches none is denied. */
export interface AclRule {
  readonly ruleNumber: number;
  readonly action: "allow" | "deny";
  readonly peer: Peer;
  /** TCP ports; undefined: every protocol and port. */
  readonly ports: Ports | undefined;
}

/** Both directions of a network ACL. */
export interface AclRules {
  readonly ingress: readonly AclRule[];
  readonly egress: readonly AclRule[];
}

/** Who opens TCP connections to whom. */
export interface Flow {
  readonly client: Place;
  readonly server: Place;
  readonly ports: Ports;
}

/** A tier whose subnets the packets of a flow cross on their way. */
export interface Passage {
  readonly tier: Tier;
  readonly flow: Flow;
}

/** All connections of a network, and the tiers that lie on their way. */
export interface Traffic {
  readonly flows: readonly Flow[];
  readonly passages: readonly Passage[];
}

/** What decides about the connections of a network beyond those that every network has. */
export interface TrafficNeeds {
  /** Tiers that packets from web and app to the internet cross, nearest first; none where there is no way. */
  readonly wayOut: readonly Tier[];
  /** Whether an AWS service with a gateway endpoint answers web and app from public addresses. */
  readonly gatewayEndpoints: boolean;
  /** Ranges that are reached through a transit gateway. */
  readonly hubRanges: readonly string[];
  /** What the user asks for besides. */
  readonly connections: readonly Flow[];
}

/** Entries that AWS allows each way without a raised quota. Source: Amazon VPC User Guide, "Network ACL quotas". */
export const ruleLimit = 20;

const port = (number: number): Ports => ({ from: number, to: number });

/** Where the answers go: the client's ports of Linux, Windows, NAT gateways and load balancers lie in this range. */
export const clientPorts: Ports = { from: 1024, to: 65535 };

/** The connections that every network has. */
export const usualFlows: readonly Flow[] = [
  { client: "internet", server: "public", ports: port(443) },
  // The public load balancer answers here with a redirect to HTTPS.
  { client: "internet", server: "public", ports: port(80) },
  { client: "public", server: "web", ports: port(8443) },
  // The internal load balancer stands in the app tier, and its targets may be in another zone.
  { client: "web", server: "app", ports: port(443) },
  { client: "app", server: "app", ports: port(8443) },
  { client: "app", server: "data", ports: port(5432) },
  { client: "app", server: "data", ports: port(6379) },
  // Proxies, replicas and cache nodes talk to one another across zones.
  { client: "data", server: "data", ports: clientPorts },
  { client: "web", server: "endpoints", ports: port(443) },
  { client: "app", server: "endpoints", ports: port(443) },
];

/**
 * The way of web and app to the internet. S3 and DynamoDB answer from public addresses, also through a gateway
 * endpoint, and a network ACL cannot name a prefix list.
 */
const outwards: readonly Flow[] = [
  { client: "web", server: "internet", ports: port(443) },
  { client: "app", server: "internet", ports: port(443) },
];

/** A load balancer that signs users in at an identity provider. The way exists where NAT gateways stand beside it. */
const publicOutwards: Flow = { client: "public", server: "internet", ports: port(443) };

/** Every connection of a network with these needs. Network ACLs are made of this and of nothing else. */
export function trafficOf({ wayOut, gatewayEndpoints, hubRanges, connections }: TrafficNeeds): Traffic {
  const flows = [
    ...usualFlows,
    ...(wayOut.length > 0 || gatewayEndpoints ? outwards : []),
    ...(wayOut.includes("public") ? [publicOutwards] : []),
    ...connections,
  ];
  const passages = flows.flatMap((flow) => {
    const { client, server } = flow;
    if (client === "public" || server === "public") return [];
    if (server === "internet") return wayOut.map((tier) => ({ tier, flow }));
    if ([client, server].some((place) => hubRanges.includes(place))) return [{ tier: "hub" as const, flow }];
    // Ranges that no hub leads to are public ones, of a partner for example.
    return isRange(server) ? wayOut.map((tier) => ({ tier, flow })) : [];
  });
  return { flows, passages };
}

/** Whether a place is a range outside the VPC. */
export function isRange(place: Peer): place is Range {
  return place.includes("/");
}

interface Allowance {
  readonly peer: Place;
  readonly ports: Ports;
}

/**
 * The network ACL of one tier. Network ACLs are stateless: each flow becomes a rule for the request and one for the
 * answer, at both ends and in the tiers on the way.
 */
export function aclRules(tier: Tier, { flows, passages }: Traffic): AclRules {
  const ingress: Allowance[] = [];
  const egress: Allowance[] = [];
  const enters = (client: Place, ports: Ports) => {
    ingress.push({ peer: client, ports });
    egress.push({ peer: client, ports: clientPorts });
  };
  const leaves = (server: Place, ports: Ports) => {
    egress.push({ peer: server, ports });
    ingress.push({ peer: server, ports: clientPorts });
  };
  for (const { client, server, ports } of flows) {
    if (server === tier) enters(client, ports);
    if (client === tier) leaves(server, ports);
  }
  for (const { tier: crossed, flow } of passages) {
    if (crossed !== tier) continue;
    // An attachment's ACL judges only what comes from the VPC and what goes to it.
    // Source: Amazon VPC, "Network ACLs and transit gateways".
    if (tier !== "hub" || !isOutside(flow.client)) enters(flow.client, flow.ports);
    if (tier !== "hub" || !isOutside(flow.server)) leaves(flow.server, flow.ports);
  }
  return { ingress: numbered(ingress), egress: numbered(egress) };
}

function isOutside(place: Place): boolean {
  return place === "internet" || isRange(place);
}

/**
 * Named peers first, then a denial of the rest of the VPC, then the internet: without the denial the rules for the
 * internet would admit every other tier too.
 */
function numbered(allowances: readonly Allowance[]): AclRule[] {
  const distinct = allowances.filter(
    (one, index) => !allowances.some((other, at) => (at < index && same(one, other)) || widerThan(other, one)),
  );
  const inside = distinct.filter(({ peer }) => peer !== "internet");
  const outside = distinct.filter(({ peer }) => peer === "internet");
  const allow = (allowance: Allowance) => ({ action: "allow" as const, ...allowance });
  return [
    ...inside.map(allow),
    ...(outside.length > 0 ? [{ action: "deny" as const, peer: "vpc" as const, ports: undefined }] : []),
    ...outside.map(allow),
  ].map((rule, index) => ({ ruleNumber: 100 + 10 * index, ...rule }));
}

function same(one: Allowance, other: Allowance): boolean {
  return one.peer === other.peer && one.ports.from === other.ports.from && one.ports.to === other.ports.to;
}

/** Whether one rule lets through all that the other does, and more: the other is then not needed. */
function widerThan(one: Allowance, other: Allowance): boolean {
  const covers = one.ports.from <= other.ports.from && one.ports.to >= other.ports.to;
  return one.peer === other.peer && covers && !same(one, other);
}
