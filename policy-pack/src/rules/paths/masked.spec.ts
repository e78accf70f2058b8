import assert from "node:assert/strict";
import * as fc from "fast-check";
import { JsonText, Ref, unknown, type CaseResource, type RuleCase } from "../../testing/cases";
import { evaluate } from "../../testing/evaluate";
import { pathsRules } from "../paths";
import { pathsCases } from "../paths.cases";

/** A value with one part of it, that names no other resource, taken for known on update only. */
function* masked(value: unknown): Generator<unknown> {
  if (value === unknown || value === undefined || value === null) return;
  if (!namesResource(value)) yield unknown;
  if (value instanceof Ref || value instanceof JsonText || typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value)) {
    for (const part of masked(inner)) {
      yield Array.isArray(value)
        ? value.map((item: unknown, index) => (String(index) === key ? part : item))
        : { ...value, [key]: part };
    }
  }
}

function namesResource(value: unknown): boolean {
  if (value instanceof Ref) return true;
  if (value instanceof JsonText) return namesResource(value.document);
  return typeof value === "object" && value !== null && Object.values(value).some(namesResource);
}

function maskings({ resources }: RuleCase): CaseResource[][] {
  return resources.flatMap((resource, at) =>
    Object.entries(resource.properties).flatMap(([key, value]) =>
      [...masked(value)].map((part) =>
        resources.map((one, index) =>
          index === at ? { ...one, properties: { ...one.properties, [key]: part } } : one,
        ),
      ),
    ),
  );
}

describe("paths of which a part is known on update only", () => {
  for (const rule of pathsRules) {
    it(`are never closed nor opened by what ${rule.id} does not know`, () => {
      const all = (pathsCases[rule.id] ?? []).flatMap((one) => maskings(one).map((resources) => ({ one, resources })));
      fc.assert(
        fc.property(fc.constantFrom(...all), ({ one, resources }) => {
          const before = evaluate(rule, one, "preview").outcome;
          const after = evaluate(rule, { ...one, resources }, "preview");
          if (before === "undecided") return;
          assert.ok(
            after.outcome === before || after.outcome === "undecided",
            `${one.title}: ${before}, ${after.outcome}`,
          );
        }),
        { numRuns: Number(process.env["FUZZ_RUNS"] ?? 120) },
      );
    });
  }
});
