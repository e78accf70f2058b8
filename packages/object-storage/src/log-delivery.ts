import type * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { arn, type AwsEnvironment, type PolicyStatement } from "@hipaa-aws/foundation";
import { objectsOf } from "./bucket-policy";
import { knownArn } from "./known-arn";
import { LogBucketPurpose } from "./log-bucket-args";
import type { LogBucketSettings } from "./log-bucket-settings";

/** Where logs come from and go to. */
interface Delivery {
  bucket: s3.Bucket;
  environment: AwsEnvironment;
  /** Accounts whose logs are let in. */
  accounts: pulumi.Input<string>[];
}

/**
 * Bucket policy statements that let the service of this purpose deliver its logs, and only those of the named
 * accounts.
 */
export function deliveryStatements(
  bucket: s3.Bucket,
  environment: AwsEnvironment,
  { purpose, prefixes, sourceAccountIds }: LogBucketSettings,
  organizationId: pulumi.Input<string> | undefined,
): PolicyStatement[] {
  const delivery: Delivery = { bucket, environment, accounts: sourceAccountIds ?? [environment.accountId] };
  switch (purpose) {
    case LogBucketPurpose.LoadBalancer:
      return loadBalancerDelivery(delivery, prefixes);
    case LogBucketPurpose.S3AccessLogs:
      return serverAccessLogDelivery(delivery);
    case LogBucketPurpose.VpcFlowLogs:
      // With Hive-compatible prefixes the account is written as `aws-account-id=<account>`.
      return vendedLogDelivery(delivery, ["", "aws-account-id="]);
    case LogBucketPurpose.Waf:
    case LogBucketPurpose.VendedLogs:
      return vendedLogDelivery(delivery, [""]);
    case LogBucketPurpose.CloudTrail:
      return trailDelivery(delivery, organizationId);
    case LogBucketPurpose.Config:
      return configurationDelivery(delivery);
    case LogBucketPurpose.Inventory:
      return inventoryDelivery(delivery);
    case LogBucketPurpose.DatabaseAudit:
      return [];
  }
}

const ownerKeepsAll = { "s3:x-amz-acl": ["bucket-owner-full-control"] };

/** Paths below `AWSLogs` of each account. */
function accountPaths({ bucket, accounts }: Delivery, before: string, after = ""): pulumi.Output<string>[] {
  return accounts.map((account) => pulumi.interpolate`${knownArn(bucket)}/${before}${account}/${after}*`);
}

/**
 * Elastic Load Balancing documents no condition for its delivery, and an Allow that asks for one can stop it; the
 * service itself writes below the account of the load balancer, so the path is the guard. Where the request does name
 * its source account, a Deny holds it to the named ones.
 * Source: Elastic Load Balancing User Guide, "Enable access logs for your Application Load Balancer".
 */
function loadBalancerDelivery(delivery: Delivery, prefixes: readonly string[]): PolicyStatement[] {
  const service = { services: ["logdelivery.elasticloadbalancing.amazonaws.com"] };
  const resources = prefixes.flatMap((prefix) => accountPaths(delivery, `${prefix}/AWSLogs/`));
  return [
    { sid: "LoadBalancerLogDelivery", principals: service, actions: ["s3:PutObject"], resources },
    {
      sid: "DenyLogsOfOtherAccounts",
      effect: "Deny",
      principals: service,
      actions: ["s3:PutObject"],
      resources: [objectsOf(delivery.bucket)],
      conditions: {
        StringNotEquals: { "aws:SourceAccount": delivery.accounts },
        Null: { "aws:SourceAccount": ["false"] },
      },
    },
  ];
}

/** Source: Amazon S3 User Guide, "Enabling Amazon S3 server access logging". */
function serverAccessLogDelivery({ bucket, environment, accounts }: Delivery): PolicyStatement[] {
  return [
    {
      sid: "S3ServerAccessLogsPolicy",
      principals: { services: ["logging.s3.amazonaws.com"] },
      actions: ["s3:PutObject"],
      resources: [objectsOf(bucket)],
      conditions: { StringEquals: { "aws:SourceAccount": accounts }, ArnLike: fromBuckets(environment) },
    },
  ];
}

