import assert from "node:assert/strict";
import { nameOf, refusal, text } from "@hipaa-aws/component-testing";
import { recordProgram, type Program, type RecordOptions } from "@hipaa-aws/simulated-aws";

type Graph = Awaited<ReturnType<typeof recordProgram>>;
type State = Graph["resources"][number];

/** A recorded program, read by short type (`Listener`) and logical name. */
export interface RecordedGraph {
  /** All but the stack and the providers. */
  resources: State[];
  /** `type name` of every resource, sorted. */
  names: string[];
  one(type: string, name?: string): State;
  all(type: string): State[];
}

/** Runs a program and indexes what it registered. */
export async function record(program: Program, options: RecordOptions = { mode: "update" }): Promise<RecordedGraph> {
  const { resources: registered } = await recordProgram(program, options);
  const resources = registered.filter(
    (r) => r.type !== "pulumi:pulumi:Stack" && !r.type.startsWith("pulumi:providers:"),
  );
  const all = (type: string) => resources.filter((r) => r.type.split(":").pop() === type);
  return {
    resources,
    names: resources.map((r) => `${r.type} ${nameOf(r)}`).sort(),
    all,
    one(type, name) {
      const found = all(type).filter((r) => name === undefined || nameOf(r) === name);
      assert.equal(found.length, 1, `${found.length} resources of type ${type} ${name ?? ""}`);
      return found[0] as State;
    },
  };
}

export { nameOf, refusal, text };
