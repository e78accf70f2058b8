import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isProviderFilled } from "../../graph/declared";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isWorldOpen, parseCidr } from "../../knowledge/cidr";

export const securityGroup = "aws:ec2/securityGroup:SecurityGroup";
const groupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
const ingressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

/** One way into a security group, in whichever of the three forms it is written. */
export interface Opening {
  /** The resource that a finding stands at. */
  readonly at: GraphResource;
  readonly protocol: Value;
  readonly from: Value;
  readonly to: Value;
  readonly cidrs: readonly Value[];
  readonly prefixLists: readonly Value[];
  /** Whether it lets in only members of the same group. */
  readonly self: Truth;
  /** The property that names source groups. */
  readonly sourcePath: string;
  /** Whether it is known for certain that it is a way in, and into this group. */
  readonly certain: boolean;
}

/** All openings of a group: inline ones, standalone ones, and those whose group is known only on update. */
export function openingsOf(graph: StackGraph, group: GraphResource): Opening[] {
  return [
    ...inlineOpenings(group),
    ...graph.referrers(group, groupRule, "securityGroupId").map((rule) => classicOpening(graph, rule, group)),
    ...graph.referrers(group, ingressRule, "securityGroupId").map((rule) => standaloneOpening(graph, rule, group)),
  ].filter((opening) => opening !== undefined);
}

/** Openings whose group is known only on update: each may open any group. */
export function strayOpenings(graph: StackGraph): Opening[] {
  return [
    ...graph
      .unresolvedReferrers(groupRule, "securityGroupId", securityGroup)
      .map((rule) => classicOpening(graph, rule)),
    ...graph
      .unresolvedReferrers(ingressRule, "securityGroupId", securityGroup)
      .map((rule) => standaloneOpening(graph, rule)),
  ].filter((opening) => opening !== undefined);
}

function inlineOpenings(group: GraphResource): Opening[] {
  // What the provider reports there are the standalone rules, which are seen as such.
  if (isProviderFilled(group, "ingress")) return [];
  return group
    .get("ingress")
    .items()
    .map((item) => ({
      at: group,
      protocol: item.get("protocol"),
      from: item.get("fromPort"),
      to: item.get("toPort"),
      cidrs: [item.get("cidrBlocks"), item.get("ipv6CidrBlocks")],
      prefixLists: [item.get("prefixListIds")],
      self: Truth.all([
        item.get("self").isTrue(),
        ...["cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "securityGroups"].map((path) =>
          item.get(path).isGiven().not(),
        ),
      ]),
      sourcePath: "ingress",
      certain: true,
    }));
}

function classicOpening(graph: StackGraph, rule: GraphResource, group?: GraphResource): Opening | undefined {
  if (rule.get("type").isOneOf("egress").isYes) return undefined;
  return {
    at: rule,
    protocol: rule.get("protocol"),
    from: rule.get("fromPort"),
    to: rule.get("toPort"),
    cidrs: [rule.get("cidrBlocks"), rule.get("ipv6CidrBlocks")],
    prefixLists: [rule.get("prefixListIds")],
    self: rule
      .get("self")
      .isTrue()
      .or(isOwn(graph, rule, "sourceSecurityGroupId", group)),
    sourcePath: "sourceSecurityGroupId",
    certain: group !== undefined && !rule.get("type").isUnknown,
  };
}

function standaloneOpening(graph: StackGraph, rule: GraphResource, group?: GraphResource): Opening {
  return {
    at: rule,
    protocol: rule.get("ipProtocol"),
    from: rule.get("fromPort"),
    to: rule.get("toPort"),
    cidrs: [rule.get("cidrIpv4"), rule.get("cidrIpv6")],
    prefixLists: [rule.get("prefixListId")],
    self: isOwn(graph, rule, "referencedSecurityGroupId", group),
    sourcePath: "referencedSecurityGroupId",
    certain: group !== undefined,
  };
}

function isOwn(graph: StackGraph, rule: GraphResource, path: string, group: GraphResource | undefined): Truth {
  return group && !rule.get(path).isAbsent ? graph.refersTo(rule, path, group) : Truth.no;
}

/** Whether an opening lets the whole internet in, which the rules on security groups report. */
export function isOpenToWorld({ cidrs }: Opening): Truth {
  return Truth.any(cidrs.map(isWorldOpen));
}

/** Whether it opens one of these ports and nothing else; unknown while the ports are. */
export function opensOnly({ protocol, from, to }: Opening, ports: readonly number[] | undefined): Truth {
  const onePort = protocol.isOneOf("tcp", "6").and(from.whenKnown(() => to.isUnknown || from.number === to.number));
  if (onePort.isNo) return Truth.no;
  const known = (port: Value): Truth => port.whenKnown(() => ports?.includes(port.number ?? Number.NaN) ?? false);
  const listed = Truth.all([known(from), known(to)]);
  return ports === undefined ? Truth.unknown("port") : onePort.and(listed);
}

/** Whether none of its address ranges is wider than the floor. An IPv6 range may be a subnet of one, a /64. */
export function isNarrow({ cidrs }: Opening, floor: number): Truth {
  const narrow = (cidr: Value): Truth => {
    if (cidr.isUnknown) return cidr.asUnknown();
    const range = parseCidr(cidr.text ?? "");
    return Truth.of(range !== undefined && range.prefix >= (range.address.kind() === "ipv4" ? floor : 64));
  };
  return Truth.all(cidrs.map((list) => list.every(narrow)));
}
