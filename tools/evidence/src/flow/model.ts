/** What a place in the picture is, whatever AWS calls the resource. */
export type FlowNodeKind =
  | "internet"
  | "network"
  | "firewall"
  | "entrance"
  | "load-balancer"
  | "service"
  | "database"
  | "cache"
  | "storage"
  | "messaging"
  | "endpoints";

/** One place where data is or passes. */
export interface FlowNode {
  /** Unique in the model: a URN, or a name of our own for what is no resource. */
  readonly id: string;
  readonly kind: FlowNodeKind;
  /** Logical name of the resource. */
  readonly name: string;
  /** What it is, for example `Application Load Balancer, internal`. */
  readonly what: string;
  /** The resources that the place stands for; empty for the internet and for address ranges. */
  readonly urns: readonly string[];
  /** Id of the {@link FlowTier} that holds it; absent outside of any subnet. */
  readonly tier?: string;
}

/**
 * How a hop is protected, as far as the graph shows it.
 *
 * - `tls`: the graph shows that only TLS is accepted.
 * - `plain`: the graph shows that the hop is not encrypted.
 * - `redirect`: HTTP that is only ever answered by a redirect to HTTPS.
 * - `api`: a call of an AWS service's API by the SDK, HTTPS by default.
 * - `unproven`: the graph shows a port and nothing about encryption.
 */
export type HopEncryption = "tls" | "plain" | "redirect" | "api" | "unproven";

/** Data may pass from one place to another. */
export interface FlowHop {
  readonly from: string;
  readonly to: string;
  /** For example `HTTPS`, `PostgreSQL over TLS`, `TCP`. */
  readonly protocol: string;
  /** For example `443` or `1024-65535`; empty when it is not known. */
  readonly ports: string;
  readonly encryption: HopEncryption;
  /** `data` passes in normal work; `logs` is delivery of log records. */
  readonly carries: "data" | "logs";
  /** URNs of the resources that show the hop. */
  readonly shownBy: readonly string[];
}

/** Subnets of one VPC that serve the same purpose. */
export interface FlowTier {
  readonly id: string;
  /** URN of the VPC; absent when the VPC is not in the stack. */
  readonly vpc?: string;
  readonly name: string;
  readonly subnets: readonly string[];
}

/** Where data goes in a stack: the architecture picture as data. */
export interface DataFlow {
  readonly nodes: readonly FlowNode[];
  readonly hops: readonly FlowHop[];
  readonly tiers: readonly FlowTier[];
}

/** The node that stands for everything outside AWS. */
export const internet: FlowNode = {
  id: "internet",
  kind: "internet",
  name: "Internet",
  what: "any address",
  urns: [],
};
