import assert from "node:assert/strict";
import { checksFor } from "@hipaa-aws/foundation";
import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { overlap, planAddresses, usableAddresses, vpcPrefix } from "./address-plan";
import { allTiers } from "./tiers";

const checks = checksFor("Vpc", "main");
const plan = (cidrBlock: string) => planAddresses(checks, cidrBlock);

/** First and last address of a range as numbers. */
function span(cidrBlock: string): [first: number, last: number] {
  const number = (address: ipaddr.IPv4) => address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return [
    number(ipaddr.IPv4.networkAddressFromCIDR(cidrBlock)),
    number(ipaddr.IPv4.broadcastAddressFromCIDR(cidrBlock)),
  ];
}

function within(inner: string, outer: string): boolean {
  const [[first, last], [begin, end]] = [span(inner), span(outer)];
  return first >= begin && last <= end;
}

function disjoint(ranges: readonly string[]): boolean {
  const sorted = ranges.map(span).sort(([one], [other]) => one - other);
  return sorted.every(([first], index) => index === 0 || first > (sorted[index - 1]?.[1] ?? Infinity));
}

/** Every range a VPC may have: a private or shared block, and a network of /16 to /20 in it. */
const vpcRanges = fc
  .record({
    block: fc.constantFrom("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"),
    prefix: fc.integer({ min: vpcPrefix.shortest, max: vpcPrefix.longest }),
    place: fc.nat(),
  })
  .map(({ block, prefix, place }) => {
    const [first, last] = span(block);
    const size = 2 ** (32 - prefix);
    const base = first + (place % ((last - first + 1) / size)) * size;
    return `${[24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256).join(".")}/${prefix}`;
  });

describe("the address plan", () => {
  it("is this one for 10.20.0.0/16", () => {
    const { tiers: planned } = plan("10.20.0.0/16");
    assert.deepEqual(
      Object.entries(planned).map(([tier, { cidrBlock, subnets }]) => [tier, cidrBlock, ...subnets]),
      [
        ["public", "10.20.0.0/20", "10.20.0.0/22", "10.20.4.0/22", "10.20.8.0/22", "10.20.12.0/22"],
        ["web", "10.20.32.0/19", "10.20.32.0/21", "10.20.40.0/21", "10.20.48.0/21", "10.20.56.0/21"],
        ["app", "10.20.64.0/19", "10.20.64.0/21", "10.20.72.0/21", "10.20.80.0/21", "10.20.88.0/21"],
        ["data", "10.20.96.0/20", "10.20.96.0/22", "10.20.100.0/22", "10.20.104.0/22", "10.20.108.0/22"],
        ["endpoints", "10.20.112.0/21", "10.20.112.0/23", "10.20.114.0/23", "10.20.116.0/23", "10.20.118.0/23"],
        ["egress", "10.20.16.0/22", "10.20.16.0/24", "10.20.17.0/24", "10.20.18.0/24", "10.20.19.0/24"],
        ["firewall", "10.20.120.0/22", "10.20.120.0/24", "10.20.121.0/24", "10.20.122.0/24", "10.20.123.0/24"],
        ["hub", "10.20.124.0/22", "10.20.124.0/24", "10.20.125.0/24", "10.20.126.0/24", "10.20.127.0/24"],
      ],
    );
  });

  it("keeps tiers apart and inside the VPC, subnets apart and inside their tier", () => {
    fc.assert(
      fc.property(vpcRanges, (cidrBlock) => {
        const planned = plan(cidrBlock);
        assert.equal(planned.cidrBlock, cidrBlock);
        const ranges = allTiers.map((tier) => planned.tiers[tier]);
        assert.ok(disjoint(ranges.map((tier) => tier.cidrBlock)));
        for (const tier of ranges) {
          assert.ok(within(tier.cidrBlock, cidrBlock));
          assert.equal(tier.subnets.length, 4);
          assert.ok(tier.subnets.every((subnet) => within(subnet, tier.cidrBlock)));
          assert.ok(disjoint(tier.subnets));
        }
      }),
    );
  });

  it("writes every range with its first address, and no subnet below AWS's minimum of /28", () => {
    fc.assert(
      fc.property(vpcRanges, (cidrBlock) => {
        const vpc = ipaddr.IPv4.parseCIDR(cidrBlock)[1];
        for (const tier of allTiers) {
          const { cidrBlock: whole, subnets } = plan(cidrBlock).tiers[tier];
          for (const range of [whole, ...subnets]) {
            const [address, prefix] = ipaddr.IPv4.parseCIDR(range);
            assert.equal(ipaddr.IPv4.networkAddressFromCIDR(range).toString(), address.toString());
            assert.ok(prefix <= 28);
          }
          for (const subnet of subnets)
            assert.equal(usableAddresses(tier, vpc), span(subnet)[1] - span(subnet)[0] + 1 - 5);
        }
      }),
    );
  });

  it("leaves the eight free addresses that a load balancer needs in the smallest public subnet", () => {
    assert.ok(usableAddresses("public", 20) >= 8);
  });

  it("knows ranges that share an address, whichever is the larger", () => {
    fc.assert(
      fc.property(vpcRanges, vpcRanges, (one, other) => {
        const [[first, last], [begin, end]] = [span(one), span(other)];
        assert.equal(overlap(one, other), first <= end && begin <= last);
        assert.equal(overlap(other, one), overlap(one, other));
      }),
    );
    assert.ok(overlap("10.0.0.0/8", "10.20.0.0/16") && overlap("10.20.0.0/16", "10.0.0.0/8"));
  });

  const refused: [string, RegExp][] = [
    ["10.0.0.0", /cidrBlock is "10\.0\.0\.0", which is not a CIDR range/],
    ["", /not a CIDR range/],
    ["10.0.0.0/33", /not a CIDR range/],
    ["10.0.0.256/16", /not a CIDR range/],
    ["10.0/16", /not a CIDR range/],
    ["ten", /not a CIDR range/],
    ["10.0.0.0/21", /too small/],
    ["10.0.0.0/28", /too small/],
    ["10.0.0.0/15", /larger than AWS allows/],
    ["10.0.0.0/8", /larger than AWS allows/],
    ["10.0.1.0/16", /bits set after the prefix.*Write 10\.0\.0\.0\/16/],
    ["8.8.0.0/16", /not private/],
    ["172.32.0.0/16", /not private/],
    ["192.169.0.0/16", /not private/],
    ["100.128.0.0/16", /not private/],
    ["169.254.0.0/16", /not private/],
    ["127.0.0.0/16", /not private/],
    ["fd00::/16", /IPv6 range "fd00::\/16"/],
    ["::ffff:10.0.0.0/112", /IPv6 range/],
  ];
  for (const [cidrBlock, message] of refused) {
    it(`refuses "${cidrBlock}"`, () => {
      assert.throws(
        () => plan(cidrBlock),
        (error: Error) => {
          assert.equal(error.name, "ArgumentError");
          assert.match(error.message, /^Vpc "main": cidrBlock /);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }

  it("takes no notation but the usual one", () => {
    for (const text of ["010.0.0.0/16", "0x0a.0.0.0/16", "10.0.0.0/016", " 10.0.0.0/16", "10.0.0.0/16 "]) {
      assert.throws(() => plan(text), { name: "ArgumentError" }, text);
    }
  });
});
