import type { RuleConfig } from "../authoring/rule";
import type { StackCheck } from "../authoring/stack-check";
import { Truth } from "../authoring/truth";
import type { GraphResource, StackGraph } from "../graph/stack-graph";

/** Configuration of rules on what an account needs once: a workload stack cannot see what another stack declares. */
export const accountBaseline: RuleConfig = {
  accountBaseline: {
    type: "boolean",
    description: "Whether this stack is the account's baseline; other stacks are not judged.",
    default: false,
  },
};

/** What is wrong with an account's baseline; at the stack itself unless it is about one resource. */
export interface BaselineFault {
  readonly fault: string;
  readonly at?: GraphResource;
  /** Whether all is well after all: no, or unknown; no by default. */
  readonly unless?: Truth;
}

/** Judges the stack when it is the account's baseline. The verdict stands at the stack, for no resource is at fault. */
export function expectInBaseline(stack: StackCheck, graph: StackGraph, judge: () => BaselineFault | undefined): void {
  if (!stack.setting<boolean>("accountBaseline")) return;
  const [whole = graph.resources[0]] = graph.ofType("pulumi:pulumi:Stack");
  const found = judge();
  const at = found?.at ?? whole;
  if (found && at) stack.expect(at, found.unless ?? Truth.no, found.fault);
}
