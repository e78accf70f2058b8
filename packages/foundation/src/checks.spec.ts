import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentError } from "./argument-error";
import { checksFor } from "./checks";

const checks = checksFor("Vpc", "main");
const message = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof ArgumentError);
    assert.ok(pulumi.RunError.isInstance(error), "the CLI prints a stack trace for anything but a RunError");
    return error.message;
  }
  throw new assert.AssertionError({ message: "nothing was refused" });
};

describe("argument checks", () => {
  it("name the component, the argument, the problem and the mend", () => {
    assert.equal(
      message(() => checks.integer("availabilityZones", 7, 2, 3)),
      'Vpc "main": availabilityZones is 7, which is not a whole number from 2 to 3. Give one.',
    );
  });

  it("give back what they accept", () => {
    assert.equal(checks.integer("n", 2, 2, 3), 2);
    assert.equal(checks.oneOf("mode", "a", ["a", "b"]), "a");
    assert.equal(checks.matches("id", "ab", /^[a-z]+$/, "lower case"), "ab");
    assert.deepEqual(checks.atLeast("list", [1], 1), [1]);
    assert.deepEqual(checks.atMost("list", [1], 1), [1]);
    checks.unique("names", ["a", "b"]);
    checks.exclusive({ one: 1, other: undefined });
    checks.fitsAutoname("short", 32, "a load balancer");
  });

  const refused: readonly (readonly [string, () => unknown, RegExp])[] = [
    ["a fraction", () => checks.integer("n", 2.5, 2, 3), /n is 2.5/],
    ["no number", () => checks.integer("n", Number.NaN, 2, 3), /n is NaN/],
    ["a choice that is none", () => checks.oneOf<string>("mode", "c", ["a", "b"]), /mode is "c".*Choose one of a, b\./],
    [
      "a text of another form",
      () => checks.matches("id", "A", /^[a-z]+$/, "lower case"),
      /id is "A"\. It must be lower case\./,
    ],
    ["too few elements", () => checks.atLeast("subnets", [], 2), /subnets has 0 element\(s\)\. Give at least 2\./],
    ["too many elements", () => checks.atMost("subnets", [1, 2], 1), /subnets has 2 elements\. Give 1 at most\./],
    ["a name used twice", () => checks.unique("users", ["a", "b", "a"]), /users holds "a" twice/],
    ["two that exclude each other", () => checks.exclusive({ a: 1, b: 2 }), /a and b are given together\. Give one/],
    ["a name too long", () => checks.fitsAutoname("x".repeat(30), 32, "a load balancer"), /Shorten it by 6 character/],
  ];
  for (const [title, run, expected] of refused) it(`refuse ${title}`, () => assert.match(message(run), expected));
});
