import { NatStrategy, type VpcArgs } from "../index";
import type { VpcGraph } from "./graph";

/** A block of inputs. */
export type Entry = Record<string, unknown>;

/** Key of the firewall. */
export const key = { arn: "arn:aws:kms:us-east-1:111122223333:key/egress" };
/** Key of log groups. */
export const logsKey = { arn: "arn:aws:kms:us-east-1:111122223333:key/logs" };
/** A firewall that lets two domains through. */
export const egressFirewall = { allowedDomains: ["api.example.com", ".example.org"], key };
/** The arguments of a VPC with it. */
export const withFirewall: Partial<VpcArgs> = { natStrategy: NatStrategy.Firewall, egressFirewall, logsKey };
/** A transit gateway and the ranges behind it. */
export const hub = {
  transitGatewayId: "tgw-0123456789abcdef0",
  destinationCidrBlocks: ["10.50.0.0/16", "192.168.8.0/21"],
};

/** The rules of a tier's network ACL, in order. */
export const rulesOf = (graph: VpcGraph, tier: string, direction: "ingress" | "egress") =>
  (graph.one("ec2/networkAcl:NetworkAcl", `main-${tier}`).inputs[direction] as Entry[]).map(
    ({ action, protocol, fromPort, toPort, cidrBlock }) => [action, protocol, fromPort, toPort, cidrBlock].join(" "),
  );
