import assert from "node:assert/strict";
import { recordProgram, type Program, type RecordOptions } from "@hipaa-aws/simulated-aws";

/** One registration of a recorded program. */
export type State = Awaited<ReturnType<typeof recordProgram>>["resources"][number];

/** A recorded program, read by type and logical name. */
export interface Graph {
  resources: State[];
  /** `type name` of every resource but the stack and its providers, sorted. */
  names: string[];
  /** The one resource of a type, for example `aws:rds/instance:Instance`, and name. */
  one(type: string, name?: string): State;
  all(type: string): State[];
}

/** Runs a program and indexes what it registered. */
export async function record(
  program: Program,
  mode: RecordOptions["mode"] = "preview",
  region = "us-east-1",
): Promise<Graph> {
  const { resources } = await recordProgram(program, { mode, config: { "aws:region": region } });
  return {
    resources,
    names: resources
      .filter((resource) => !resource.type.startsWith("pulumi:"))
      .map((resource) => `${resource.type} ${nameOf(resource)}`)
      .sort(),
    one(type, name) {
      const found = resources.filter((r) => r.type === type && (name === undefined || nameOf(r) === name));
      assert.equal(found.length, 1, `${found.length} resources ${type} ${name ?? ""}`);
      return found[0] as State;
    },
    all: (type) => resources.filter((resource) => resource.type === type),
  };
}

/** The message with which a program's arguments are refused. */
export async function refusal(program: Program): Promise<string> {
  try {
    await recordProgram(program);
  } catch (error) {
    assert.ok(error instanceof Error);
    assert.equal(error.name, "ArgumentError", error.stack);
    return error.message;
  }
  return assert.fail("the program was not refused");
}

/** The children of the component, which is every resource of AWS. */
export function childrenOf(graph: Graph): State[] {
  return graph.resources.filter(({ type }) => type.startsWith("aws:"));
}

/** The logical name in a URN. */
export function nameOf(resource: State): string {
  return resource.urn.split("::").slice(3).join("::");
}

/** A value that has to be a text. */
export function text(value: unknown): string {
  assert.ok(typeof value === "string", `${JSON.stringify(value)} is not a text`);
  return value;
}
