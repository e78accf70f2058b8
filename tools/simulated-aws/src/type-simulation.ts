import type { StateValue } from "@hipaa-aws/stack-state";
import type { SimulatedEnvironment } from "./environment";

export type Properties = Record<string, StateValue>;

/** One resource that the simulated AWS creates. */
export interface Creation {
  readonly type: string;
  readonly name: string;
  /** Decides every identifier: the URN, where there is one. */
  readonly seed: string;
  /** Inputs after Check, without secret envelopes. */
  readonly inputs: Properties;
  /** The resource's own Region included. */
  readonly environment: SimulatedEnvironment;
}

/**
 * A text with places in braces: `{partition}`, `{region}`, `{account}`, `{suffix}` (of host names), `{id}`, `{arn}`,
 * `{hex17}`, `{digits6}`, `{upper16}`, `{lower12}` (so many characters that look random), `{uuid}`, or the name of an
 * input. `{path|slash}` takes the first that is there; `{slash}` is a slash, `{generated}` the name that the provider
 * invents. The logical name is the last resort of `{name}`.
 */
export type Template = string;

/** A computed value: a template, another constant, or a function of the resource. */
export type Computed = StateValue | ((creation: CreationWithId) => StateValue | undefined);

export interface CreationWithId extends Creation {
  readonly id: string;
  readonly arn: string;
  /** Fills a template. */
  readonly fill: (template: Template) => string;
}

/** How a resource without a physical name is named. */
export interface AutonameRule {
  readonly property: string;
  readonly maxLength: number;
  readonly lowerCase?: boolean;
  readonly prefix?: string;
  /** The switch that makes AWS demand the ending `.fifo`. */
  readonly fifo?: string;
}

/** What AWS makes of a resource of one type. */
export interface TypeSimulation {
  readonly id: Template;
  /** Filled in where the type has an output `arn`. */
  readonly arn?: Template;
  /** Places of this type's templates that are computed from its inputs. */
  readonly places?: Readonly<Record<string, (creation: Creation) => string>>;
  /** Outputs beside the inputs. What the program gave wins. */
  readonly outputs?: Readonly<Record<string, Computed>>;
  readonly autoname?: AutonameRule | false;
}

/** The types of one AWS service by token. */
export type ServiceSimulation = Readonly<Record<string, TypeSimulation>>;
