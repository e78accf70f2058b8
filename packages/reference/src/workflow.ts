import * as pulumi from "@pulumi/pulumi";
import type { KeyRing } from "@hipaa-aws/keys";
import { PhiWorkflow, PhiWorkflowType } from "@hipaa-aws/serverless";
import type { HipaaWebApplicationArgs } from "./args";
import type { NamedFunction } from "./compute-access";
import { HipaaWebApplicationWorkflowType } from "./compute-args";

/** What the workflow is wired to. */
export interface WorkflowSurroundings {
  readonly keys: KeyRing;
  readonly alarmTopicArn: pulumi.Output<string>;
  readonly functions: readonly NamedFunction[];
}

const placeholder = /\$\{([^}]*)\}/g;

/** Names of functions that a definition calls. */
export function functionsOf(definition: string): string[] {
  return [...new Set([...definition.matchAll(placeholder)].map(([, name = ""]) => name))];
}

/** Creates the workflow, with the functions that its definition names and no others. */
export function createWorkflow(
  name: string,
  { workflow, tags }: HipaaWebApplicationArgs,
  { keys, alarmTopicArn, functions }: WorkflowSurroundings,
  parent: pulumi.Resource,
): PhiWorkflow | undefined {
  if (workflow === undefined) return undefined;
  const { definition, type } = workflow;
  const named = new Set(functionsOf(definition));
  const used = functions.filter(({ args }) => named.has(args.name));
  return new PhiWorkflow(
    `${name}-workflow`,
    {
      definition: pulumi
        .all(used.map(({ args, fn }) => fn.functionArn.apply((arn): [string, string] => [args.name, arn])))
        .apply((arns) => withArns(definition, new Map(arns))),
      ...(used.length > 0 && { functionArns: used.map(({ fn }) => fn.functionArn) }),
      ...(type && { type: types[type] }),
      key: keys.messaging,
      logsKey: keys.logs,
      alarmTopicArn,
      tags,
    },
    { parent },
  );
}

function withArns(definition: string, arns: ReadonlyMap<string, string>): string {
  return definition.replaceAll(placeholder, (whole, name: string) => arns.get(name) ?? whole);
}

const types: Readonly<Record<HipaaWebApplicationWorkflowType, PhiWorkflowType>> = {
  [HipaaWebApplicationWorkflowType.Standard]: PhiWorkflowType.Standard,
  [HipaaWebApplicationWorkflowType.Express]: PhiWorkflowType.Express,
};
