import assert from "node:assert/strict";
import * as fc from "fast-check";
import { ref, type CaseResource } from "../../testing/cases";
import { evaluate } from "../../testing/evaluate";
import { but, door, named, openStore } from "../../testing/paths";
import { natGateway, routeOf } from "../../testing/vpc";
import { reachesStore } from "./reach";

const port = 5432;

/** Ranges that nest and overlap, each with its two ends as plain numbers. */
const ranges: Readonly<Record<string, readonly [first: number, last: number]>> = {
  "0.0.0.0/0": [0, 2 ** 32 - 1],
  "0.0.0.0/1": [0, 2 ** 31 - 1],
  "128.0.0.0/1": [2 ** 31, 2 ** 32 - 1],
  "64.0.0.0/2": [2 ** 30, 2 ** 31 - 1],
  "50.0.0.0/8": [50 * 2 ** 24, 51 * 2 ** 24 - 1],
  "203.0.113.0/24": [3405803776, 3405804031],
  "10.0.0.0/8": [10 * 2 ** 24, 11 * 2 ** 24 - 1],
};
// What is wide open comes often, so that many networks are open at all hops, and closed by one.
const cidr = fc.oneof(fc.constant("0.0.0.0/0"), fc.constantFrom(...Object.keys(ranges)));
const ports = fc.oneof(
  fc.constant<readonly [number, number]>([0, 65535]),
  fc.constantFrom<readonly [number, number]>([port, port], [1024, 65535], [443, 443], [0, 1023]),
);
const mostly = fc.oneof({ arbitrary: fc.constant(true), weight: 3 }, { arbitrary: fc.constant(false), weight: 1 });

interface Entry {
  readonly cidr: string;
  readonly ports: readonly [number, number];
  readonly allows: boolean;
}

const entries = fc.array(fc.record({ cidr, ports, allows: mostly }), { minLength: 1, maxLength: 4 });
const networks = fc.record({
  ingress: entries,
  egress: entries,
  doors: fc.array(fc.record({ cidr, ports }), { minLength: 1, maxLength: 3 }),
  routes: fc.uniqueArray(fc.record({ cidr, leads: mostly }), {
    minLength: 1,
    maxLength: 3,
    selector: (one) => one.cidr,
  }),
});
type Network = typeof networks extends fc.Arbitrary<infer T> ? T : never;

function toResources({ ingress, egress, doors, routes }: Network): CaseResource[] {
  const list = (all: readonly Entry[]) =>
    all.map((one, index) => ({
      ruleNo: 100 + index,
      action: one.allows ? "allow" : "deny",
      protocol: "tcp",
      cidrBlock: one.cidr,
      fromPort: one.ports[0],
      toPort: one.ports[1],
    }));
  return but(
    openStore,
    "door-5432",
    "default",
    natGateway,
    named("aws:ec2/networkAcl:NetworkAcl", "acl", {
      subnetIds: [ref("public-a")],
      ingress: list(ingress),
      egress: list(egress),
    }),
    ...doors.map((one, index) =>
      door(0, { cidrIpv4: one.cidr, fromPort: one.ports[0], toPort: one.ports[1] }, "db", `door-${String(index)}`),
    ),
    ...routes.map((one, index) =>
      routeOf(
        ref("table"),
        {
          destinationCidrBlock: one.cidr,
          ...(one.leads ? { gatewayId: ref("internet") } : { natGatewayId: ref("nat") }),
        },
        `route-${String(index)}`,
      ),
    ),
  );
}

function holds(text: string, address: number): boolean {
  const [first, last] = ranges[text] ?? [1, 0];
  return first <= address && address <= last;
}

function within([first, last]: readonly [number, number], value: number): boolean {
  return first <= value && value <= last;
}

/** One address at a time, one port at a time, as a packet would meet the hops. */
function getsThrough({ ingress, egress, doors, routes }: Network, address: number): boolean {
  const decide = (all: readonly Entry[], at: number): boolean =>
    all.find((one) => holds(one.cidr, address) && within(one.ports, at))?.allows ?? false;
  const widthOf = (text: string): number => (ranges[text]?.[1] ?? 0) - (ranges[text]?.[0] ?? 0);
  const [route] = routes
    .filter((one) => holds(one.cidr, address))
    .sort((one, other) => widthOf(one.cidr) - widthOf(other.cidr));
  const answers = [1, 443, 1023, 1024, port, 40000, 65535].some((at) => decide(egress, at));
  const admitted = doors.some((one) => holds(one.cidr, address) && within(one.ports, port));
  return (route?.leads ?? false) && decide(ingress, port) && answers && admitted;
}

/** Whether more addresses than one /8 get through, counted between all ends of ranges. */
function reachesAtLarge(network: Network): boolean {
  const privateEnds = [172 * 2 ** 24 + 16 * 2 ** 16, 172 * 2 ** 24 + 32 * 2 ** 16];
  const local: readonly (readonly [number, number])[] = [
    [10 * 2 ** 24, 11 * 2 ** 24 - 1],
    [privateEnds[0] ?? 0, (privateEnds[1] ?? 0) - 1],
    [3232235520, 3232301055],
    [1681915904, 1686110207],
    [2851995648, 2852061183],
    [127 * 2 ** 24, 128 * 2 ** 24 - 1],
  ];
  const cuts = [...Object.values(ranges), ...local].flatMap(([first, last]) => [first, last + 1]);
  const starts = [...new Set([0, ...cuts])].filter((one) => one < 2 ** 32).sort((one, other) => one - other);
  const sizes = starts.map((first, index) => {
    const isLocal = local.some((one) => within(one, first));
    return !isLocal && getsThrough(network, first) ? (starts[index + 1] ?? 2 ** 32) - first : 0;
  });
  return sizes.reduce((sum, size) => sum + size, 0) > 2 ** 24;
}

describe("paths from the internet to a store", () => {
  it("are open exactly where packets get through, address by address", () => {
    let open = 0;
    fc.assert(
      fc.property(networks, (network) => {
        const answer = evaluate(reachesStore, { resources: toResources(network) }, "preview");
        const expected = reachesAtLarge(network);
        if (expected) open += 1;
        assert.equal(answer.outcome, expected ? "fault" : "pass", answer.printed);
      }),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 300) },
    );
    assert.ok(open > 10, `only ${String(open)} random networks were open`);
  });
});
