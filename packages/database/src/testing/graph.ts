import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as settings from "@pulumi/pulumi/runtime/settings";
import { recordProgram, type Program, type RecordOptions } from "@hipaa-aws/simulated-aws";

/** One registration of a recorded program. */
export type State = Awaited<ReturnType<typeof recordProgram>>["resources"][number];

/** A recorded program, read by type and logical name. */
export interface Graph {
  resources: State[];
  /** `type name` of every resource but the stack, sorted. */
  names: string[];
  /** The one resource of a type, for example `aws:rds/instance:Instance`, and name. */
  one(type: string, name?: string): State;
  all(type: string): State[];
}

/** Runs a program and indexes what it registered. */
export async function record(program: Program, mode: RecordOptions["mode"] = "preview"): Promise<Graph> {
  const { resources } = await recordProgram(program, { mode });
  return {
    resources,
    names: resources
      .filter((resource) => resource.type !== "pulumi:pulumi:Stack")
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

/** The logical name in a URN. */
export function nameOf(resource: State): string {
  return resource.urn.split("::").slice(3).join("::");
}

/** Inputs by logical name of what a program creates in a partition of AWS. */
export async function recordIn(partition: string, program: () => unknown): Promise<Map<string, pulumi.Inputs>> {
  const region = { aws: "us-east-1", "aws-us-gov": "us-gov-west-1", "aws-cn": "cn-north-1" }[partition] ?? partition;
  const inputs = new Map<string, pulumi.Inputs>();
  const answers: Record<string, pulumi.Inputs> = {
    "aws:index/getPartition:getPartition": { partition, dnsSuffix: "amazonaws.com" },
    "aws:index/getRegion:getRegion": { region },
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "111122223333" },
  };
  await pulumi.runtime.setMocks({
    newResource: (args) => {
      inputs.set(`${args.type} ${args.name}`, args.inputs as pulumi.Inputs);
      return { id: `${args.name}-id`, state: { ...(args.inputs as pulumi.Inputs) } };
    },
    call: (args) => answers[args.token] ?? {},
  });
  await pulumi.runtime.runInPulumiStack(async () => {
    await Promise.resolve(program());
    return undefined;
  });
  await settings.disconnect();
  return inputs;
}
