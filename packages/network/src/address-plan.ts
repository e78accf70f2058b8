import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import ipaddr from "ipaddr.js";
import { perTier, type PerTier, type Tier } from "./tiers";

/** The ranges of one tier. */
export interface TierAddresses {
  /** The whole tier: what a rule of a network ACL names. */
  readonly cidrBlock: string;
  /** One range for each of four zones, whether or not the zone is in use. */
  readonly subnets: readonly string[];
}

/** All ranges of a VPC. */
export interface AddressPlan {
  readonly cidrBlock: string;
  readonly tiers: PerTier<TierAddresses>;
}

interface Share {
  /** How much longer the tier's prefix is than the VPC's: 3 is an eighth, 4 a sixteenth, 6 a sixty-fourth. */
  readonly extraBits: number;
  /** Where the tier begins, in sixty-fourths of the VPC. */
  readonly start: number;
}

const sixtyFourths = 6;

// Web and app hold most addresses, since each Fargate task takes one. The upper half stays free for tiers to come.
const shares: PerTier<Share> = {
  public: { extraBits: 4, start: 0 },
  egress: { extraBits: 6, start: 4 },
  web: { extraBits: 3, start: 8 },
  app: { extraBits: 3, start: 16 },
  data: { extraBits: 4, start: 24 },
  endpoints: { extraBits: 5, start: 28 },
  firewall: { extraBits: 6, start: 30 },
  hub: { extraBits: 6, start: 31 },
};

// Always four parts, so that a third or fourth zone later moves no subnet.
const zoneBits = 2;

/** The smallest and the largest VPC: AWS allows no more than a /16; below a /20 the endpoint subnets get too small. */
export const vpcPrefix = { shortest: 16, longest: 20 };

/** Addresses that AWS keeps for itself in each subnet. Source: Amazon VPC User Guide, "Subnet CIDR blocks". */
export const reservedAddresses = 5;

/** Reads the VPC's range and divides it. @throws ArgumentError that names `cidrBlock`. */
export function planAddresses(checks: ArgumentChecks, cidrBlock: string): AddressPlan {
  parseVpcRange(checks, cidrBlock);
  return divide(cidrBlock);
}

/** Divides a range that is known to be a VPC's. */
export function divide(cidrBlock: string): AddressPlan {
  const [address, prefix] = ipaddr.IPv4.parseCIDR(cidrBlock);
  const base = numberOf(address);
  const range = (offset: number, length: number) => `${dotted(base + offset)}/${length}`;
  return {
    cidrBlock,
    tiers: perTier((tier) => {
      const { extraBits, start } = shares[tier];
      const tierPrefix = prefix + extraBits;
      const tierStart = start * sizeOf(prefix + sixtyFourths);
      const subnetPrefix = tierPrefix + zoneBits;
      return {
        cidrBlock: range(tierStart, tierPrefix),
        subnets: Array.from({ length: 2 ** zoneBits }, (_, zone) =>
          range(tierStart + zone * sizeOf(subnetPrefix), subnetPrefix),
        ),
      };
    }),
  };
}

/** The ranges of a VPC as resources take them: texts, or outputs where IPAM chooses the range at deployment. */
export interface VpcRanges {
  readonly cidrBlock: pulumi.Input<string>;
  /** The whole of a tier. */
  readonly tier: (tier: Tier) => pulumi.Input<string>;
  /** One zone of a tier. */
  readonly subnet: (tier: Tier, zone: number) => pulumi.Input<string>;
}

/** The ranges of a plan that is known, or of the range that the VPC gets. */
export function rangesOf(plan: AddressPlan | undefined, allocated: pulumi.Output<string>): VpcRanges {
  const pick = (choose: (from: AddressPlan) => string | undefined): pulumi.Input<string> =>
    plan ? (choose(plan) ?? "") : allocated.apply((cidrBlock) => choose(divide(cidrBlock)) ?? "");
  return {
    cidrBlock: plan?.cidrBlock ?? allocated,
    tier: (tier) => pick(({ tiers }) => tiers[tier].cidrBlock),
    subnet: (tier, zone) => pick(({ tiers }) => tiers[tier].subnets[zone]),
  };
}

function parseVpcRange(checks: ArgumentChecks, text: string): void {
  const form = `Give a private IPv4 range from /${vpcPrefix.shortest} to /${vpcPrefix.longest}, for example 10.20.0.0/16`;
  const refuse = (problem: string, mend = form) => checks.fail("cidrBlock", problem, mend);
  if (typeof text !== "string") return refuse("is not a string");
  if (ipaddr.IPv6.isValidCIDR(text)) return refuse(`is the IPv6 range "${text}"`);
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return refuse(`is "${text}", which is not a CIDR range`);

  const [address, prefix] = ipaddr.IPv4.parseCIDR(text);
  if (prefix < vpcPrefix.shortest) return refuse(`is "${text}", larger than AWS allows for a VPC`);
  if (prefix > vpcPrefix.longest) return refuse(`is "${text}", too small for five tiers in four zones`);
  const network = `${ipaddr.IPv4.networkAddressFromCIDR(text).toString()}/${prefix}`;
  // Also catches octets with leading zeros, which some programs read as octal numbers.
  if (network !== text)
    return refuse(`is "${text}", which has bits set after the prefix or is not in its usual form`, `Write ${network}`);
  // No private range is smaller than a /16, so where the first address is private, all are.
  if (!["private", "carrierGradeNat"].includes(address.range())) {
    return refuse(`is "${text}", which is not private (RFC 1918) or shared (RFC 6598) address space`);
  }
}

function numberOf(address: ipaddr.IPv4): number {
  return address.octets.reduce((value, octet) => value * 256 + octet, 0);
}

function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

/** How many network interfaces fit into one subnet of a tier, in a VPC with this prefix. */
export function usableAddresses(tier: Tier, prefix: number): number {
  return sizeOf(prefix + shares[tier].extraBits + zoneBits) - reservedAddresses;
}

/** Whether two ranges share an address. */
export function overlap(one: string, other: string): boolean {
  const [first, second] = [ipaddr.IPv4.parseCIDR(one), ipaddr.IPv4.parseCIDR(other)];
  const shorter = Math.min(first[1], second[1]);
  return first[0].match([second[0], shorter]);
}
