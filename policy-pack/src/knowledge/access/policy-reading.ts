import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { parsedJson } from "../json-text";
import { once } from "../once";

/** Texts of an element of a statement, and the paths of those that are not known yet. */
export interface Texts {
  readonly known: readonly string[];
  readonly open: readonly string[];
}

/** Who a statement is about; `*` and `{AWS: "*"}` are the same to AWS. */
export interface Parties {
  readonly everyone: boolean;
  readonly aws: readonly string[];
  readonly services: readonly string[];
  readonly federated: readonly string[];
  readonly open: readonly string[];
}

/** One condition; operator and key in lower case. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: Texts;
}

/** A statement of which some elements may not be known yet. An element that is not there is undefined. */
export interface PolicyStatement {
  /** Undefined while it is not known. */
  readonly effect: "Allow" | "Deny" | undefined;
  readonly actions: Texts | undefined;
  readonly notActions: Texts | undefined;
  readonly resources: Texts | undefined;
  readonly notResources: Texts | undefined;
  readonly principals: Parties | undefined;
  readonly notPrincipals: Parties | undefined;
  readonly conditions: readonly Condition[];
  /** Paths of conditions of which not even the key is known. */
  readonly openConditions: readonly string[];
  /** Whether the statement holds at all: unknown while it is not known whether its policy is attached. */
  readonly standing: Truth;
}

/** A policy as far as it is known. */
export interface PolicyReading {
  readonly statements: readonly PolicyStatement[];
  /** Paths of what may hold statements that nothing is known of. Text that is no policy is open too: AWS refuses it. */
  readonly open: readonly string[];
}

/**
 * Reads a policy property element by element: JSON text or an object, single values or lists, flags or texts, names of
 * elements in any case, as AWS takes them. What is not known yet is told apart to the last value, so that a question
 * that does not hang on it can be answered. Never throws.
 */
export const readPolicy = once((policy: Value): PolicyReading => {
  if (policy.isGiven().isNo) return { statements: [], open: [] };
  const document = parsedJson(policy);
  const list = document && !document.isUnknown ? element(document, "statement") : undefined;
  if (!list || list.isUnknown || list.isAbsent) return { statements: [], open: [policy.path] };
  const items = list.items();
  const readable = items.filter((item) => !item.isUnknown && isObject(item.raw));
  return {
    statements: readable.map(readStatement),
    open: items.filter((item) => !readable.includes(item)).map(({ path }) => path),
  };
});

/** Whether some part of a statement is not known yet. */
export function isPartlyOpen(statement: PolicyStatement): boolean {
  const { actions, notActions, resources, notResources, principals, notPrincipals, conditions } = statement;
  const texts = [actions, notActions, resources, notResources, ...conditions.map(({ values }) => values)];
  const open = [...texts, principals, notPrincipals].flatMap((one) => one?.open ?? []);
  return statement.effect === undefined || open.length + statement.openConditions.length > 0;
}

/** A policy that may be attached: what it says holds only if it is. */
export function attachedIf(reading: PolicyReading, isAttached: Truth): PolicyReading {
  if (isAttached.isYes) return reading;
  return { ...reading, statements: reading.statements.map((one) => ({ ...one, standing: isAttached })) };
}

/** Whether a statement holds only where a key has one value: every value of its condition is that, in any case. */
export function demandsValue({ conditions }: PolicyStatement, operator: string, key: string, wanted: string): boolean {
  return conditions.some(
    ({ values, ...condition }) =>
      condition.operator === operator &&
      condition.key === key &&
      values.open.length === 0 &&
      values.known.length > 0 &&
      values.known.every((value) => value.toLowerCase() === wanted),
  );
}

function readStatement(statement: Value): PolicyStatement {
  const texts = (name: string): Texts | undefined => optional(element(statement, name), textsOf);
  const parties = (name: string): Parties | undefined => optional(element(statement, name), partiesOf);
  const condition = element(statement, "condition");
  const blocks = condition.entries();
  return {
    effect: effectOf(element(statement, "effect")),
    actions: texts("action"),
    notActions: texts("notaction"),
    resources: texts("resource"),
    notResources: texts("notresource"),
    principals: parties("principal"),
    notPrincipals: parties("notprincipal"),
    conditions: blocks.flatMap(([operator, keys]) =>
      keys.entries().map(([key, values]) => ({
        operator: operator.toLowerCase(),
        key: key.toLowerCase(),
        values: textsOf(values),
      })),
    ),
    standing: Truth.yes,
    openConditions: [condition, ...blocks.map(([, keys]) => keys)]
      .filter((one) => one.isUnknown)
      .map(({ path }) => path),
  };
}

function effectOf(effect: Value): "Allow" | "Deny" | undefined {
  if (effect.isUnknown) return undefined;
  return effect.isOneOf("deny").isYes ? "Deny" : "Allow";
}

function partiesOf(principal: Value): Parties {
  const isMap = isObject(principal.raw) && !Array.isArray(principal.raw);
  const under = (name: string): Texts => (isMap ? textsOf(element(principal, name)) : { known: [], open: [] });
  const aws = isMap ? under("aws") : textsOf(principal);
  const [services, federated] = [under("service"), under("federated")];
  return {
    everyone: aws.known.includes("*"),
    aws: aws.known,
    services: services.known,
    federated: federated.known,
    open: [...aws.open, ...services.open, ...federated.open],
  };
}

function textsOf(value: Value): Texts {
  const items = value.items();
  return {
    known: items.filter((item) => !item.isUnknown && isText(item.raw)).map(({ raw }) => String(raw)),
    open: items.filter((item) => item.isUnknown).map(({ path }) => path),
  };
}

function optional<T>(value: Value, read: (value: Value) => T): T | undefined {
  return value.isAbsent ? undefined : read(value);
}

function element(of: Value, name: string): Value {
  return of.entries().find(([key]) => key.toLowerCase() === name)?.[1] ?? of.child(name);
}

function isObject(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null;
}

function isText(raw: unknown): raw is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof raw);
}
