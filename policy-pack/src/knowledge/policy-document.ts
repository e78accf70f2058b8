import type { Value } from "../authoring/value";
import { parsedJson } from "./json-text";
import { once } from "./once";

/** operator → condition key → values, all in lower case but the values. */
export type Conditions = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Who a statement is about. */
export interface Principals {
  /** `*` alone, or `{AWS: "*"}`, or a list that holds it. */
  readonly everyone: boolean;
  /** Account ids, ARNs and unique ids under `AWS`. */
  readonly aws: readonly string[];
  readonly services: readonly string[];
  readonly federated: readonly string[];
}

/** One statement with lists everywhere. */
export interface Statement {
  readonly sid: string;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly principals: Principals | undefined;
  readonly notPrincipals: Principals | undefined;
  readonly conditions: Conditions;
}

/** What became of a policy property. */
export type ParsedPolicy =
  | { readonly state: "absent" }
  | { readonly state: "unknown"; readonly path: string }
  | { readonly state: "invalid" }
  | { readonly state: "parsed"; readonly statements: readonly Statement[] };

/**
 * Reads a policy property: JSON text or an object, single values or lists, booleans or texts, keys in any case. Never
 * throws; what is no policy is `invalid`, and one that holds anything unknown is `unknown`.
 */
export const parsePolicy = once((value: Value): ParsedPolicy => {
  if (value.isAbsent) return { state: "absent" };
  if (holdsUnknownDeep(value)) return { state: "unknown", path: value.path };
  const document = asObject(parsedJson(value)?.raw);
  const statements = document && asList(field(document, "Statement"));
  if (!statements) return { state: "invalid" };
  const parsed = statements.map(asObject);
  if (parsed.length === 0 || parsed.some((statement) => !statement)) return { state: "invalid" };
  return { state: "parsed", statements: parsed.map((statement) => toStatement(statement ?? {})) };
});

function toStatement(raw: Record<string, unknown>): Statement {
  return {
    sid: texts(field(raw, "Sid"))[0] ?? "",
    effect: (texts(field(raw, "Effect"))[0] ?? "").toLowerCase() === "deny" ? "Deny" : "Allow",
    actions: texts(field(raw, "Action")),
    notActions: texts(field(raw, "NotAction")),
    resources: texts(field(raw, "Resource")),
    notResources: texts(field(raw, "NotResource")),
    principals: principals(field(raw, "Principal")),
    notPrincipals: principals(field(raw, "NotPrincipal")),
    conditions: conditions(field(raw, "Condition")),
  };
}

function principals(raw: unknown): Principals | undefined {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw === "string" || Array.isArray(raw)) {
    const aws = texts(raw);
    return { everyone: aws.includes("*"), aws, services: [], federated: [] };
  }
  const object = asObject(raw) ?? {};
  const aws = texts(field(object, "AWS"));
  return {
    everyone: aws.includes("*"),
    aws,
    services: texts(field(object, "Service")),
    federated: texts(field(object, "Federated")),
  };
}

function conditions(raw: unknown): Conditions {
  const blocks = Object.entries(asObject(raw) ?? {}).map(
    ([operator, keys]) =>
      [
        operator.toLowerCase(),
        new Map(
          Object.entries(asObject(keys) ?? {}).map(([key, values]) => [key.toLowerCase(), texts(values)] as const),
        ),
      ] as const,
  );
  return new Map(blocks);
}

function holdsUnknownDeep(value: Value): boolean {
  if (value.isUnknown) return true;
  if (typeof value.raw !== "object" || value.raw === null) return false;
  const inner = Array.isArray(value.raw) ? value.items() : value.entries().map(([, entry]) => entry);
  return inner.some(holdsUnknownDeep);
}

// IAM itself takes element names in any case.
function field(object: Record<string, unknown>, name: string): unknown {
  const key = Object.keys(object).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}

function asObject(raw: unknown): Record<string, unknown> | undefined {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) ? (raw as Record<string, unknown>) : undefined;
}

function asList(raw: unknown): readonly unknown[] | undefined {
  if (raw === undefined || raw === null) return undefined;
  return Array.isArray(raw) ? (raw as readonly unknown[]) : [raw];
}

function texts(raw: unknown): string[] {
  return (asList(raw) ?? [])
    .filter((item): item is string | number | boolean => ["string", "number", "boolean"].includes(typeof item))
    .map(String);
}
