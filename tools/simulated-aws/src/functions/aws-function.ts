import type { SimulatedEnvironment } from "../environment";
import type { Properties } from "../type-simulation";

/** The answer to a provider's function. */
export type AwsFunction = (inputs: Properties, environment: SimulatedEnvironment) => Properties;
