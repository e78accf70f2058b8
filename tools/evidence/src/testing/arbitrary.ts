import * as fc from "fast-check";
import { requirements, type Severity } from "@hipaa-aws/controls";
import type { Finding, JudgedStack, Level, Outcome, Verdicts } from "../verdicts";

const catalogue = [...requirements().values()].filter(({ kind }) => kind.endsWith("-policy")).slice(0, 40);
const foreign = ["acme-no-blue-buckets", "acme-names"];

const rule = fc.constantFrom(...catalogue.map(({ id }) => id), ...foreign);
const urn = fc.integer({ min: 0, max: 12 }).map((n) => `urn:pulumi:dev::clinic::aws:s3/bucket:Bucket::b${n}`);
const level = fc.constantFrom<Level>("mandatory", "advisory");

const finding: fc.Arbitrary<Finding> = fc
  .record({
    rule,
    urn,
    level,
    outcome: fc.constantFrom<Outcome>("violation", "undecided", "exempted"),
    severity: fc.option(fc.constantFrom<Severity>("low", "medium", "high", "critical"), { nil: undefined }),
    message: fc.string(),
  })
  .map((found) => ({ ...found, mend: "mend it", citations: ["164.312(b)"] }));

/** Verdicts of any shape, also with several findings of one rule on one resource, and with a pass beside a finding. */
export const anyVerdicts: fc.Arbitrary<Verdicts> = fc.record({
  pack: fc.constant({ name: "pack", version: "1.0.0" }),
  rules: fc.uniqueArray(fc.record({ rule, level }), { selector: (entry) => entry.rule }),
  findings: fc.array(finding, { maxLength: 40 }),
  declassified: fc.constant([]),
  remediated: fc.constant([]),
  passed: fc.array(fc.record({ rule, urn }), { maxLength: 60 }),
  notApplicable: fc.nat(1000),
});

export function judgedWith(verdicts: Verdicts): JudgedStack {
  return { host: "sandbox", state: { project: "clinic", stack: "dev", resources: [] }, verdicts };
}
