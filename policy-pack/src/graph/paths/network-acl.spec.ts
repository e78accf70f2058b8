import assert from "node:assert/strict";
import * as fc from "fast-check";
import { Truth } from "../../authoring/truth";
import { aclAnswer, inOrder, type AclEntry } from "./network-acl";
import type { Probe } from "./traffic";

/** An entry of a small world: sixteen addresses, eight ports. `undefined` stands for what is known on update only. */
interface Entry {
  readonly order: number | undefined;
  readonly allows: boolean | undefined;
  readonly addresses: readonly [first: number, last: number] | undefined;
  readonly ports: readonly [first: number, last: number] | undefined;
}

const range = (most: number): fc.Arbitrary<readonly [number, number]> =>
  fc.tuple(fc.nat(most), fc.nat(most)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);

const known = fc.record({ order: fc.nat(40), allows: fc.boolean(), addresses: range(15), ports: range(7) });

function entries(mostUnknown: number): fc.Arbitrary<readonly Entry[]> {
  const list = fc.uniqueArray(known, { maxLength: 5, selector: ({ order }) => order });
  const fields = fc.array(fc.tuple(fc.nat(4), fc.constantFrom("order", "allows", "addresses", "ports")), {
    maxLength: mostUnknown,
  });
  return fc
    .tuple(list, fields)
    .map(([all, gone]) =>
      all.map((entry, index): Entry =>
        gone.reduce<Entry>(
          (current, [at, field]) => (at === index ? { ...current, [field]: undefined } : current),
          entry,
        ),
      ),
    );
}

const probes = fc.record({ address: fc.nat(15), port: fc.nat(7) });

function toEntry({ order, allows, addresses, ports }: Entry): AclEntry {
  const open = Truth.unknown("open");
  return {
    order,
    allows: allows === undefined ? open : Truth.of(allows),
    belongs: Truth.yes,
    path: "order",
    match: {
      addresses: addresses
        ? { spans: [{ family: "ipv4", first: BigInt(addresses[0]), last: BigInt(addresses[1]) }], others: Truth.no }
        : { spans: [], others: open },
      ports: { cuts: [], takes: (_, port) => (ports ? Truth.of(ports[0] <= port && port <= ports[1]) : open) },
    },
  };
}

function answerOf(list: readonly Entry[], { address, port }: { address: number; port: number }): Truth {
  const probe: Probe = { family: "ipv4", address: BigInt(address), protocol: "tcp", port };
  return aclAnswer(inOrder(list.map(toEntry)), probe);
}

/** What AWS does once everything is known: the lowest number that matches decides, else no. */
function naive(list: readonly Entry[], address: number, port: number): boolean {
  const within = (value: number, bounds: readonly [number, number] | undefined): boolean =>
    bounds !== undefined && bounds[0] <= value && value <= bounds[1];
  const matching = list.filter((one) => within(address, one.addresses) && within(port, one.ports));
  const [first] = [...matching].sort((one, other) => (one.order ?? 0) - (other.order ?? 0));
  return first?.allows ?? false;
}

/** Every list that the unknowns may turn out to be, as far as an address and a port can tell them apart. */
function completions(list: readonly Entry[], address: number, port: number): Entry[][] {
  return list.reduce<Entry[][]>(
    (all, entry) => all.flatMap((rest) => fill(entry, address, port).map((filled) => [...rest, filled])),
    [[]],
  );
}

function fill(entry: Entry, address: number, port: number): Entry[] {
  const either = <T>(value: T | undefined, choices: readonly T[]): readonly T[] =>
    value === undefined ? choices : [value];
  // Halves stand between all the numbers that are known.
  const orders = either(
    entry.order,
    Array.from({ length: 42 }, (_, index) => index - 0.5),
  );
  return orders.flatMap((order) =>
    either(entry.allows, [true, false]).flatMap((allows) =>
      either(entry.addresses, [
        [address, address],
        [16, 16],
      ] as const).flatMap((addresses) =>
        either(entry.ports, [
          [port, port],
          [8, 8],
        ] as const).map((ports) => ({ order, allows, addresses, ports })),
      ),
    ),
  );
}

describe("the order of a network ACL", () => {
  it("decides as AWS does when everything is known", () => {
    fc.assert(
      fc.property(entries(0), probes, (list, probe) => {
        const answer = answerOf(list, probe);
        assert.equal(answer.isYes, naive(list, probe.address, probe.port));
        assert.equal(answer.isUnknown, false);
      }),
      { numRuns: 1000 },
    );
  });

  it("is certain only of what holds however the unknowns turn out", () => {
    fc.assert(
      fc.property(entries(2), probes, (list, probe) => {
        const answer = answerOf(list, probe);
        const possible = new Set(
          completions(list, probe.address, probe.port).map((all) => naive(all, probe.address, probe.port)),
        );
        if (!answer.isUnknown) assert.deepEqual([...possible], [answer.isYes]);
        else assert.ok(answer.paths.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it("stays open over one unknown only where that matters", () => {
    fc.assert(
      fc.property(entries(1), probes, (list, probe) => {
        const possible = new Set(
          completions(list, probe.address, probe.port).map((all) => naive(all, probe.address, probe.port)),
        );
        assert.equal(answerOf(list, probe).isUnknown, possible.size > 1);
      }),
      { numRuns: 500 },
    );
  });

  it("denies what no entry names", () => {
    assert.ok(answerOf([], { address: 1, port: 1 }).isNo);
  });
});
