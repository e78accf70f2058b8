import { isUnknown, unwrapSecret, type ResourceState, type StateValue } from "@hipaa-aws/stack-state";
import { blocks, known, texts, type ResourceGraph } from "./resource-graph";

const groupType = "aws:ec2/securityGroup:SecurityGroup";

/** An ingress rule: who may connect to the members of a security group, and on which ports. */
export interface Opening {
  readonly group: ResourceState;
  readonly sourceGroups: readonly ResourceState[];
  /** Known address ranges, as written. */
  readonly ranges: readonly string[];
  readonly protocol: string;
  /** Absent when the rule allows every port, or when the ports are not known. */
  readonly ports?: PortRange;
  readonly shownBy: string;
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** `443`, `1024-65535`, or nothing for every port. */
export function portText(ports: PortRange | undefined): string {
  if (!ports) return "";
  return ports.from === ports.to ? String(ports.from) : `${ports.from}-${ports.to}`;
}

export function isAnywhere(range: string): boolean {
  return /^(0+\.0+\.0+\.0+|[0:]*::)\/0+$/.test(range);
}

/** Every ingress rule of a stack: standalone rules of both kinds, and rules inside security groups. */
export function openingsOf(graph: ResourceGraph): Opening[] {
  return [...standaloneRules(graph), ...olderRules(graph), ...inlineRules(graph)];
}

function standaloneRules(graph: ResourceGraph): Opening[] {
  return graph.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").flatMap((rule) =>
    graph.references(rule, "securityGroupId", groupType).map((group) => ({
      group,
      sourceGroups: graph.references(rule, "referencedSecurityGroupId", groupType),
      ranges: [...texts(rule.inputs.cidrIpv4), ...texts(rule.inputs.cidrIpv6)],
      ...portsAndProtocol(rule.inputs, "ipProtocol"),
      shownBy: rule.urn,
    })),
  );
}

function olderRules(graph: ResourceGraph): Opening[] {
  return graph
    .ofType("aws:ec2/securityGroupRule:SecurityGroupRule")
    .filter((rule) => known(rule, "type") === "ingress")
    .flatMap((rule) =>
      graph.references(rule, "securityGroupId", groupType).map((group) => ({
        group,
        sourceGroups: graph.references(rule, "sourceSecurityGroupId", groupType),
        ranges: [...texts(rule.inputs.cidrBlocks), ...texts(rule.inputs.ipv6CidrBlocks)],
        ...portsAndProtocol(rule.inputs, "protocol"),
        shownBy: rule.urn,
      })),
    );
}

function inlineRules(graph: ResourceGraph): Opening[] {
  return graph.ofType(groupType).flatMap((group) =>
    blocks(known(group, "ingress")).map((block) => ({
      group,
      sourceGroups: inlineSources(group, block, graph),
      ranges: [...texts(block.cidrBlocks), ...texts(block.ipv6CidrBlocks)],
      ...portsAndProtocol(block, "protocol"),
      shownBy: group.urn,
    })),
  );
}

/** A dependency of `ingress` belongs to no block in particular: it counts for each block whose groups are not known. */
function inlineSources(group: ResourceState, block: Record<string, StateValue>, graph: ResourceGraph): ResourceState[] {
  const candidates = graph.references(group, "ingress", groupType);
  const named = new Set(texts(block.securityGroups));
  const listed = Array.isArray(block.securityGroups) ? block.securityGroups : [block.securityGroups];
  const hasUnknown = listed.some((item) => item !== undefined && isUnknown(unwrapSecret(item)));
  return candidates.filter((candidate) => hasUnknown || (candidate.id !== undefined && named.has(candidate.id)));
}

function portsAndProtocol(rule: Record<string, StateValue>, key: string): { protocol: string; ports?: PortRange } {
  const plain = (value: StateValue | undefined) => (value === undefined ? value : unwrapSecret(value));
  const text = plain(rule[key]);
  const protocol = text === -1 || text === "-1" || text === "all" ? "any protocol" : protocolName(text);
  const from = Number(plain(rule.fromPort) ?? NaN);
  const to = Number(plain(rule.toPort) ?? NaN);
  const bounded = protocol !== "any protocol" && Number.isInteger(from) && Number.isInteger(to) && from >= 0;
  return { protocol, ...(bounded ? { ports: { from, to } } : {}) };
}

const protocolNames = new Map([
  ["tcp", "TCP"],
  ["6", "TCP"],
  ["udp", "UDP"],
  ["17", "UDP"],
  ["icmp", "ICMP"],
  ["1", "ICMP"],
]);

function protocolName(value: StateValue | undefined): string {
  const text = typeof value === "string" || typeof value === "number" ? String(value).toLowerCase() : "";
  return protocolNames.get(text) ?? "IP";
}
