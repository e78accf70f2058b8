import type * as ecs from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import type { AwsEnvironment } from "@hipaa-aws/foundation";
import { createRole, ecsTrust } from "./roles";

/** The arguments that say who verifies images. */
export interface ImageVerifierArgs {
  readonly imageVerifierArn?: pulumi.Input<string>;
  readonly permissionsBoundaryArn?: pulumi.Input<string>;
}

/** The hook before a deployment starts tasks, and what must exist first. */
export interface ImageVerifier {
  readonly configuration: NonNullable<ecs.ServiceArgs["deploymentConfiguration"]>;
  readonly attachments: pulumi.Resource[];
}

/**
 * Has ECS ask a Lambda function before it starts tasks of a new revision: AWS Signer's admission controller, which
 * verifies the signatures of all images of the revision. ECS rolls back unless the answer is SUCCEEDED. The stage is
 * the one before tasks start, and ECS ties no hook to a strategy; those of the shift of traffic have no meaning in a
 * rolling deployment. Sources: "Verify container image signatures for Amazon ECS" in the AWS Signer Developer Guide;
 * "Lifecycle hooks for Amazon ECS service deployments" in the ECS Developer Guide.
 */
export function createImageVerifier(
  name: string,
  { imageVerifierArn, permissionsBoundaryArn }: ImageVerifierArgs,
  environment: AwsEnvironment,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ImageVerifier | undefined {
  if (imageVerifierArn === undefined) return undefined;
  const { role, attachments } = createRole(
    `${name}-verifier`,
    {
      description: `Asks the function that verifies the images of ${name}`,
      trust: ecsTrust(environment),
      statements: [{ sid: "AskVerifier", actions: ["lambda:InvokeFunction"], resources: [imageVerifierArn] }],
      permissionsBoundaryArn,
      tags,
    },
    parent,
  );
  return {
    configuration: {
      strategy: "ROLLING",
      lifecycleHooks: [{ hookTargetArn: imageVerifierArn, roleArn: role.arn, lifecycleStages: ["PRE_SCALE_UP"] }],
    },
    attachments,
  };
}
