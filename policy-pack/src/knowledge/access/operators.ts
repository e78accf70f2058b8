import { parseCidr } from "../cidr";
import { globMatches, isAllWild } from "../glob";

/** How a condition operator compares one value of the policy with one of the request. */
export interface Operator {
  /** The families need different texts to try them with. */
  readonly family: "text" | "arn" | "number" | "date" | "flag" | "address";
  /** Negated operators hold when no value of the policy matches, and when the key is not there at all. */
  readonly negated: boolean;
  /** Whether the value of the policy may hold wildcards. */
  readonly isPattern: boolean;
  matches(wanted: string, given: string): boolean;
}

const same = (wanted: string, given: string): boolean => wanted === given;
const sameInAnyCase = (wanted: string, given: string): boolean => wanted.toLowerCase() === given.toLowerCase();

/**
 * The operators of IAM without prefix and suffix, in lower case. Source: IAM User Guide, "IAM JSON policy elements:
 * Condition operators".
 */
const operators: ReadonlyMap<string, Operator> = new Map([
  ...both("stringequals", "stringnotequals", { family: "text", isPattern: false, matches: same }),
  ...both("stringequalsignorecase", "stringnotequalsignorecase", {
    family: "text",
    isPattern: false,
    matches: sameInAnyCase,
  }),
  ...both("stringlike", "stringnotlike", { family: "text", isPattern: true, matches: globMatches }),
  ...both("arnequals", "arnnotequals", { family: "arn", isPattern: true, matches: arnMatches }),
  ...both("arnlike", "arnnotlike", { family: "arn", isPattern: true, matches: arnMatches }),
  ...both(
    "numericequals",
    "numericnotequals",
    numeric((wanted, given) => given === wanted),
  ),
  ...one(
    "numericlessthan",
    numeric((wanted, given) => given < wanted),
  ),
  ...one(
    "numericlessthanequals",
    numeric((wanted, given) => given <= wanted),
  ),
  ...one(
    "numericgreaterthan",
    numeric((wanted, given) => given > wanted),
  ),
  ...one(
    "numericgreaterthanequals",
    numeric((wanted, given) => given >= wanted),
  ),
  ...both(
    "dateequals",
    "datenotequals",
    dated((wanted, given) => given === wanted),
  ),
  ...one(
    "datelessthan",
    dated((wanted, given) => given < wanted),
  ),
  ...one(
    "datelessthanequals",
    dated((wanted, given) => given <= wanted),
  ),
  ...one(
    "dategreaterthan",
    dated((wanted, given) => given > wanted),
  ),
  ...one(
    "dategreaterthanequals",
    dated((wanted, given) => given >= wanted),
  ),
  ...one("bool", { family: "flag", isPattern: false, matches: sameInAnyCase }),
  ...one("binaryequals", { family: "text", isPattern: false, matches: same }),
  ...both("ipaddress", "notipaddress", { family: "address", isPattern: false, matches: addressMatches }),
]);

/** A condition operator taken apart: `ForAnyValue:StringLikeIfExists`. */
export interface OperatorName {
  readonly set: "any" | "all" | undefined;
  readonly base: string;
  readonly ifExists: boolean;
}

export function operatorName(operator: string): OperatorName {
  const [, prefix, rest = ""] = /^(?:(foranyvalue|forallvalues):)?(.*)$/.exec(operator.toLowerCase()) ?? [];
  const ifExists = rest.endsWith("ifexists");
  const set = prefix === undefined ? undefined : prefix === "foranyvalue" ? "any" : "all";
  return { set, base: ifExists ? rest.slice(0, -"ifexists".length) : rest, ifExists };
}

/** The operator of this name; `null` is none of them, since it looks at no value. */
export function operatorOf(base: string): Operator | undefined {
  return operators.get(base);
}

type Comparison = Omit<Operator, "negated">;

function one(name: string, comparison: Comparison): [string, Operator][] {
  return [[name, { ...comparison, negated: false }]];
}

function both(name: string, negation: string, comparison: Comparison): [string, Operator][] {
  return [...one(name, comparison), [negation, { ...comparison, negated: true }]];
}

function numeric(holds: (wanted: number, given: number) => boolean): Comparison {
  return { family: "number", isPattern: false, matches: comparing(Number, holds) };
}

function dated(holds: (wanted: number, given: number) => boolean): Comparison {
  return { family: "date", isPattern: false, matches: comparing(instantOf, holds) };
}

function comparing(read: (text: string) => number, holds: (wanted: number, given: number) => boolean) {
  return (wanted: string, given: string): boolean => {
    const [left, right] = [read(wanted), read(given)];
    return Number.isFinite(left) && Number.isFinite(right) && holds(left, right);
  };
}

/** A date of ISO 8601, or seconds since 1970, in milliseconds. */
export function instantOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

/** ARNs are compared part by part: a star does not go over the colon that ends its part, but for the last one. */
function arnMatches(wanted: string, given: string): boolean {
  if (isAllWild(wanted)) return true;
  const [patterns, parts] = [arnParts(wanted), arnParts(given)];
  if (patterns.length < 6 || parts.length < 6) return false;
  return patterns.every((pattern, index) => globMatches(pattern, parts[index] ?? ""));
}

/** The six parts of an ARN; the last one keeps its colons. */
export function arnParts(arn: string): string[] {
  const parts = arn.split(":");
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}

function addressMatches(wanted: string, given: string): boolean {
  const [range, address] = [rangeOf(wanted), rangeOf(given)];
  if (!range || !address || range.address.kind() !== address.address.kind()) return false;
  return address.prefix >= range.prefix && address.address.match([range.address, range.prefix] as never);
}

/** An address range; an address without a prefix is a range of one. */
export function rangeOf(text: string): ReturnType<typeof parseCidr> {
  return parseCidr(text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`);
}
