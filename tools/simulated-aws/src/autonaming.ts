import { textOf } from "@hipaa-aws/stack-state";
import { identifier } from "./identifiers";
import { sdkType } from "./sdk-types";
import { services } from "./services";
import type { AutonameRule, Properties } from "./type-simulation";

/** Length of the random end of a generated name. Source: Pulumi's bridge for Terraform providers. */
const randomLength = 7;

/** The rule of the type's table, or else the provider's general one: whatever takes a `name` and need not be given it. */
export function autonameRule(type: string): AutonameRule | undefined {
  const special = services[type]?.autoname;
  if (special !== undefined) return special || undefined;
  const { inputs, required } = sdkType(type);
  return inputs.has("name") && !required.has("name") ? { property: "name", maxLength: 255 } : undefined;
}

/** What the program wants the name to begin with; the provider, not Check, then adds the end. */
export function namePrefix(inputs: Properties, { property }: AutonameRule): string | undefined {
  return textOf(inputs[`${property}Prefix`]) || undefined;
}

/**
 * A name as Check generates it.
 *
 * @param seed decides the random end.
 * @throws Error when the name would be longer than AWS takes it, in the engine's words.
 */
export function physicalName(rule: AutonameRule, name: string, seed: string, inputs: Properties): string {
  const suffix = rule.fifo && inputs[rule.fifo] === true ? ".fifo" : "";
  const maxLength = rule.maxLength - suffix.length;
  const prefix = `${rule.prefix ?? ""}${rule.lowerCase ? name.toLowerCase() : name}-`;
  if (prefix.length + randomLength > maxLength) {
    throw new Error(`name '${prefix}' plus ${randomLength} random chars is longer than maximum length ${maxLength}`);
  }
  return prefix + identifier(seed, "hex", randomLength) + suffix;
}
