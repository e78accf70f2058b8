import type * as pulumi from "@pulumi/pulumi";
import type { AwsEnvironment } from "./aws-environment";
import type { PolicyStatement } from "./policy-document";

/**
 * Denies everybody outside the organization or, where there is none, outside the account. AWS services that act for
 * themselves belong to neither and pass; what they may do is said by Allow statements.
 */
export function denyOutsiders(
  environment: AwsEnvironment,
  organizationId: pulumi.Input<string> | undefined,
  actions: string[],
  resources: pulumi.Input<string>[],
): PolicyStatement {
  const home: Record<string, pulumi.Input<string>[]> =
    organizationId === undefined
      ? { "aws:PrincipalAccount": [environment.accountId] }
      : { "aws:PrincipalOrgID": [organizationId] };
  return {
    sid: "DenyOutsiders",
    effect: "Deny",
    principals: "*",
    actions,
    resources,
    conditions: { StringNotEqualsIfExists: home, BoolIfExists: { "aws:PrincipalIsAWSService": ["false"] } },
  };
}
