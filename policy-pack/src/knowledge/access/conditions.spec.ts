import assert from "node:assert/strict";
import { Truth } from "../../authoring/truth";
import { unknown } from "../../testing/cases";
import { Value } from "../../authoring/value";
import { conditionHolds, fillVariables, type Context, type ContextValue } from "./conditions";
import { readPolicy } from "./policy-reading";

const later = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function holds(operator: string, key: string, values: unknown, given: Record<string, ContextValue>): string {
  const known = values === unknown ? later : values;
  const policy = { Statement: [{ Effect: "Allow", Condition: { [operator]: { [key]: known } } }] };
  const [condition] = readPolicy(new Value(policy, "policy")).statements.flatMap(({ conditions }) => conditions);
  assert.ok(condition);
  const context: Context = (asked) => given[asked];
  const answer = conditionHolds(condition, context, Truth.no);
  return answer.isYes ? "yes" : answer.isNo ? "no" : "unknown";
}

/** Operator, wanted values, values of the request, answer. Others than the simulator gives, with the reason. */
const table: readonly (readonly [string, unknown, ContextValue, string])[] = [
  ["StringEquals", "a", ["a"], "yes"],
  ["StringEquals", "a*", ["ab"], "no"],
  ["StringEquals", "a*", ["a*"], "yes"],
  ["StringLike", "a*", ["ab"], "yes"],
  ["StringLike", "a${*}", ["ab"], "no"],
  ["StringLike", "a${*}", ["a*"], "yes"],
  ["StringNotEquals", ["a", "b"], ["b"], "no"],
  ["StringNotEquals", ["a", "b"], ["c"], "yes"],
  ["StringNotEquals", "a", undefined, "yes"],
  ["StringEquals", "a", undefined, "no"],
  ["StringEqualsIfExists", "a", undefined, "yes"],
  ["StringEqualsIfExists", "a", ["b"], "no"],
  ["StringEquals", [], ["a"], "no"],
  ["stringequalsIGNOREcase", "A", ["a"], "yes"],
  // AWS does not look at IfExists beside a set operator.
  ["ForAnyValue:StringEqualsIfExists", "a", undefined, "no"],
  ["ForAllValues:StringEquals", "a", undefined, "yes"],
  ["ForAllValues:StringEquals", ["a", "b"], ["a", "c"], "no"],
  ["ForAnyValue:StringEquals", ["a", "b"], ["a", "c"], "yes"],
  ["ForAnyValue:StringNotEquals", "a", ["a", "c"], "yes"],
  ["ForAllValues:StringNotEquals", "a", ["a", "c"], "no"],
  ["Null", "true", undefined, "yes"],
  ["Null", "true", ["a"], "no"],
  ["Null", false, ["a"], "yes"],
  ["Bool", true, ["true"], "yes"],
  ["Bool", "False", ["false"], "yes"],
  ["NumericLessThan", "1.2", ["1.1"], "yes"],
  ["NumericLessThan", "1.2", ["none"], "no"],
  ["DateGreaterThan", "2026-01-01T00:00:00Z", ["1800000000"], "yes"],
  ["IpAddress", "203.0.113.0/24", ["203.0.113.9"], "yes"],
  ["IpAddress", "203.0.113.9", ["203.0.113.9"], "yes"],
  // The simulator has no range of everything.
  ["IpAddress", "0.0.0.0/0", ["203.0.113.9"], "yes"],
  ["IpAddress", "0.0.0.0/0", ["2001:db8::1"], "no"],
  // An address of the other family lies outside of a range; the simulator says nothing holds for it.
  ["NotIpAddress", "203.0.113.0/24", ["2001:db8::1"], "yes"],
  ["ArnLike", "arn:aws:sns:*:111122223333:*", ["arn:aws:sns:us-east-1:111122223333:t"], "yes"],
  ["ArnLike", "arn:aws:*:111122223333:t", ["arn:aws:sns:us-east-1:111122223333:t"], "no"],
  ["ArnEquals", "arn:aws:iam::111122223333:role/*", ["arn:aws:iam::111122223333:role/a/b"], "yes"],
  ["ArnEquals", "arn:aws:iam::111122223333:role/a", ["a"], "no"],
  ["StringSounds", "a", ["a"], "no"],
  ["StringEquals", unknown, ["a"], "unknown"],
  ["StringEquals", ["a", later], ["a"], "yes"],
  ["StringEquals", ["b", later], ["a"], "unknown"],
  ["StringNotEquals", ["a", later], ["a"], "no"],
  ["StringEquals", "a", Truth.unknown("tags"), "unknown"],
];

describe("conditions of a policy", () => {
  for (const [operator, values, given, answer] of table) {
    const shown = (value: unknown): string =>
      value instanceof Truth ? "unknown" : (JSON.stringify(value)?.replaceAll(later, "unknown") ?? "nothing");
    it(`${operator} ${shown(values === unknown ? later : values)} with ${shown(given)}: ${answer}`, () => {
      assert.equal(holds(operator, "AWS:Key", values, { "aws:key": given }), answer);
    });
  }

  it("fills variables, with their defaults, and matches nothing without", () => {
    const context: Context = (key) => (key === "aws:username" ? ["a*"] : undefined);
    assert.equal(holds("StringLike", "k", "x-${aws:UserName}", { k: ["x-a*"], "aws:username": ["a*"] }), "yes");
    assert.equal(holds("StringLike", "k", "x-${aws:UserName}", { k: ["x-ab"], "aws:username": ["a*"] }), "no");
    assert.equal(holds("StringNotEquals", "k", "${aws:UserName}", { k: ["x"] }), "no");
    assert.equal(fillVariables("${aws:PrincipalTag/team, 'x'}/y", context), "x/y");
    assert.equal(fillVariables("${aws:PrincipalTag/team}/y", context), undefined);
    assert.ok(fillVariables("${k}", () => Truth.unknown("tags")) instanceof Truth);
  });
});
