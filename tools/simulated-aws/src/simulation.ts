import { logicalName } from "@hipaa-aws/stack-state";
import { checkInputs, type ProviderSettings } from "./check";
import { createResource } from "./create";
import { simulatedEnvironment, type SimulatedEnvironment } from "./environment";
import { functions } from "./functions";
import type { Properties } from "./type-simulation";

/** What the simulated AWS makes of one resource. */
export interface SimulatedResource {
  id: string;
  /** The inputs after the provider's Check: autonamed and with defaults. */
  inputs: Properties;
  outputs: Properties;
}

/**
 * The provider's Check: the inputs with a physical name, all tags and the Region filled in.
 *
 * The same arguments always give the same inputs, so that a preview after an update shows no change.
 *
 * @param nameOrUrn a URN makes names differ between stacks.
 * @throws Error when a generated name would be too long for AWS.
 */
export function check(
  type: string,
  nameOrUrn: string,
  inputs: Properties,
  environment: SimulatedEnvironment = simulatedEnvironment,
  settings: ProviderSettings = {},
): Properties {
  return checkInputs(type, nameOf(nameOrUrn), nameOrUrn, inputs, environment, settings);
}

/**
 * The provider's Create, for inputs that Check gave.
 *
 * @param existingId of a resource that is there already: then this is the provider's Read.
 */
export function create(
  type: string,
  nameOrUrn: string,
  inputs: Properties,
  environment: SimulatedEnvironment = simulatedEnvironment,
  existingId?: string,
): { id: string; outputs: Properties } {
  return createResource(type, nameOf(nameOrUrn), nameOrUrn, inputs, environment, existingId);
}

/**
 * Answers a provider's function.
 *
 * @throws Error for a function that the simulated AWS does not know.
 */
export function call(
  token: string,
  inputs: Properties,
  environment: SimulatedEnvironment = simulatedEnvironment,
): Properties {
  const answer = functions[token];
  if (!answer) {
    throw new Error(
      `the simulated AWS has no answer for the function ${token}; add one in tools/simulated-aws/src/functions`,
    );
  }
  const region = inputs.region;
  return answer(inputs, typeof region === "string" ? { ...environment, region } : environment);
}

/** Check and Create in one step. */
export function simulateResource(
  type: string,
  nameOrUrn: string,
  inputs: Properties,
  environment: SimulatedEnvironment = simulatedEnvironment,
): SimulatedResource {
  const checked = check(type, nameOrUrn, inputs, environment);
  return { inputs: checked, ...create(type, nameOrUrn, checked, environment) };
}

/** Another name of {@link call}. */
export const simulateCall = call;

function nameOf(nameOrUrn: string): string {
  return nameOrUrn.startsWith("urn:pulumi:") ? logicalName(nameOrUrn) : nameOrUrn;
}
