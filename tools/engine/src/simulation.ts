import {
  call,
  check,
  create,
  simulatedEnvironmentOf,
  type ProviderSettings,
  type SimulatedEnvironment,
} from "@hipaa-aws/simulated-aws";
import { providerContext } from "@hipaa-aws/simulated-aws";
import type { StateValue } from "@hipaa-aws/stack-state";

export type Properties = Record<string, StateValue>;

/** The environment of a stack: what is given, else what its configuration says of the default provider. */
export function stackEnvironment(
  given: Partial<SimulatedEnvironment> = {},
  config: Readonly<Record<string, string>> = {},
): SimulatedEnvironment {
  const region = config["aws:region"] ?? config["aws:config:region"];
  return simulatedEnvironmentOf({ ...(region ? { region } : {}), ...given });
}

/** The simulated AWS behind one configured provider, in the steps in which the engine asks. */
export class SimulatedProvider {
  private settings: ProviderSettings = {};

  constructor(private environment: SimulatedEnvironment) {}

  /** Takes Region, account and default tags from the inputs of a provider resource. */
  configure(inputs: Properties): void {
    const provider = {
      urn: "",
      custom: true,
      type: "",
      inputs,
      outputs: {},
      dependencies: [],
      propertyDependencies: {},
    };
    ({ environment: this.environment, settings: this.settings } = providerContext(provider, this.environment));
  }

  /** Inputs with what AWS's provider fills in: physical name, all tags, Region. */
  check(type: string, urn: string, inputs: Properties): Properties {
    return check(type, urn, inputs, this.environment, this.settings);
  }

  /** What is known of a resource to be created: its inputs. The SDK takes every other output for unknown. */
  preview(inputs: Properties): Properties {
    return { ...inputs };
  }

  create(type: string, urn: string, inputs: Properties): { id: string; outputs: Properties } {
    return create(type, urn, inputs, this.environment);
  }

  /** What AWS has of a resource that is there already, under its id. */
  existing(type: string, urn: string, inputs: Properties, id: string): Properties {
    return create(type, urn, inputs, this.environment, id).outputs;
  }

  call(token: string, inputs: Properties): Properties {
    return call(token, inputs, this.environment);
  }
}
