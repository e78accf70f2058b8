import { Truth } from "../../authoring/truth";
import { operatorName, operatorOf, type Operator, type OperatorName } from "./operators";
import type { Condition } from "./policy-reading";

/** What a request says of a condition key: its values, that it is not there (undefined), or that this is not known. */
export type ContextValue = readonly string[] | undefined | Truth;

/** The condition keys of a request; asked by key in lower case. */
export type Context = (key: string) => ContextValue;

/**
 * Whether a condition holds for a request.
 *
 * @param unreadable the answer where the operator is none of IAM's: AWS refuses the policy, so what is said of it errs
 *   on the side of the fault
 */
export function conditionHolds(condition: Condition, context: Context, unreadable: Truth): Truth {
  const name = operatorName(condition.operator);
  const given = context(condition.key);
  if (given instanceof Truth) return given;
  const isThere = given !== undefined && given.length > 0;
  if (name.base === "null") return isMissing(condition, !isThere);
  const operator = operatorOf(name.base);
  if (!operator) return unreadable;
  if (!isThere) return Truth.of(holdsWithout(name, operator));
  const each = given.map((value) => valueHolds(condition, operator, value, context));
  // With several values and no set operator, AWS says nothing; a match of any of them is one.
  const isAny = name.set === undefined ? !operator.negated : name.set === "any";
  return isAny ? Truth.any(each) : Truth.all(each);
}

/** What an operator says of a key that is not there. With a set operator, AWS does not look at IfExists. */
function holdsWithout({ set, ifExists }: OperatorName, { negated }: Operator): boolean {
  return set === undefined ? ifExists || negated : set === "all";
}

function isMissing({ values }: Condition, missing: boolean): Truth {
  const wanted = values.known.map((value) => Truth.of((value.toLowerCase() === "true") === missing));
  return Truth.any([...wanted, ...openOf(values.open)]);
}

function valueHolds({ values }: Condition, operator: Operator, given: string, context: Context): Truth {
  const known = values.known.map((wanted) => valueMatches(operator, wanted, given, context));
  // A variable without a value leaves nothing to compare with, so that a negation does not hold either.
  const each = known.map((matched) => matched ?? Truth.of(operator.negated));
  const matched = Truth.any([...each, ...openOf(values.open)]);
  return operator.negated ? matched.not() : matched;
}

function valueMatches(operator: Operator, wanted: string, given: string, context: Context): Truth | undefined {
  const takesVariables = operator.family === "text" || operator.family === "arn";
  const filled = takesVariables ? fillVariables(wanted, context) : wanted;
  if (filled instanceof Truth) return filled;
  if (filled === undefined) return undefined;
  if (!operator.isPattern) return Truth.of(operator.matches(unmarked(filled), given));
  return Truth.of(operator.matches(filled, marked(given)));
}

function openOf(paths: readonly string[]): Truth[] {
  return paths.length > 0 ? [Truth.unknown(...paths)] : [];
}

/** Stand for a star and a question mark that are meant as such, so that no pattern takes them for wildcards. */
const marks = { "*": "\uE001", "?": "\uE002", $: "$" } as const;

/** A text in which stars and question marks are letters like others. */
export function marked(text: string): string {
  return text.replaceAll("*", marks["*"]).replaceAll("?", marks["?"]);
}

function unmarked(text: string): string {
  return text.replaceAll(marks["*"], "*").replaceAll(marks["?"], "?");
}

/**
 * A text with its policy variables filled from the request: `${aws:username}`, `${key, 'default'}`, `${*}`. Nothing
 * where a variable has no single value and no default, for then the text matches nothing.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function fillVariables(text: string, context: Context): string | undefined | Truth {
  let unknown: Truth | undefined;
  let isFilled = true;
  const filled = text.replace(/\$\{([^}]*)\}/g, (whole, inner: string) => {
    if (inner === "*" || inner === "?" || inner === "$") return marks[inner];
    const [, key = "", fallback] = /^\s*([^,]*?)\s*(?:,\s*'(.*)'\s*)?$/.exec(inner) ?? [];
    const given = context(key.toLowerCase());
    if (given instanceof Truth) unknown = given;
    else if (given?.length === 1) return marked(given[0] ?? "");
    else if (given === undefined && fallback !== undefined) return marked(fallback);
    else isFilled = false;
    return whole;
  });
  if (!isFilled) return undefined;
  return unknown ?? filled;
}

/** The condition keys that a text names as variables, in lower case. */
export function variablesOf(text: string): string[] {
  return [...text.matchAll(/\$\{([^}]*)\}/g)]
    .map(([, inner = ""]) => inner.split(",")[0]?.trim().toLowerCase() ?? "")
    .filter((key) => key.length > 1);
}
