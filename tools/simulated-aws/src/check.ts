import { containsUnknown, unknownSentinel, unwrapSecret, type StateValue } from "@hipaa-aws/stack-state";
import type { SimulatedEnvironment } from "./environment";
import { identifier } from "./identifiers";
import { sdkType } from "./sdk-types";
import { services } from "./services";
import type { AutonameRule, Properties } from "./type-simulation";

/** What the provider of a resource decides about it, beside the environment. */
export interface ProviderSettings {
  readonly defaultTags?: Properties;
}

/** Length of the random end of a generated name. Source: Pulumi's bridge for Terraform providers. */
const randomLength = 7;

/**
 * What the provider's Check makes of a resource's inputs: a physical name where the program gives none, `tagsAll` from
 * the tags and the provider's default tags, and the Region. Nothing is added that the type does not have.
 *
 * @param seed decides the random end of a name.
 * @throws Error when the generated name would be longer than AWS takes it, in the engine's words.
 */
export function checkInputs(
  type: string,
  name: string,
  seed: string,
  inputs: Properties,
  environment: SimulatedEnvironment,
  settings: ProviderSettings = {},
): Properties {
  const facts = sdkType(type);
  const checked: Properties = { ...inputs };
  const rule = autonameRule(type);
  if (rule && isAbsent(inputs[rule.property]) && !hasPrefix(inputs, rule.property)) {
    checked[rule.property] = physicalName(rule, name, `${type}::${seed}`, inputs);
  }
  if (facts.computed.has("tagsAll") && facts.inputs.has("tags")) {
    checked.tagsAll = mergedTags(inputs.tags, settings.defaultTags);
  }
  if (facts.inputs.has("region") && isAbsent(inputs.region)) checked.region = environment.region;
  return checked;
}

/** The rule of the type's table, or else the provider's general one: whatever takes a `name` and need not be given it. */
function autonameRule(type: string): AutonameRule | undefined {
  const special = services[type]?.autoname;
  if (special !== undefined) return special || undefined;
  const { inputs, required } = sdkType(type);
  return inputs.has("name") && !required.has("name") ? { property: "name", maxLength: 255 } : undefined;
}

function physicalName(rule: AutonameRule, name: string, seed: string, inputs: Properties): string {
  const suffix = rule.fifo && inputs[rule.fifo] === true ? ".fifo" : "";
  const maxLength = rule.maxLength - suffix.length;
  const prefix = `${rule.prefix ?? ""}${rule.lowerCase ? name.toLowerCase() : name}-`;
  if (prefix.length + randomLength > maxLength) {
    throw new Error(`name '${prefix}' plus ${randomLength} random chars is longer than maximum length ${maxLength}`);
  }
  return prefix + identifier(seed, "hex", randomLength) + suffix;
}

function mergedTags(tags: StateValue | undefined, defaults: Properties = {}): StateValue {
  const own = tags === undefined || tags === null ? {} : unwrapSecret(tags);
  // As the provider does: one unknown tag makes all of them unknown.
  if (containsUnknown(own) || containsUnknown(defaults)) return unknownSentinel;
  return { ...defaults, ...(own as Properties) };
}

/** With a `namePrefix` it is AWS's side that makes the name. */
function hasPrefix(inputs: Properties, property: string): boolean {
  return !isAbsent(inputs[`${property}Prefix`]);
}

function isAbsent(value: StateValue | undefined): boolean {
  return value === undefined || value === null;
}
