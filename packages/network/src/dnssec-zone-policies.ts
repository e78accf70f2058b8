import { accountRootArn, arn, policyDocument, type AwsEnvironment, type PolicyStatement } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";

/** Everything an administrator does with the key; signing is not in it. */
const managementActions = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:EnableKey",
  "kms:GetKeyPolicy",
  "kms:GetPublicKey",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

/**
 * The policy of a zone's signing key: Route 53 signs, on behalf of zones of this account alone, and nobody else does.
 * Source: Amazon Route 53 Developer Guide, "Route 53 customer managed key permissions required for DNSSEC signing".
 */
export function signingKeyPolicy(
  environment: AwsEnvironment,
  administrators: pulumi.Input<pulumi.Input<string>[]> | undefined,
): pulumi.Output<string> {
  const route53 = { services: ["dnssec-route53.amazonaws.com"] };
  const ofThisAccount = {
    StringEquals: { "aws:SourceAccount": [environment.accountId] },
    ArnLike: { "aws:SourceArn": [arn(environment, "route53", "hostedzone/*", { region: "", account: "" })] },
  };
  const statements: PolicyStatement[] = [
    {
      sid: "DelegateManagementToIam",
      principals: {
        aws: pulumi.all([accountRootArn(environment), administrators]).apply(([root, more]) => [root, ...(more ?? [])]),
      },
      actions: managementActions,
      resources: ["*"],
    },
    {
      sid: "AllowRoute53ToSign",
      principals: route53,
      actions: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
      resources: ["*"],
      conditions: ofThisAccount,
    },
    {
      sid: "AllowRoute53ToKeepSigning",
      principals: route53,
      actions: ["kms:CreateGrant"],
      resources: ["*"],
      conditions: { ...ofThisAccount, Bool: { "kms:GrantIsForAWSResource": ["true"] } },
    },
  ];
  return policyDocument(statements);
}

/** Lets Route 53 write the queries of this account's zones to the log group. */
export function queryLogPolicy(environment: AwsEnvironment, logGroupArn: pulumi.Output<string>): pulumi.Output<string> {
  return policyDocument([
    {
      sid: "Route53QueryLogs",
      principals: { services: ["route53.amazonaws.com"] },
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [pulumi.interpolate`${logGroupArn}:*`],
      conditions: {
        StringEquals: { "aws:SourceAccount": [environment.accountId] },
        ArnLike: { "aws:SourceArn": [arn(environment, "route53", "hostedzone/*", { region: "", account: "" })] },
      },
    },
  ]);
}
