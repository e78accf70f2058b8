import assert from "node:assert/strict";
import * as fc from "fast-check";
import { rules } from "../rules";
import { cases } from "../rules/all.cases";
import { resource, unknown, type CaseProperties } from "./cases";
import { evaluate } from "./evaluate";

const runs = Number(process.env["FUZZ_RUNS"] ?? 60);
const canary = "canary-7f3a-never-print";

/** Any shape an input can have, with unknowns and canaries for secrets at any depth. */
const anything: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<unknown>(
      unknown,
      null,
      undefined,
      true,
      false,
      "true",
      "",
      "*",
      0,
      -1,
      443,
      Number.MAX_SAFE_INTEGER,
    ),
    fc.constantFrom(
      canary,
      `arn:aws:iam::111122223333:role/${canary}`,
      `postgres://u:${canary}@h/db`,
      "0.0.0.0/0",
      "{",
    ),
    fc.string(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
  ),
})).value;

/** Names that the rule's own cases use, so that the random values land where the rule reads. */
function propertyNames(id: string): string[] {
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!/^\d+$/.test(key)) names.add(key);
      collect(inner);
    }
  };
  for (const { resources } of cases[id] ?? []) for (const { properties } of resources) collect(properties);
  return [...names];
}

function randomProperties(id: string): fc.Arbitrary<CaseProperties> {
  const names = propertyNames(id);
  const key = names.length > 0 ? fc.constantFrom(...names) : fc.string();
  const nested = fc.dictionary(key, fc.oneof(anything, fc.dictionary(key, anything, { maxKeys: 3 })), { maxKeys: 6 });
  return fc.dictionary(key, fc.oneof(anything, nested, fc.array(nested, { maxLength: 3 })), { maxKeys: 8 });
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
          assert.doesNotMatch(answer.printed, new RegExp(canary));
          assert.ok(!answer.faults.some((text) => text.includes("failed inside")), answer.faults.join("; "));
        }),
        { numRuns: runs },
      );
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
