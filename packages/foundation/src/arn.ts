import * as pulumi from "@pulumi/pulumi";
import type { AwsEnvironment } from "./aws-environment";

/** Parts of an ARN that differ from the component's own environment. */
export interface ArnParts {
  /** Empty for global services and for S3. Default: the environment's Region. */
  region?: pulumi.Input<string>;
  /** Empty for S3, `aws` for AWS's own policies. Default: the environment's account. */
  account?: pulumi.Input<string>;
}

/**
 * `arn:<partition>:<service>:<region>:<account>:<resource>` in the environment's partition. The only place where an
 * ARN is put together.
 */
export function arn(
  environment: AwsEnvironment,
  service: string,
  resource: pulumi.Input<string>,
  parts: ArnParts = {},
): pulumi.Output<string> {
  const { partition } = environment;
  const region = parts.region ?? environment.region;
  const account = parts.account ?? environment.accountId;
  return pulumi.interpolate`arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** ARN of an AWS-managed IAM policy, for example `service-role/AmazonECSTaskExecutionRolePolicy`. */
export function managedPolicyArn(environment: AwsEnvironment, path: string): pulumi.Output<string> {
  return arn(environment, "iam", `policy/${path}`, { region: "", account: "aws" });
}

/** ARN of the account's root principal, which stands for "whoever IAM in this account allows". */
export function accountRootArn(environment: AwsEnvironment): pulumi.Output<string> {
  return arn(environment, "iam", "root", { region: "" });
}
