import type * as pulumi from "@pulumi/pulumi";
import type { PhiFunction, PhiWorkflow } from "@hipaa-aws/serverless";
import type { FargateServiceGrantArgs } from "@hipaa-aws/service";
import type { HipaaWebApplicationFunctionArgs } from "./compute-args";

/** A function, and what was asked of it. */
export interface NamedFunction {
  readonly args: HipaaWebApplicationFunctionArgs;
  readonly fn: PhiFunction;
}

/** What runs on request beside the services. */
export interface Compute {
  readonly functions: readonly NamedFunction[];
  readonly workflow: PhiWorkflow | undefined;
}

/** Names by which the app tier calls what it may call. */
export function computeEnvironment({ functions, workflow }: Compute): Record<string, pulumi.Input<string>> {
  return {
    ...Object.fromEntries(called(functions).map(({ args, fn }) => [functionVariable(args.name), fn.functionName])),
    ...(workflow && { WORKFLOW_ARN: workflow.workflowArn }),
  };
}

/** The app tier calls the functions that are there for it, and starts the workflow. */
export function computeGrants({ functions, workflow }: Compute): FargateServiceGrantArgs[] {
  const resources = called(functions).map(({ fn }) => fn.functionArn);
  return [
    ...(resources.length > 0 ? [{ name: "CallFunctions", actions: ["lambda:InvokeFunction"], resources }] : []),
    ...(workflow
      ? [{ name: "StartWorkflow", actions: ["states:StartExecution"], resources: [workflow.workflowArn] }]
      : []),
  ];
}

/** Endpoints of the services by which the app tier calls. */
export function computeEndpoints(
  functions: readonly HipaaWebApplicationFunctionArgs[],
  hasWorkflow: boolean,
): string[] {
  return [
    ...(functions.some(({ calledByApp = false }) => calledByApp) ? ["lambda"] : []),
    ...(hasWorkflow ? ["states"] : []),
  ];
}

function called(functions: readonly NamedFunction[]): readonly NamedFunction[] {
  return functions.filter(({ args: { calledByApp = false } }) => calledByApp);
}

function functionVariable(name: string): string {
  return `FUNCTION_${name.toUpperCase().replaceAll("-", "_")}`;
}
