import type { GraphResource } from "../graph/stack-graph";
import { Findings } from "./findings";
import type { Truth } from "./truth";

/** How a rule of the whole stack answers: every verdict names the resource it is about. */
export class StackCheck {
  readonly findings = new Findings();

  constructor(
    private readonly settings: Readonly<Record<string, unknown>>,
    /** The day on which the rule runs. */
    readonly today: Date,
  ) {}

  /** A setting of the rule's configuration; its default where the user said nothing. */
  setting<T>(name: string): T {
    return this.settings[name] as T;
  }

  /** The condition has to hold for this resource; `fault` says what is wrong when it does not. */
  expect(resource: GraphResource, condition: Truth, fault: string): void {
    this.findings.expect(resource.urn, condition, fault);
  }

  /** A certain fault at this resource. */
  fault(resource: GraphResource, text: string): void {
    this.findings.fault(resource.urn, text);
  }
}
