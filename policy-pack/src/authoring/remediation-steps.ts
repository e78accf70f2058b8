import { isDeepStrictEqual } from "node:util";
import type { RemediationCondition, RemediationStep, RemediationValue } from "@hipaa-aws/controls";
import { isIgnored } from "./ignored-changes";
import { opened, rewritten, type Inputs, type Place } from "./remediation-inputs";
import { Truth } from "./truth";
import { Value } from "./value";

/** What steps need to know beside the inputs. */
export interface StepContext {
  /** Settings of the rule. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The option of the resource. */
  readonly ignoreChanges: readonly string[];
}

/** One change of inputs: gives a changed copy, or the same object where it does not apply. */
export type Change = (inputs: Inputs) => Inputs;

type Update = Write["update"];

/** The changes that a step stands for: one, or one for each element of the list that its paths share. */
export function changesOf(step: RemediationStep, inputs: Inputs, context: StepContext): Change[] {
  const list = pathsOf(step)
    .find((path) => path.includes("[*]"))
    ?.split("[*]")[0];
  if (list === undefined) return [changeAt(step, placeOf, context)];
  const elements = at(inputs, placeOf(list));
  const places = elements.items().map((_item, index): Place => {
    // A block that may stand only once is an object where there could be a list.
    const isList = Array.isArray(elements.raw);
    return isList ? [...placeOf(list), index] : placeOf(list);
  });
  return places.map((element) => changeAt(step, (path) => elementPlace(path, element), context));
}

function pathsOf({ onlyIf, fill, set, add }: RemediationStep): string[] {
  return [onlyIf, fill, set, add].flatMap((part) => Object.keys(part ?? {}));
}

function placeOf(path: string): Place {
  return path.split(".");
}

function elementPlace(path: string, element: Place): Place {
  const [, inElement] = path.split("[*].");
  return inElement === undefined ? placeOf(path) : [...element, ...placeOf(inElement)];
}

function changeAt(step: RemediationStep, place: (path: string) => Place, context: StepContext): Change {
  return (inputs) => {
    const conditions = Object.entries(step.onlyIf ?? {});
    if (!Truth.all(conditions.map(([path, condition]) => holds(at(inputs, place(path)), condition))).isYes)
      return inputs;
    let changed = inputs;
    const write = ({ path, update, keepsUnknowns }: Write): boolean => {
      const where = place(path);
      if (!isBlock(at(changed, where.slice(0, -1)))) return false;
      if (!keepsUnknowns && holdsUnknown(at(changed, where))) return false;
      const next = rewritten(changed, where, update) as Inputs;
      if (next !== changed && isIgnored(where, context.ignoreChanges)) return false;
      changed = next;
      return true;
    };
    return writesOf(step, context).every(write) ? changed : inputs;
  };
}

/** One value that a step writes. */
interface Write {
  readonly path: string;
  readonly update: (value: unknown) => unknown;
  /** Whether the update leaves a value that is not known as it is. */
  readonly keepsUnknowns: boolean;
}

function writesOf({ fill, set, add }: RemediationStep, context: StepContext): Write[] {
  return [
    ...Object.entries(fill ?? {}).map(([path, value]) => ({
      path,
      update: filling(value, context),
      keepsUnknowns: true,
    })),
    ...Object.entries(set ?? {}).map(([path, value]) => ({
      path,
      update: setting(value, context),
      keepsUnknowns: false,
    })),
    ...Object.entries(add ?? {}).map(([path, elements]) => ({ path, update: adding(elements), keepsUnknowns: false })),
  ];
}

/** What stands at a place, as a rule would see it. */
function at(inputs: Inputs, place: Place): Value {
  return place.reduce<Value>(
    (value, key) =>
      typeof key === "number" ? (value.items()[key] ?? new Value(undefined, value.path)) : value.child(key),
    new Value(opened(inputs), ""),
  );
}

function holds(value: Value, condition: RemediationCondition): Truth {
  if (condition === "given") return value.isGiven();
  if (condition === "absent") return value.isGiven().not();
  return "not" in condition ? value.isOneOf(...condition.not).not() : value.isOneOf(...condition);
}

function isBlock(value: Value): boolean {
  return value.isKnown && typeof value.raw === "object" && !Array.isArray(value.raw);
}

function holdsUnknown(value: Value): boolean {
  if (value.isUnknown) return true;
  if (Array.isArray(value.raw)) return value.items().some(holdsUnknown);
  return value.entries().some(([, inner]) => holdsUnknown(inner));
}

function filling(value: RemediationValue, context: StepContext): Update {
  return (current) => (new Value(opened(current), "").isGiven().isYes ? current : literal(value, context));
}

function setting(value: RemediationValue, context: StepContext): Update {
  return (current) => {
    const wanted = literal(value, context);
    return isDeepStrictEqual(opened(current), wanted) ? current : wanted;
  };
}

function adding(elements: readonly string[]): Update {
  return (current) => {
    if (!Array.isArray(current) && current !== undefined && current !== null) return current;
    const list = (current ?? []) as readonly unknown[];
    const missing = elements.filter((element) => !list.some((one) => opened(one) === element));
    return missing.length === 0 ? current : [...list, ...missing];
  };
}

function literal(value: RemediationValue, { settings }: StepContext): unknown {
  const isSetting = typeof value === "object" && !Array.isArray(value) && "setting" in value;
  return isSetting ? settings[String(value.setting)] : structuredClone(value);
}
