import assert from "node:assert/strict";
import { refusal, text } from "@hipaa-aws/component-testing";
import { recordProgram, type Program, type RecordOptions } from "@hipaa-aws/simulated-aws";

type Graph = Awaited<ReturnType<typeof recordProgram>>;
type State = Graph["resources"][number];

/** A recorded program, read by short type (`Bucket`) and logical name. */
export interface RecordedGraph {
  /** All but the stack and the providers. */
  resources: State[];
  /** `type name` of every resource, sorted. */
  names: string[];
  one(type: string, name?: string): State;
  has(type: string): boolean;
  /** Statements of the bucket policy, by Sid. */
  policy(name?: string): Map<string, Statement>;
}

/** One statement of a policy document. */
export interface Statement {
  Sid: string;
  Effect: string;
  Principal?: unknown;
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

/** Runs a program and indexes what it registered. */
export async function record(program: Program, options: RecordOptions = { mode: "update" }): Promise<RecordedGraph> {
  const { resources: all } = await recordProgram(program, options);
  const resources = all.filter((r) => r.type !== "pulumi:pulumi:Stack" && !r.type.startsWith("pulumi:providers:"));
  const matching = (type: string, name?: string) =>
    resources.filter((r) => shortType(r) === type && (name === undefined || nameOf(r) === name));
  const one = (type: string, name?: string) => {
    const found = matching(type, name);
    assert.equal(found.length, 1, `${found.length} resources of type ${type} ${name ?? ""}`);
    return found[0] as State;
  };
  return {
    resources,
    names: resources.map((r) => `${r.type} ${nameOf(r)}`).sort(),
    one,
    has: (type) => matching(type).length > 0,
    policy(name) {
      const document = JSON.parse(text(one("BucketPolicy", name).inputs.policy)) as { Statement: Statement[] };
      return new Map(document.Statement.map((statement) => [statement.Sid, statement]));
    },
  };
}

function shortType(resource: State): string {
  return resource.type.split(":").pop() ?? "";
}

function nameOf(resource: State): string {
  return resource.urn.split("::").slice(3).join("::");
}

export { refusal, text };
