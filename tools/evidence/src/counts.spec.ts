import assert from "node:assert/strict";
import * as fc from "fast-check";
import { countsOf, exitCodeOf, sumCounts, type Counts } from "./counts";
import { anyVerdicts } from "./testing/arbitrary";

const total = ({ violations, exempted, undecided }: Counts) =>
  violations.mandatory + violations.advisory + exempted + undecided;

describe("counts", () => {
  it("count every finding once, whatever its outcome and level", () => {
    fc.assert(
      fc.property(anyVerdicts, (verdicts) => {
        const counts = countsOf(verdicts);
        assert.equal(total(counts), verdicts.findings.length);
        assert.equal(counts.passed, verdicts.passed.length);
        assert.equal(counts.notApplicable, verdicts.notApplicable);
      }),
    );
  });

  it("of several stacks are the sum of their counts", () => {
    fc.assert(
      fc.property(anyVerdicts, anyVerdicts, (a, b) => {
        const together = countsOf({
          findings: [...a.findings, ...b.findings],
          passed: [...a.passed, ...b.passed],
          notApplicable: a.notApplicable + b.notApplicable,
        });
        assert.deepEqual(sumCounts([countsOf(a), countsOf(b)]), together);
      }),
    );
  });

  it("of no stack are zero", () => {
    assert.equal(total(sumCounts([])), 0);
  });
});

describe("exit code", () => {
  it("is 1 exactly when a mandatory rule is violated", () => {
    fc.assert(
      fc.property(anyVerdicts, (verdicts) => {
        const stops = verdicts.findings.some(({ outcome, level }) => outcome === "violation" && level === "mandatory");
        assert.equal(exitCodeOf(countsOf(verdicts)), stops ? 1 : 0);
      }),
    );
  });

  it("is 0 for advisory violations and for undecided or exempted mandatory findings", () => {
    const counts = {
      passed: 0,
      violations: { mandatory: 0, advisory: 4 },
      exempted: 2,
      undecided: 3,
      notApplicable: 0,
    };
    assert.equal(exitCodeOf(counts), 0);
  });
});
