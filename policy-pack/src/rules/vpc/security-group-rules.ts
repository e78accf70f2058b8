import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isWorldOpen } from "../../knowledge/cidr";

export const securityGroup = "aws:ec2/securityGroup:SecurityGroup";
export const securityGroupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
export const ingressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
export const egressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

export type Direction = "ingress" | "egress";

/** One rule of a security group, in whichever of its forms it was written. */
export interface Door {
  /** Whether it is of the direction asked for; only `SecurityGroupRule` can leave that open. */
  readonly applies: Truth;
  readonly protocol: Value;
  readonly from: Value;
  readonly to: Value;
  /** IPv4 and IPv6 ranges: single values or lists. */
  readonly ranges: readonly Value[];
}

interface Readable {
  readonly type: string;
  get(path: string): Value;
}

/** The rules of one direction that a group states inline, or the one that a rule resource is. */
export function doorsOf(resource: Readable, direction: Direction): Door[] {
  switch (resource.type) {
    case securityGroup:
      return inlineDoors(resource.get(direction));
    case securityGroupRule:
      return [blockDoor((path) => resource.get(path), resource.get("type").isOneOf(direction))];
    case direction === "ingress" ? ingressRule : egressRule:
      return [
        {
          applies: Truth.yes,
          protocol: resource.get("ipProtocol"),
          from: resource.get("fromPort"),
          to: resource.get("toPort"),
          ranges: [resource.get("cidrIpv4"), resource.get("cidrIpv6")],
        },
      ];
    default:
      return [];
  }
}

/** The inline rules of a group. An unknown list is one rule of which nothing is known. */
export function inlineDoors(blocks: Value): Door[] {
  return blocks.items().map((block) => blockDoor((path) => block.get(path), Truth.yes));
}

function blockDoor(get: (path: string) => Value, applies: Truth): Door {
  return {
    applies,
    protocol: get("protocol"),
    from: get("fromPort"),
    to: get("toPort"),
    ranges: [get("cidrBlocks"), get("ipv6CidrBlocks")],
  };
}

/** Whether some rule of this direction meets a condition. */
export function someDoor(resource: Readable, direction: Direction, condition: (door: Door) => Truth): Truth {
  return Truth.any(doorsOf(resource, direction).map((door) => door.applies.and(condition(door))));
}

/** Whether a rule names a range that is open to the world. */
export function admitsWorld({ ranges }: Door): Truth {
  return Truth.any(ranges.map(isWorldOpen));
}

export function isTcp({ protocol }: Door): Truth {
  return protocol.isOneOf("tcp", "6");
}

export function isUdp({ protocol }: Door): Truth {
  return protocol.isOneOf("udp", "17");
}

/** ICMP, whose from and to are a type and a code. */
export function isIcmp({ protocol }: Door): Truth {
  return protocol.isOneOf("icmp", "icmpv6", "1", "58");
}

/** Every protocol, which means every port whatever from and to say. */
export function isEveryProtocol({ protocol }: Door): Truth {
  return protocol.isOneOf("-1", "all");
}

/** Whether the range of ports holds one of these. */
export function holdsPort(door: Door, ports: readonly number[]): Truth {
  const last = lastPort(door);
  return Truth.any(ports.map((port) => door.from.isAtMost(port).and(last.isAtLeast(port))));
}

/** Whether the range of ports is exactly one of these. */
export function isExactly(door: Door, ports: readonly number[]): Truth {
  const last = lastPort(door);
  const is = (value: Value, port: number): Truth => value.isAtLeast(port).and(value.isAtMost(port));
  return Truth.any(ports.map((port) => is(door.from, port).and(is(last, port))));
}

/** Whether the range holds no more than this many ports. */
export function isNarrow(door: Door, most: number): Truth {
  const last = lastPort(door);
  if (last.isUnknown) return last.asUnknown();
  return door.from.whenKnown(() => span(door.from, last) <= most);
}

function span(from: Value, to: Value): number {
  return (to.number ?? Number.NaN) - (from.number ?? Number.NaN) + 1;
}

function lastPort({ from, to }: Door): Value {
  return to.isAbsent ? from : to;
}