/**
 * Delivery of vended logs (VPC flow logs, AWS WAF and others). The statements and their names are those that AWS itself
 * would add, so that it finds them there and leaves the policy alone.
 * Source: Amazon CloudWatch Logs User Guide, "Logs sent to Amazon S3".
 */
function vendedLogDelivery(delivery: Delivery, accountPrefixes: readonly string[]): PolicyStatement[] {
  const { bucket, environment, accounts } = delivery;
  const principals = { services: ["delivery.logs.amazonaws.com"] };
  const account = { "aws:SourceAccount": accounts };
  const sources = accounts.map((id) => arn(environment, "logs", "*", { account: id }));
  const source = { ArnLike: { "aws:SourceArn": sources } };
  return [
    {
      sid: "AWSLogDeliveryWrite",
      principals,
      actions: ["s3:PutObject"],
      resources: accountPrefixes.flatMap((prefix) => accountPaths(delivery, `AWSLogs/${prefix}`)),
      conditions: { StringEquals: { ...account, ...ownerKeepsAll }, ...source },
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

/**
 * Trails of the named accounts, in any Region; with an organization also below its id, where an organization trail
 * writes. Source: AWS CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail".
 */
function trailDelivery(delivery: Delivery, organizationId: pulumi.Input<string> | undefined): PolicyStatement[] {
  const { bucket, environment, accounts } = delivery;
  const principals = { services: ["cloudtrail.amazonaws.com"] };
  const trails = accounts.map((id) => arn(environment, "cloudtrail", "trail/*", { region: "*", account: id }));
  const source = { ArnLike: { "aws:SourceArn": trails } };
  const ofOrganization =
    organizationId === undefined ? [] : [pulumi.interpolate`${knownArn(bucket)}/AWSLogs/${organizationId}/*`];
  return [
    {
      sid: "AWSCloudTrailAclCheck",
      principals,
      actions: ["s3:GetBucketAcl"],
      resources: [knownArn(bucket)],
      conditions: source,
    },
    {
      sid: "AWSCloudTrailWrite",
      principals,
      actions: ["s3:PutObject"],
      resources: [...accountPaths(delivery, "AWSLogs/"), ...ofOrganization],
      conditions: { StringEquals: ownerKeepsAll, ...source },
    },
  ];
}

/** Source: AWS Config Developer Guide, "Permissions for the Amazon S3 bucket for the AWS Config delivery channel". */
function configurationDelivery(delivery: Delivery): PolicyStatement[] {
  const principals = { services: ["config.amazonaws.com"] };
  const account = { "aws:SourceAccount": delivery.accounts };
  return [
    {
      sid: "AWSConfigBucketCheck",
      principals,
      actions: ["s3:GetBucketAcl", "s3:ListBucket"],
      resources: [knownArn(delivery.bucket)],
      conditions: { StringEquals: account },
    },
    {
      sid: "AWSConfigBucketDelivery",
      principals,
      actions: ["s3:PutObject"],
      resources: accountPaths(delivery, "AWSLogs/", "Config/"),
      conditions: { StringEquals: { ...account, ...ownerKeepsAll } },
    },
  ];
}

/** Source: Amazon S3 User Guide, "Grant permissions for S3 Inventory and S3 analytics". */
function inventoryDelivery({ bucket, environment, accounts }: Delivery): PolicyStatement[] {
  return [
    {
      sid: "S3InventoryDelivery",
      principals: { services: ["s3.amazonaws.com"] },
      actions: ["s3:PutObject"],
      resources: [objectsOf(bucket)],
      conditions: {
        StringEquals: { "aws:SourceAccount": accounts, ...ownerKeepsAll },
        ArnLike: fromBuckets(environment),
      },
    },
  ];
}

function fromBuckets(environment: AwsEnvironment): Record<string, pulumi.Input<string>[]> {
  return { "aws:SourceArn": [arn(environment, "s3", "*", { region: "", account: "" })] };
}
