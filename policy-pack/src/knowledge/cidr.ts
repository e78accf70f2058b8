import ipaddr from "ipaddr.js";
import type { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";

/** Ranges that count as the whole internet: everything, a half of everything, all global IPv6 addresses. */
const widestPublicPrefix = { ipv4: 8, ipv6: 16 } as const;

/** IPv4 space that is private, shared, link-local or loopback: base address and prefix length. */
export const notPublicV4: readonly (readonly [string, number])[] = [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
  ["127.0.0.0", 8],
];
/** IPv6 space that is unique local, link-local or loopback. */
export const notPublicV6: readonly (readonly [string, number])[] = [
  ["fc00::", 7],
  ["fe80::", 10],
  ["::1", 128],
];

/** An address range: the base address and the prefix length. */
export interface Range {
  readonly address: ipaddr.IPv4 | ipaddr.IPv6;
  readonly prefix: number;
}

/** Parses a CIDR in any notation (`000.0.0.0/0`, `::/0`, an IPv4-mapped range), or nothing. */
export function parseCidr(text: string): Range | undefined {
  const match = /^\s*([^/\s]+)\/(\d{1,3})\s*$/.exec(text);
  const base = match?.[1];
  if (!match || base === undefined) return undefined;
  const prefix = Number(match[2]);
  const address = parseAddress(base);
  if (!address || prefix > (address.kind() === "ipv4" ? 32 : 128)) return undefined;
  if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && prefix >= 96) {
    return { address: address.toIPv4Address(), prefix: prefix - 96 };
  }
  return { address, prefix };
}

/** Decimal octets with leading zeros are decimal to AWS, and octal to the parser: they are stripped first. */
function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const plain = text.includes(":") ? text : text.replace(/(^|\.)0+(?=\d)/g, "$1");
  return ipaddr.isValid(plain) ? ipaddr.parse(plain) : undefined;
}

/**
 * Whether a CIDR known as text is open to the world: 0.0.0.0/0 or ::/0 in any notation, a half of either, 2000::/3, or
 * any public range wider than /8 (IPv4) or /16 (IPv6). Text that is no CIDR is not.
 */
export function isWorldOpenCidr(text: string): boolean {
  const range = parseCidr(text);
  if (!range) return false;
  const widest = range.address.kind() === "ipv4" ? widestPublicPrefix.ipv4 : widestPublicPrefix.ipv6;
  return range.prefix < widest && !isPrivate(range);
}

/** Whether a range lies wholly inside private, shared, link-local or loopback space. */
export function isPrivate({ address, prefix }: Range): boolean {
  return address instanceof ipaddr.IPv4
    ? notPublicV4.some(([base, length]) => prefix >= length && address.match(ipaddr.IPv4.parse(base), length))
    : notPublicV6.some(([base, length]) => prefix >= length && address.match(ipaddr.IPv6.parse(base), length));
}

/** Whether any of a property's CIDRs is open to the world. */
export function isWorldOpen(value: Value): Truth {
  return value.some((item) => item.whenKnown((raw) => typeof raw === "string" && isWorldOpenCidr(raw)));
}
