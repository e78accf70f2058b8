import { notPublicV4, notPublicV6, parseCidr } from "../../knowledge/cidr";

export type Family = "ipv4" | "ipv6";
export const families: readonly Family[] = ["ipv4", "ipv6"];

/** A range of addresses, both ends included. */
export interface Span {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

const bits: Readonly<Record<Family, bigint>> = { ipv4: 32n, ipv6: 128n };

/** The last address of a family. */
export function lastOf(family: Family): bigint {
  return (1n << bits[family]) - 1n;
}

/** Every address of a family. */
export function everything(family: Family): Span {
  return { family, first: 0n, last: lastOf(family) };
}

/** The addresses of a CIDR, or nothing when the text is none. */
export function spanOf(cidr: string): Span | undefined {
  const range = parseCidr(cidr);
  if (!range) return undefined;
  const family = range.address.kind();
  const size = 1n << (bits[family] - BigInt(range.prefix));
  const address = range.address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const first = address - (address % size);
  return { family, first, last: first + size - 1n };
}

export function isIn({ first, last, family }: Span, address: bigint, ofFamily: Family): boolean {
  return family === ofFamily && first <= address && address <= last;
}

export function sizeOf({ first, last }: Span): bigint {
  return last - first + 1n;
}

/** Addresses that no packet from the internet comes from. */
const localSpans: readonly Span[] = [...notPublicV4, ...notPublicV6]
  .map(([base, prefix]) => spanOf(`${base}/${String(prefix)}`))
  .filter((span): span is Span => span !== undefined);

/**
 * Public addresses of a family, cut wherever one of the spans begins or ends, so that what holds for the first address
 * of a part holds for all of it.
 */
export function publicParts(family: Family, cuts: readonly Span[]): Span[] {
  const points = new Set<bigint>([0n]);
  for (const span of [...cuts, ...localSpans]) {
    if (span.family !== family) continue;
    points.add(span.first);
    if (span.last < lastOf(family)) points.add(span.last + 1n);
  }
  const starts = [...points].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  return starts
    .map((first, index): Span => ({ family, first, last: (starts[index + 1] ?? lastOf(family) + 1n) - 1n }))
    .filter(({ first }) => !localSpans.some((span) => isIn(span, first, family)));
}

/** More public addresses than one /8 of IPv4 or one /16 of IPv6 holds count as the internet at large. */
export const internetAtLarge: Readonly<Record<Family, bigint>> = { ipv4: 1n << 24n, ipv6: 1n << 112n };
