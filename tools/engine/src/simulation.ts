import { simulateCall, simulateResource } from "@hipaa-aws/simulated-aws";
import type { StateValue } from "@hipaa-aws/stack-state";

export type Properties = Record<string, StateValue>;

/** The simulated AWS in the steps in which the engine asks a provider. The one place that knows its functions. */
export const simulation = {
  /** Inputs with what AWS's provider fills in: physical names and defaults. */
  check(type: string, name: string, inputs: Properties): Properties {
    return simulateResource(type, name, inputs).inputs;
  },

  /** What is known of a resource to be created: its inputs. The engine takes every other output for unknown. */
  preview(inputs: Properties): Properties {
    return { ...inputs };
  },

  create(type: string, name: string, inputs: Properties): { id: string; outputs: Properties } {
    const { id, outputs } = simulateResource(type, name, inputs);
    return { id, outputs };
  },

  call(token: string, inputs: Properties): Properties {
    return simulateCall(token, inputs);
  },
};
