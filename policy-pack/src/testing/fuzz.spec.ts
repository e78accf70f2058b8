import assert from "node:assert/strict";
import * as fc from "fast-check";
import { rules } from "../rules";
import { cases } from "../rules/all.cases";
import { resource, unknown } from "./cases";
import { evaluate, type Answer } from "./evaluate";
import { mutated, mutation } from "./mutations";
import { givenPlaces, replacedAt } from "./places";
import { canary, propertyNames, randomProperties } from "./random-inputs";

/** Inputs for each rule: most are changed cases of its own, some are made of nothing but names that it knows. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 200);

/** Objects that look like something else to who asks them: keys of tags and maps are anybody's to choose. */
const impostors: readonly unknown[] = [
  { toString: 5, valueOf: null, constructor: canary, hasOwnProperty: true, length: 3 },
  [[{ toString: canary }]],
];

function assertHarmless(answer: Answer): void {
  assert.ok(!answer.printed.includes(canary), `prints what it read: ${answer.printed}`);
  assert.ok(!answer.faults.some((text) => text.includes("failed inside")), answer.faults.join("; "));
}

describe("rules under random inputs", () => {
  for (const rule of rules) {
    it(`${rule.id} neither throws nor fails inside nor prints a value`, () => {
      const types = rule.types.includes("*") ? ["aws:s3/bucket:Bucket"] : rule.types;
      fc.assert(
        fc.property(fc.constantFrom(...types), randomProperties(rule.id), (type, properties) => {
          const others = types
            .slice(0, 4)
            .map((other, index) => resource(other, properties, { name: `other${index}` }));
          const answer = evaluate(rule, { resources: [resource(type, properties), ...others] }, "preview");
          assertHarmless(answer);
        }),
        { numRuns: Math.ceil(runs / 10) },
      );
      fc.assert(
        fc.property(mutation, (drawn) => {
          const { resources, ...rest } = mutated(rule.id, drawn);
          assertHarmless(evaluate(rule, { resources, ...rest }, "preview"));
        }),
        { numRuns: runs - Math.ceil(runs / 10) },
      );
    });

    it(`${rule.id} reads no method of what it is given, wherever that stands`, () => {
      for (const { resources, config } of cases[rule.id] ?? []) {
        for (const place of givenPlaces(resources)) {
          for (const odd of impostors) {
            const changed = replacedAt(resources, place, odd);
            assertHarmless(evaluate(rule, { resources: changed, ...(config ? { config } : {}) }, "preview"));
          }
        }
      }
    });

    // A stack rule may find for certain that a companion is missing; only a rule of one resource is held to this.
    if (rule.kind === "stack") continue;
    it(`${rule.id} gives no certain verdict when every property it reads is unknown`, () => {
      const names = propertyNames(rule.id);
      const properties = Object.fromEntries(names.map((name) => [name, unknown]));
      const type = rule.types.includes("*") ? "aws:s3/bucket:Bucket" : (rule.types[0] ?? "");
      const answer = evaluate(rule, { resources: [resource(type, properties)] }, "preview");
      assert.ok(!answer.faults.some((text) => text.includes("failed inside")));
      if (answer.outcome === "fault") assert.ok(rule.faultsOnPresence, `${rule.id} finds a fault among unknowns only`);
    });
  }
});
