import { Truth } from "../authoring/truth";
import { Value } from "../authoring/value";
import { parsePolicy, type Statement } from "./policy-document";

/** The statements of a policy that are known, and the places that are not. */
export interface ReadStatements {
  readonly known: readonly Statement[];
  readonly open: readonly string[];
}

/**
 * Reads a policy statement by statement, so that one whose parts are not known yet hides no other one. A document given
 * as text is known wholly or not at all; one given as an object may be known in part.
 */
export function readStatements(policy: Value): ReadStatements {
  const parsed = parsePolicy(policy);
  if (parsed.state === "parsed") return { known: parsed.statements, open: [] };
  if (parsed.state === "absent") return { known: [], open: [] };
  if (parsed.state === "invalid" || policy.isUnknown) return { known: [], open: [policy.path] };
  const list = statementsElement(policy);
  if (list === undefined || list.isUnknown) return { known: [], open: [parsed.path] };
  const read = list.items().map((item) => ({ item, parsed: parsePolicy(documentOf(item)) }));
  return {
    known: read.flatMap((one) => (one.parsed.state === "parsed" ? one.parsed.statements : [])),
    open: read.filter((one) => one.parsed.state !== "parsed").map(({ item }) => item.path),
  };
}

/** Whether some statement meets a condition: yes for one that is known, unknown where only unknown ones could. */
export function anyStatement(policy: Value, condition: (statement: Statement) => boolean): Truth {
  const { known, open } = readStatements(policy);
  if (known.some(condition)) return Truth.yes;
  return open.length > 0 ? Truth.unknown(...open) : Truth.no;
}

function statementsElement(policy: Value): Value | undefined {
  return policy.entries().find(([key]) => key.toLowerCase() === "statement")?.[1];
}

function documentOf(statement: Value): Value {
  return new Value({ Statement: [statement.raw] }, statement.path);
}
