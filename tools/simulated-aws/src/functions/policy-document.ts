import { textOf, type StateValue } from "@hipaa-aws/stack-state";
import { ordinal } from "../identifiers";
import type { Properties } from "../type-simulation";
import type { AwsFunction } from "./aws-function";

/** `aws.iam.getPolicyDocument`: the JSON that the provider makes of statements. */
export const policyDocument: AwsFunction = (inputs) => {
  const statements = [
    ...list(inputs.sourcePolicyDocuments).flatMap(statementsOf),
    ...list(inputs.statements).map((statement) => policyStatement(statement as Properties)),
  ];
  const overriding = list(inputs.overridePolicyDocuments).flatMap(statementsOf);
  const document = {
    Version: text(inputs.version) ?? "2012-10-17",
    ...(text(inputs.policyId) ? { Id: text(inputs.policyId) } : {}),
    Statement: mergeBySid([...statements, ...overriding]),
  };
  const json = JSON.stringify(document, undefined, 2);
  return { ...inputs, id: String(ordinal(json, 0xffffffff)), json, minifiedJson: JSON.stringify(document) };
};

function policyStatement(statement: Properties): Properties {
  return withoutAbsent({
    Sid: text(statement.sid),
    Effect: text(statement.effect) ?? "Allow",
    Action: oneOrMany(statement.actions),
    NotAction: oneOrMany(statement.notActions),
    Resource: oneOrMany(statement.resources),
    NotResource: oneOrMany(statement.notResources),
    Principal: principals(statement.principals),
    NotPrincipal: principals(statement.notPrincipals),
    Condition: conditions(statement.conditions),
  });
}

/** Two principals of one type share a list; `*` of type `*` is the bare star. */
function principals(value: StateValue | undefined): StateValue | undefined {
  const result: Record<string, StateValue[]> = {};
  for (const entry of list(value) as Properties[]) {
    const type = text(entry.type) ?? "";
    if (type === "*") return "*";
    (result[type] ??= []).push(...list(entry.identifiers));
  }
  const grouped = Object.entries(result).map(([type, identifiers]) => [type, oneOrMany(identifiers)]);
  return grouped.length ? (Object.fromEntries(grouped) as Properties) : undefined;
}

function conditions(value: StateValue | undefined): StateValue | undefined {
  const result: Record<string, Record<string, StateValue[]>> = {};
  for (const entry of list(value) as Properties[]) {
    const test = (result[text(entry.test) ?? ""] ??= {});
    (test[text(entry.variable) ?? ""] ??= []).push(...list(entry.values));
  }
  const operators = Object.entries(result).map(([test, variables]) => [
    test,
    Object.fromEntries(Object.entries(variables).map(([variable, values]) => [variable, oneOrMany(values)])),
  ]);
  return operators.length ? (Object.fromEntries(operators) as Properties) : undefined;
}

function statementsOf(document: StateValue): Properties[] {
  const statement = typeof document === "string" ? (JSON.parse(document) as Properties).Statement : undefined;
  return (Array.isArray(statement) ? statement : list(statement ? [statement] : [])) as Properties[];
}

/** A later statement with the same Sid takes the place of the former. */
function mergeBySid(statements: Properties[]): Properties[] {
  const merged: Properties[] = [];
  for (const statement of statements) {
    const same = statement.Sid === undefined ? -1 : merged.findIndex(({ Sid }) => Sid === statement.Sid);
    if (same < 0) merged.push(statement);
    else merged[same] = statement;
  }
  return merged;
}

function withoutAbsent(record: Record<string, StateValue | undefined>): Properties {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Properties;
}

/** One value stands alone, several are sorted, as the provider writes them. */
function oneOrMany(value: StateValue | undefined): StateValue | undefined {
  const values = list(value);
  if (values.length < 2) return values[0];
  return [...values].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

function list(value: StateValue | undefined): StateValue[] {
  return Array.isArray(value) ? value : [];
}

function text(value: StateValue | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
