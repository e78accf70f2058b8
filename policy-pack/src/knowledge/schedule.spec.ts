import assert from "node:assert/strict";
import * as fc from "fast-check";
import { longestGapInDays } from "./schedule";

describe("schedule expressions", () => {
  const known: readonly (readonly [string, number])[] = [
    ["rate(10 days)", 10],
    ["rate(12 hours)", 0.5],
    ["rate(1 day)", 1],
    ["cron(0 5 * * ? *)", 1],
    ["cron(0 5 ? * MON *)", 7],
    ["cron(0 5 1 * ? *)", 31],
    ["cron(0 5 1 1/3 ? *)", 93],
    ["cron(0 5 1 JAN,JUL ? *)", 186],
    ["cron(0 5 1 1 ? *)", 372],
    ["cron(0 5 1 1-12 ? *)", 31],
  ];
  for (const [text, days] of known)
    it(`${text} leaves at most ${days} days`, () => assert.equal(longestGapInDays(text), days));

  it("says nothing of what it cannot read", () => {
    for (const text of [
      "",
      "rate(ten days)",
      "cron(0 5 * *)",
      "cron(0 5 1 13 ? *)",
      "cron(0 5 1 1 ? 2027)",
      "at(2027-01-01T00:00:00)",
    ]) {
      assert.equal(longestGapInDays(text), undefined, text);
    }
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void longestGapInDays(`cron(${text})`)));
  });
});
