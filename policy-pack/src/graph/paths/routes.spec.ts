import assert from "node:assert/strict";
import * as fc from "fast-check";
import { Truth } from "../../authoring/truth";
import { narrowestFirst, routeAnswer, type RouteEntry } from "./routes";

/** A route of a world of sixteen addresses, by base and prefix. `undefined` stands for what is known on update only. */
interface Route {
  readonly base: number | undefined;
  readonly prefix: number;
  readonly leads: boolean | undefined;
  readonly belongs: boolean | undefined;
}

const bits = 4;
const widthOf = (prefix: number): number => 2 ** (bits - prefix);

const known: fc.Arbitrary<Route> = fc
  .record({ address: fc.nat(15), prefix: fc.integer({ min: 0, max: bits }), leads: fc.boolean() })
  .map(({ address, prefix, leads }) => ({ base: address - (address % widthOf(prefix)), prefix, leads, belongs: true }));

function routes(mostUnknown: number): fc.Arbitrary<readonly Route[]> {
  // A table holds each destination once.
  const list = fc.uniqueArray(known, {
    maxLength: 5,
    selector: ({ base, prefix }) => `${String(base)}/${String(prefix)}`,
  });
  const gone = fc.array(fc.tuple(fc.nat(4), fc.constantFrom("base", "leads", "belongs")), { maxLength: mostUnknown });
  return fc
    .tuple(list, gone)
    .map(([all, fields]) =>
      all.map((one, index): Route =>
        fields.reduce<Route>(
          (current, [at, field]) => (at === index ? { ...current, [field]: undefined } : current),
          one,
        ),
      ),
    );
}

function toEntry({ base, prefix, leads, belongs }: Route): RouteEntry {
  const truth = (value: boolean | undefined): Truth => (value === undefined ? Truth.unknown("open") : Truth.of(value));
  return {
    destination:
      base === undefined
        ? undefined
        : { family: "ipv4", first: BigInt(base), last: BigInt(base + widthOf(prefix) - 1) },
    leads: truth(leads),
    belongs: truth(belongs),
    path: "route",
  };
}

function answerOf(list: readonly Route[], address: number): Truth {
  return routeAnswer(narrowestFirst(list.map(toEntry)), BigInt(address), "ipv4");
}

/** What AWS does once everything is known: the longest prefix that holds the address decides, else no. */
function naive(list: readonly Route[], address: number): boolean {
  const holding = list.filter(
    ({ base, prefix, belongs }) => belongs && base !== undefined && base <= address && address < base + widthOf(prefix),
  );
  const [best] = [...holding].sort((one, other) => other.prefix - one.prefix);
  return best?.leads ?? false;
}

function completions(list: readonly Route[], address: number): Route[][] {
  return list.reduce<Route[][]>(
    (all, one) => all.flatMap((rest) => fill(one, address).map((filled) => [...rest, filled])),
    [[]],
  );
}

function fill(one: Route, address: number): Route[] {
  const flags = (value: boolean | undefined): readonly boolean[] => (value === undefined ? [true, false] : [value]);
  const destinations =
    one.base === undefined
      ? [
          // A destination that holds the address more narrowly than any other, and one that does not hold it.
          { base: address, prefix: bits + 1 },
          { base: -1, prefix: 0 },
        ]
      : [{ base: one.base, prefix: one.prefix }];
  return destinations.flatMap((destination) =>
    flags(one.leads).flatMap((leads) => flags(one.belongs).map((belongs) => ({ ...destination, leads, belongs }))),
  );
}

const elsewhere = ({ base, prefix }: Route): boolean => base === -1 && prefix === 0;

describe("the most specific route", () => {
  it("decides as AWS does when everything is known", () => {
    fc.assert(
      fc.property(routes(0), fc.nat(15), (list, address) => {
        const answer = answerOf(list, address);
        assert.equal(answer.isYes, naive(list, address));
        assert.equal(answer.isUnknown, false);
      }),
      { numRuns: 1000 },
    );
  });

  it("is certain only of what holds however the unknowns turn out", () => {
    fc.assert(
      fc.property(routes(3), fc.nat(15), (list, address) => {
        const answer = answerOf(list, address);
        const possible = new Set(
          completions(list, address).map((all) =>
            naive(
              all.filter((one) => !elsewhere(one)),
              address,
            ),
          ),
        );
        if (!answer.isUnknown) assert.deepEqual([...possible], [answer.isYes]);
        else assert.ok(answer.paths.length > 0);
      }),
      { numRuns: 1000 },
    );
  });

  it("stays open over one unknown only where that matters", () => {
    fc.assert(
      fc.property(routes(1), fc.nat(15), (list, address) => {
        const possible = new Set(
          completions(list, address).map((all) =>
            naive(
              all.filter((one) => !elsewhere(one)),
              address,
            ),
          ),
        );
        assert.equal(answerOf(list, address).isUnknown, possible.size > 1);
      }),
      { numRuns: 1000 },
    );
  });
});
