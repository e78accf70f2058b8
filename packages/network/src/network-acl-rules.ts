import type { Tier } from "./tiers";

/** The other side of a rule: a tier's range, the VPC's range or every address. */
export type Peer = Tier | "vpc" | "internet";

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
  readonly client: Tier | "internet";
  readonly server: Tier | "internet";
  readonly ports: Ports;
}

/** Entries that AWS allows each way without a raised quota. Source: Amazon VPC User Guide, "Network ACL quotas". */
export const ruleLimit = 20;

const port = (number: number): Ports => ({ from: number, to: number });

/** Where the answers go: the client's ports of Linux, Windows, NAT gateways and load balancers lie in this range. */
export const clientPorts: Ports = { from: 1024, to: 65535 };

/** Every connection that crosses a subnet. Network ACLs are made of this and of nothing else. */
export const flows: readonly Flow[] = [
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
  // S3 answers from public addresses, also through a gateway endpoint, and a network ACL cannot name a prefix list.
  { client: "web", server: "internet", ports: port(443) },
  { client: "app", server: "internet", ports: port(443) },
];

/** What else passes the public tier when NAT gateways stand in it. */
export const natFlows: readonly Flow[] = [{ client: "public", server: "internet", ports: port(443) }];

/** Packets from these tiers to the internet enter the public tier on their way to a NAT gateway. */
const natClients: readonly Tier[] = ["web", "app"];

interface Allowance {
  readonly peer: Tier | "internet";
  readonly ports: Ports;
}

/**
 * The network ACL of one tier. Network ACLs are stateless: each flow becomes a rule for the request and one for the
 * answer, at both ends.
 */
export function aclRules(tier: Tier, nat: boolean): AclRules {
  const ingress: Allowance[] = [];
  const egress: Allowance[] = [];
  for (const flow of [...flows, ...(nat ? natFlows : [])]) {
    if (flow.server === tier) {
      ingress.push({ peer: flow.client, ports: flow.ports });
      egress.push({ peer: flow.client, ports: clientPorts });
    }
    if (flow.client === tier) {
      egress.push({ peer: flow.server, ports: flow.ports });
      ingress.push({ peer: flow.server, ports: clientPorts });
    }
  }
  if (nat && tier === "public") {
    for (const peer of natClients) {
      ingress.push({ peer, ports: port(443) });
      egress.push({ peer, ports: clientPorts });
    }
  }
  return { ingress: numbered(ingress), egress: numbered(egress) };
}

/**
 * Peers inside the VPC first, then a denial of the rest of the VPC, then the internet: without the denial the rules for
 * the internet would admit every other tier too.
 */
function numbered(allowances: readonly Allowance[]): AclRule[] {
  const distinct = allowances.filter((one, index) => allowances.findIndex((other) => same(one, other)) === index);
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
