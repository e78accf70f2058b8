import type * as pulumi from "@pulumi/pulumi";
import type { HipaaWebApplicationArgs } from "./args";
import type { Compute } from "./compute-access";
import { createFunctions, type FunctionSurroundings } from "./functions";
import { createWorkflow } from "./workflow";

/** Creates the functions, and the workflow over them. */
export function createCompute(
  name: string,
  args: HipaaWebApplicationArgs,
  surroundings: FunctionSurroundings,
  parent: pulumi.Resource,
): Compute {
  const functions = createFunctions(name, args, surroundings, parent);
  const { keys, alarmTopicArn } = surroundings;
  return { functions, workflow: createWorkflow(name, args, { keys, alarmTopicArn, functions }, parent) };
}
