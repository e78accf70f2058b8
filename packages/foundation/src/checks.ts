import { ArgumentError } from "./argument-error";

/** Checks the arguments of one component. Every check throws an {@link ArgumentError} and returns the checked value. */
export interface ArgumentChecks {
  /** Type and name, as every message begins. */
  readonly component: string;
  /** Refuses with a message of your own. */
  fail(argument: string, problem: string, mend: string): never;
  /** A whole number between `min` and `max`, both included. */
  integer(argument: string, value: number, min: number, max: number): number;
  /** One of the values of a list or of a string enum. */
  oneOf<T extends string>(argument: string, value: T, allowed: readonly T[]): T;
  /** A text that matches `pattern`; `form` says in words what the pattern asks for. */
  matches(argument: string, value: string, pattern: RegExp, form: string): string;
  /** A list with at least `min` elements. */
  atLeast<T>(argument: string, value: readonly T[], min: number): readonly T[];
  /** A list with `max` elements at most. */
  atMost<T>(argument: string, value: readonly T[], max: number): readonly T[];
  /** Names that are used once each, because child resources are named after them. */
  unique(argument: string, values: readonly string[]): void;
  /** At most one of these arguments is given. */
  exclusive(given: Readonly<Record<string, unknown>>): void;
  /**
   * A logical name that leaves room for Pulumi's autonaming suffix (a hyphen and seven characters) inside AWS's limit
   * for the physical name.
   */
  fitsAutoname(logicalName: string, limit: number, what: string): void;
}

const autonameSuffix = 8;

/** Checks for the component of this type and logical name, for example `checksFor("Vpc", name)`. */
export function checksFor(type: string, name: string): ArgumentChecks {
  const component = `${type} "${name}"`;
  const fail = (argument: string, problem: string, mend: string): never => {
    throw new ArgumentError(component, argument, problem, mend);
  };
  return {
    component,
    fail,
    integer(argument, value, min, max) {
      if (Number.isInteger(value) && value >= min && value <= max) return value;
      return fail(argument, `is ${String(value)}, which is not a whole number from ${min} to ${max}`, `Give one`);
    },
    oneOf(argument, value, allowed) {
      if (allowed.includes(value)) return value;
      return fail(argument, `is "${String(value)}", which is not a choice`, `Choose one of ${allowed.join(", ")}`);
    },
    matches(argument, value, pattern, form) {
      if (typeof value === "string" && pattern.test(value)) return value;
      return fail(argument, `is "${String(value)}"`, `It must be ${form}`);
    },
    atLeast(argument, value, min) {
      // A program in JavaScript may give anything at all.
      const count = Array.isArray(value) ? value.length : 0;
      if (count >= min && count > 0) return value;
      return fail(argument, `has ${count} element(s)`, `Give at least ${min}`);
    },
    atMost(argument, value, max) {
      return value.length <= max ? value : fail(argument, `has ${value.length} elements`, `Give ${max} at most`);
    },
    unique(argument, values) {
      const twice = values.find((value, index) => values.indexOf(value) !== index);
      if (twice !== undefined) fail(argument, `holds "${twice}" twice`, `Give each a name of its own`);
    },
    exclusive(given) {
      const set = Object.keys(given).filter((key) => given[key] !== undefined);
      if (set.length > 1) fail(set.join(" and "), "are given together", `Give one of them only`);
    },
    fitsAutoname(logicalName, limit, what) {
      if (logicalName.length + autonameSuffix <= limit) return;
      fail(
        "name",
        `is too long: "${logicalName}" with Pulumi's suffix passes the ${limit} characters AWS allows for ${what}`,
        `Shorten it by ${logicalName.length + autonameSuffix - limit} character(s) or more`,
      );
    },
  };
}
