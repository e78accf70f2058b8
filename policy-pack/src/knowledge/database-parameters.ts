import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";

/**
 * Whether a parameter of a parameter group meets a condition. A list known in part stays open only where the parameter
 * may still be in the unknown part.
 *
 * @param parameters the group's list of `{ name, value }`
 * @param whenAbsent whether the engine's own default meets the condition
 */
export function parameterMeets(
  parameters: Value,
  name: string,
  condition: (value: Value) => Truth,
  whenAbsent: Truth,
): Truth {
  const items = parameters.items();
  const named = items.filter((item) => !item.isUnknown && item.get("name").text?.toLowerCase() === name);
  if (named.length > 0) return Truth.all(named.map((item) => condition(item.get("value"))));
  const open = items.filter((item) => item.get("name").isUnknown);
  return open.length > 0 ? Truth.unknown(...open.map(({ path }) => path)) : whenAbsent;
}

/** Whether a parameter's value switches it on, as the engines write it. */
export function isOn(value: Value): Truth {
  return value.isOneOf("1", "on", "true");
}
