import { operatorName, operatorOf, arnParts, instantOf, rangeOf, type Operator } from "./operators";
import type { Condition } from "./policy-reading";
import { textClasses } from "./text-classes";
import { variablesOf } from "./conditions";

/** What a request may carry under a key: nothing, or these values. */
export type Candidate = readonly string[] | undefined;

/** An account that no policy names: the accounts that AWS's documentation writes with do not begin so. */
export const otherAccount = "990000000099";

/**
 * What is tried for a condition key: that it is not there, and for each way in which the conditions on it can come out,
 * values that make them do so. A condition comes out for these as it may for any value.
 */
export function candidatesFor(key: string, conditions: readonly Condition[]): Candidate[] {
  const asked = conditions.filter((condition) => condition.key === key);
  const single = new Set(asked.flatMap((condition) => trialsOf(condition, asked)));
  if (single.size === 0) single.add("x");
  const values = [...single];
  const isSet = asked.some(({ operator }) => operatorName(operator).set !== undefined);
  const pairs = isSet ? values.flatMap((one, index) => values.slice(index + 1).map((other) => [one, other])) : [];
  return [undefined, ...values.map((value) => [value]), ...pairs];
}

/** The keys that conditions ask, and those that their values and other texts name as variables. */
export function keysOf(conditions: readonly Condition[], texts: readonly string[] = []): string[] {
  const named = [...texts, ...conditions.flatMap(({ values }) => values.known)].flatMap(variablesOf);
  return [...new Set([...conditions.map(({ key }) => key), ...named])];
}

function trialsOf({ operator, values }: Condition, all: readonly Condition[]): string[] {
  const comparison = operatorOf(operatorName(operator).base);
  if (!comparison) return [];
  const known = values.known.map(plain);
  switch (comparison.family) {
    case "text":
      return [...known, ...textTrials(all)];
    case "arn":
      return [`arn:aws:iam::${otherAccount}:other`, ...known.map((pattern) => arnWitness(pattern))];
    case "number":
      return known.map(Number).filter(Number.isFinite).flatMap(around);
    case "date":
      return known
        .map((text) => Math.floor(instantOf(text) / 1000))
        .filter(Number.isFinite)
        .flatMap(around);
    case "flag":
      return ["true", "false"];
    case "address":
      return [...known.map(firstAddress).filter((text) => text !== undefined), ...addressesOutside(all)];
  }
}

/** Texts that tell the patterns on one key apart; where they are too many, each pattern's own. */
function textTrials(all: readonly Condition[]): readonly string[] {
  const patterns = all
    .map((condition) => ({ condition, comparison: operatorOf(operatorName(condition.operator).base) }))
    .filter((one): one is { condition: Condition; comparison: Operator } => one.comparison?.family === "text")
    .flatMap(({ condition, comparison }) =>
      condition.values.known.map(plain).filter((value) => comparison.isPattern || !/[*?]/.test(value)),
    );
  return textClasses("?*", patterns) ?? [...patterns.map(witness), "x"];
}

/** A value with its variables filled as the candidates of their keys are. */
function plain(value: string): string {
  return value.replace(/\$\{[^}]*\}/g, "x");
}

/** A text that a pattern matches. */
function witness(pattern: string): string {
  return pattern.replaceAll("*", "x").replaceAll("?", "x");
}

/** An ARN that a pattern matches, in another account where the pattern leaves the account open. */
export function arnWitness(pattern: string): string {
  const parts = arnParts(pattern);
  const last = parts.at(-1) ?? "";
  if (last.endsWith("*")) while (parts.length < 6) parts.push("*");
  const [arn = "", partition = "", service = "", region = "", account = "", resource = ""] = parts;
  return [
    witness(arn.replace("*", "arn")),
    partition === "*" ? "aws" : witness(partition),
    service === "*" ? "sns" : witness(service),
    region === "*" ? "us-east-1" : witness(region),
    accountWitness(account),
    witness(resource),
  ].join(":");
}

function accountWitness(account: string): string {
  return account.includes("*") || account.includes("?") ? otherAccount : account;
}

function around(value: number): string[] {
  return [value - 1, value, value + 1].map(String);
}

function firstAddress(range: string): string | undefined {
  return rangeOf(range)?.address.toString();
}

/** Addresses of the internet, of which at least one lies outside of the ranges that a policy names. */
const someAddresses = ["198.51.100.7", "203.0.113.7", "192.0.2.7", "8.8.4.4", "2001:db8::7", "10.9.8.7"];

function addressesOutside(all: readonly Condition[]): string[] {
  const ranges = all
    .filter(({ operator }) => operatorOf(operatorName(operator).base)?.family === "address")
    .flatMap(({ values }) => values.known);
  const within = operatorOf("ipaddress");
  return someAddresses.filter((address) => !ranges.some((range) => within?.matches(range, address)));
}
