import { Value } from "../authoring/value";
import { once } from "./once";

/**
 * A property that holds JSON as text, read as if it were an object: an unknown text stays unknown, an object passes
 * through, and text that is no JSON is nothing, for AWS itself will refuse it.
 */
export function parsedJson(value: Value): Value | undefined {
  return value.isUnknown || typeof value.raw !== "string" ? value : parsed(value);
}

const parsed = once((value: Value) => {
  try {
    return new Value(JSON.parse(value.text ?? "") as unknown, () => value.path);
  } catch {
    return undefined;
  }
});

/** An entry of an object whose keys may be written in any case. */
export function entryInAnyCase(value: Value, key: string): Value {
  const exact = value.child(key);
  if (!exact.isAbsent) return exact;
  const other = value.entries().find(([name]) => name.toLowerCase() === key.toLowerCase());
  return other ? other[1] : exact;
}
