import type * as types from "@pulumi/aws/types/input";
import type * as pulumi from "@pulumi/pulumi";
import type { AwsEnvironment } from "@hipaa-aws/foundation";
import { createRole, ecsTrust } from "./roles";

/** The arguments that say who verifies images. */
export interface ImageVerifierArgs {
  readonly imageVerifierArn?: pulumi.Input<string>;
  readonly permissionsBoundaryArn?: pulumi.Input<string>;
}

/** A function that ECS asks during a deployment, and what must exist first. */
export interface DeploymentHook {
  readonly hook: types.ecs.ServiceDeploymentConfigurationLifecycleHook;
  readonly attachments: pulumi.Resource[];
}

/** What a hook asks, and when. */
export interface DeploymentHookParts {
  readonly functionArn: pulumi.Input<string>;
  readonly stage: "PRE_SCALE_UP" | "POST_TEST_TRAFFIC_SHIFT";
  readonly description: string;
  readonly permissionsBoundaryArn: pulumi.Input<string> | undefined;
}

/** A hook with a role that may call its one function, and nothing else. */
export function createDeploymentHook(
  name: string,
  { functionArn, stage, description, permissionsBoundaryArn }: DeploymentHookParts,
  environment: AwsEnvironment,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): DeploymentHook {
  const { role, attachments } = createRole(
    name,
    {
      description,
      trust: ecsTrust(environment),
      statements: [{ sid: "AskVerifier", actions: ["lambda:InvokeFunction"], resources: [functionArn] }],
      permissionsBoundaryArn,
      tags,
    },
    parent,
  );
  return { hook: { hookTargetArn: functionArn, roleArn: role.arn, lifecycleStages: [stage] }, attachments };
}

/**
 * Has ECS ask a Lambda function before it starts tasks of a new revision: AWS Signer's admission controller, which
 * verifies the signatures of all images of the revision. ECS rolls back unless the answer is SUCCEEDED. The stage,
 * before tasks start, is one of every strategy, the rolling one too; those of the shift of traffic have no meaning
 * there. Sources: "Verify container image signatures for Amazon ECS" in the AWS Signer Developer Guide;
 * "Lifecycle hooks for Amazon ECS service deployments" in the ECS Developer Guide.
 */
export function createImageVerifier(
  name: string,
  { imageVerifierArn, permissionsBoundaryArn }: ImageVerifierArgs,
  environment: AwsEnvironment,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): DeploymentHook[] {
  if (imageVerifierArn === undefined) return [];
  const parts: DeploymentHookParts = {
    functionArn: imageVerifierArn,
    stage: "PRE_SCALE_UP",
    description: `Asks the function that verifies the images of ${name}`,
    permissionsBoundaryArn,
  };
  return [createDeploymentHook(`${name}-verifier`, parts, environment, tags, parent)];
}
