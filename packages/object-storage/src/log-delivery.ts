import type * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { arn, type AwsEnvironment, type PolicyStatement } from "@hipaa-aws/foundation";
import { objectsOf } from "./bucket-policy";
import { knownArn } from "./known-arn";
import { LogBucketPurpose } from "./log-bucket-args";

/** Bucket policy statements that let the service of this purpose deliver its logs, and only those of this account. */
export function deliveryStatements(
  purpose: LogBucketPurpose,
  bucket: s3.Bucket,
  environment: AwsEnvironment,
  prefixes: readonly string[],
): PolicyStatement[] {
  switch (purpose) {
    case LogBucketPurpose.LoadBalancer:
      return loadBalancerDelivery(bucket, environment, prefixes);
    case LogBucketPurpose.S3AccessLogs:
      return serverAccessLogDelivery(bucket, environment);
    case LogBucketPurpose.VpcFlowLogs:
      // With Hive-compatible prefixes the account is written as `aws-account-id=<account>`.
      return vendedLogDelivery(bucket, environment, ["", "aws-account-id="]);
    case LogBucketPurpose.Waf:
      return vendedLogDelivery(bucket, environment, [""]);
  }
}

/**
 * Elastic Load Balancing documents no condition for its delivery, and an Allow that asks for one can stop it; the
 * service itself writes below the account of the load balancer, so the path is the guard. Where the request does name
 * its source account, a Deny holds it to this one.
 * Source: Elastic Load Balancing User Guide, "Enable access logs for your Application Load Balancer".
 */
function loadBalancerDelivery(
  bucket: s3.Bucket,
  environment: AwsEnvironment,
  prefixes: readonly string[],
): PolicyStatement[] {
  const service = { services: ["logdelivery.elasticloadbalancing.amazonaws.com"] };
  const resources = prefixes.map(
    (prefix) => pulumi.interpolate`${knownArn(bucket)}/${prefix}/AWSLogs/${environment.accountId}/*`,
  );
  return [
    { sid: "LoadBalancerLogDelivery", principals: service, actions: ["s3:PutObject"], resources },
    {
      sid: "DenyLogsOfOtherAccounts",
      effect: "Deny",
      principals: service,
      actions: ["s3:PutObject"],
      resources: [objectsOf(bucket)],
      conditions: {
        StringNotEquals: { "aws:SourceAccount": [environment.accountId] },
        Null: { "aws:SourceAccount": ["false"] },
      },
    },
  ];
}

/** Source: Amazon S3 User Guide, "Enabling Amazon S3 server access logging". */
function serverAccessLogDelivery(bucket: s3.Bucket, environment: AwsEnvironment): PolicyStatement[] {
  return [
    {
      sid: "S3ServerAccessLogsPolicy",
      principals: { services: ["logging.s3.amazonaws.com"] },
      actions: ["s3:PutObject"],
      resources: [objectsOf(bucket)],
      conditions: {
        StringEquals: { "aws:SourceAccount": [environment.accountId] },
        ArnLike: { "aws:SourceArn": [arn(environment, "s3", "*", { region: "", account: "" })] },
      },
    },
  ];
}

/**
 * Delivery of vended logs (VPC flow logs, AWS WAF). The statements and their names are those that AWS itself would
 * add, so that it finds them there and leaves the policy alone.
 * Source: Amazon CloudWatch Logs User Guide, "Logs sent to Amazon S3".
 */
function vendedLogDelivery(
  bucket: s3.Bucket,
  environment: AwsEnvironment,
  accountPrefixes: readonly string[],
): PolicyStatement[] {
  const principals = { services: ["delivery.logs.amazonaws.com"] };
  const account = { "aws:SourceAccount": [environment.accountId] };
  const source = { ArnLike: { "aws:SourceArn": [arn(environment, "logs", "*")] } };
  return [
    {
      sid: "AWSLogDeliveryWrite",
      principals,
      actions: ["s3:PutObject"],
      resources: accountPrefixes.map(
        (prefix) => pulumi.interpolate`${knownArn(bucket)}/AWSLogs/${prefix}${environment.accountId}/*`,
      ),
      conditions: { StringEquals: { ...account, "s3:x-amz-acl": ["bucket-owner-full-control"] }, ...source },
    },
    {
      sid: "AWSLogDeliveryAclCheck",
      principals,
      actions: ["s3:GetBucketAcl", "s3:ListBucket"],
      resources: [knownArn(bucket)],
      conditions: { StringEquals: account, ...source },
    },
  ];
}
