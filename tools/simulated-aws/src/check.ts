import { containsUnknown, unknownSentinel, unwrapSecret, type StateValue } from "@hipaa-aws/stack-state";
import { autonameRule, physicalName } from "./autonaming";
import type { SimulatedEnvironment } from "./environment";
import { withDocumentsAsText } from "./policy-texts";
import { sdkType } from "./sdk-types";
import type { Properties } from "./type-simulation";

/** What the provider of a resource decides about it, beside the environment. */
export interface ProviderSettings {
  readonly defaultTags?: Properties;
}

/**
 * What the provider's Check makes of a resource's inputs: a physical name where the program gives none, `tagsAll` from
 * the tags and the provider's default tags, the Region, and text of documents given as objects. Nothing is added that the type does not have.
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
  const checked: Properties = { ...withDocumentsAsText(type, inputs) };
  const rule = autonameRule(type);
  if (rule && isAbsent(inputs[rule.property]) && isAbsent(inputs[`${rule.property}Prefix`])) {
    checked[rule.property] = physicalName(rule, name, `${type}::${seed}`, inputs);
  }
  if (facts.computed.has("tagsAll") && facts.inputs.has("tags")) {
    checked.tagsAll = mergedTags(inputs.tags, settings.defaultTags);
  }
  if (facts.inputs.has("region") && isAbsent(inputs.region)) checked.region = environment.region;
  return checked;
}

function mergedTags(tags: StateValue | undefined, defaults: Properties = {}): StateValue {
  const own = tags === undefined || tags === null ? {} : unwrapSecret(tags);
  // As the provider does: one unknown tag makes all of them unknown.
  if (containsUnknown(own) || containsUnknown(defaults)) return unknownSentinel;
  return { ...defaults, ...(own as Properties) };
}

function isAbsent(value: StateValue | undefined): boolean {
  return value === undefined || value === null;
}
