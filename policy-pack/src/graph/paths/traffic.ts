import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource } from "../stack-graph";
import { isIn, spanOf, type Family, type Span } from "./addresses";
import { placed, placeOf } from "./links";

export type Protocol = "tcp" | "udp";

/** One connection from outside: who asks, by which protocol, at which port. */
export interface Probe {
  readonly family: Family;
  readonly address: bigint;
  readonly protocol: Protocol;
  readonly port: number;
}

/** The addresses that a rule names. */
export interface Addresses {
  readonly spans: readonly Span[];
  /** No when the spans are all; unknown when some are known only on update. */
  readonly others: Truth;
}

/** What a rule of a security group or network ACL matches. */
export interface Match {
  readonly addresses: Addresses;
  readonly ports: Ports;
}

/** The protocol and ports that a rule names. */
export interface Ports {
  /** Where the answer changes. */
  readonly cuts: readonly number[];
  takes(protocol: Protocol, port: number): Truth;
}

const numbers: Readonly<Record<Protocol, string>> = { tcp: "6", udp: "17" };

/** Reads protocol and ports, which security groups and network ACLs write alike. */
export function portsFrom(at: GraphResource, protocol: Value, from: Value, to: Value): Ports {
  const last = to.isAbsent ? from : to;
  const cuts = [from.number ?? 0, (last.number ?? 65535) + 1];
  const takes = (wanted: Protocol, port: number): Truth => {
    const inRange = Truth.all([protocol.isOneOf(wanted, numbers[wanted]), from.isAtMost(port), last.isAtLeast(port)]);
    return placed(at, protocol.isOneOf("-1", "all").or(inRange));
  };
  return { cuts, takes };
}

/** Reads CIDRs. Text that is none matches nothing, for AWS will refuse it. */
export function addressesFrom(at: GraphResource, ranges: readonly Value[]): Addresses {
  const items = ranges.flatMap((range) => range.items());
  const open = items.filter((item) => item.isUnknown).map(({ path }) => placeOf(at, path));
  return {
    spans: items.map((item) => spanOf(item.text ?? "")).filter((span): span is Span => span !== undefined),
    others: open.length > 0 ? Truth.unknown(...open) : Truth.no,
  };
}

export function holdsAddress({ spans, others }: Addresses, address: bigint, family: Family): Truth {
  return spans.some((span) => isIn(span, address, family)) ? Truth.yes : others;
}

export function matches({ addresses, ports }: Match, { family, address, protocol, port }: Probe): Truth {
  const held = holdsAddress(addresses, address, family);
  return held.isNo ? held : held.and(ports.takes(protocol, port));
}

/** One port of each stretch over which no rule changes its answer. */
export function portsToTry(all: readonly Ports[]): number[] {
  const cuts = all.flatMap(({ cuts }) => cuts).filter((cut) => cut > 1 && cut <= 65535);
  return [...new Set([1, ...cuts])].sort((one, other) => one - other);
}
