import * as pulumi from "@pulumi/pulumi";
import { arn, type ArgumentChecks, type AwsEnvironment } from "@hipaa-aws/foundation";
import { ServiceAccessLevel, ServiceKeyUse, ServiceQueueRole, type ServiceAccessArgs } from "./access-args";
import type { Grant } from "./grants";
import type { FargateServiceConnectionArgs, FargateServiceKey } from "./task-args";

const accessName = /^[a-z][a-z0-9-]*$/;
// A wildcard in the user's name would sign in as other users too.
const databaseUser = /^[A-Za-z_][A-Za-z0-9_.$-]{0,62}$/;
const objectPrefix = /^[A-Za-z0-9!_.'()/=-]+\/$/;

/** Refuses names that cannot name a statement, users and prefixes that reach further than they say. */
export function checkAccess(checks: ArgumentChecks, access: ServiceAccessArgs): void {
  for (const [kind, entries] of Object.entries(access) as [string, { name: string }[] | undefined][]) {
    const names = (entries ?? []).map(({ name }) => name);
    checks.unique(`access.${kind}`, names);
    for (const name of names) {
      checks.matches(`access.${kind} name`, name, accessName, "lower-case letters, digits and hyphens");
    }
  }
  for (const { name, user } of access.databases ?? []) {
    checks.matches(`access.databases "${name}".user`, user, databaseUser, "one database user, without wildcards");
  }
  for (const { name, level, prefix } of access.buckets ?? []) {
    checks.oneOf(`access.buckets "${name}".level`, level, Object.values(ServiceAccessLevel));
    if (prefix === undefined) continue;
    checks.matches(`access.buckets "${name}".prefix`, prefix, objectPrefix, "a prefix that ends in /, no wildcards");
  }
  for (const { name, role } of access.queues ?? []) {
    checks.oneOf(`access.queues "${name}".role`, role, Object.values(ServiceQueueRole));
  }
  for (const { name, level } of access.tables ?? []) {
    checks.oneOf(`access.tables "${name}".level`, level, Object.values(ServiceAccessLevel));
  }
  for (const { name, use } of access.keys ?? []) {
    checks.oneOf(`access.keys "${name}".use`, use, Object.values(ServiceKeyUse));
  }
}

/** The network hops of what is accessed: databases and caches. All else is behind the endpoints. */
export function accessConnections(access: ServiceAccessArgs): FargateServiceConnectionArgs[] {
  const hops = [
    ...(access.databases ?? []).map(({ name, database }) => ({ name: `database-${name}`, to: database })),
    ...(access.caches ?? []).map(({ name, cache }) => ({ name: `cache-${name}`, to: cache })),
  ];
  return hops.map(({ name, to }) => ({ name, securityGroupId: to.securityGroupId, port: to.port }));
}

/** The permissions, as grants: named actions on named resources, keys through their service only. */
export function accessGrants(environment: AwsEnvironment, access: ServiceAccessArgs): Grant[] {
  return [
    ...(access.databases ?? []).map(({ name, database, user }) => ({
      name: sid("SignInToDatabase", name),
      actions: ["rds-db:connect"],
      resources: [arn(environment, "rds-db", pulumi.interpolate`dbuser:${database.resourceId}/${user}`)],
    })),
    ...(access.caches ?? []).map(({ name, cache }) => ({
      name: sid("SignInToCache", name),
      actions: ["elasticache:Connect"],
      resources: [cache.replicationGroupArn, cache.userArn],
    })),
    ...(access.buckets ?? []).flatMap(({ name, bucket, key, level, prefix = "", list = false }) => [
      {
        name: sid("UseObjects", name),
        actions: objectActions[level],
        resources: [pulumi.interpolate`${bucket.bucketArn}/${prefix}*`],
      },
      ...(list ? [listGrant(name, bucket.bucketArn, prefix)] : []),
      keyGrant("Bucket", name, key, dataKeyActions(level), "s3"),
    ]),
    ...(access.queues ?? []).flatMap(({ name, queue, key, role }) => [
      { name: sid("UseQueue", name), actions: queueActions[role], resources: [queue.queueArn] },
      // A sender decrypts too: SQS reuses a data key that it has wrapped before.
      keyGrant("Queue", name, key, role === ServiceQueueRole.Send ? bothWays : ["kms:Decrypt"], "sqs"),
    ]),
    ...(access.topics ?? []).flatMap(({ name, topic, key }) => [
      { name: sid("PublishTo", name), actions: ["sns:Publish"], resources: [topic.topicArn] },
      keyGrant("Topic", name, key, bothWays, "sns"),
    ]),
    ...(access.tables ?? []).flatMap(({ name, table, key, level }) => [
      {
        name: sid("UseItems", name),
        actions: itemActions[level],
        resources: [table.tableArn, pulumi.interpolate`${table.tableArn}/index/*`],
      },
      // DynamoDB unwraps the table's key on behalf of whoever asks, for writing as for reading.
      keyGrant("Table", name, key, ["kms:Decrypt", "kms:DescribeKey"], "dynamodb"),
    ]),
    ...(access.secrets ?? []).flatMap(({ name, secretArn, key }) => [
      { name: sid("ReadSecret", name), actions: ["secretsmanager:GetSecretValue"], resources: [secretArn] },
      keyGrant("Secret", name, key, ["kms:Decrypt"], "secretsmanager"),
    ]),
    ...(access.keys ?? []).map(({ name, key, use }) => ({
      name: sid("UseKey", name),
      actions: keyActions[use],
      resources: [arnOf(key)],
    })),
  ];
}

const bothWays = ["kms:Decrypt", "kms:GenerateDataKey"];

const readObjects = ["s3:GetObject", "s3:GetObjectVersion"];
const writeObjects = ["s3:PutObject", "s3:AbortMultipartUpload"];
const objectActions: Record<ServiceAccessLevel, string[]> = {
  [ServiceAccessLevel.Read]: readObjects,
  [ServiceAccessLevel.Write]: writeObjects,
  [ServiceAccessLevel.ReadWrite]: [...readObjects, ...writeObjects],
  // The version that a delete hides stays, until the lifecycle of the bucket ends it.
  [ServiceAccessLevel.ReadWriteDelete]: [...readObjects, ...writeObjects, "s3:DeleteObject"],
};

const readItems = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:ConditionCheckItem"];
const writeItems = ["dynamodb:PutItem", "dynamodb:UpdateItem"];
const itemActions: Record<ServiceAccessLevel, string[]> = {
  [ServiceAccessLevel.Read]: readItems,
  [ServiceAccessLevel.Write]: writeItems,
  [ServiceAccessLevel.ReadWrite]: [...readItems, ...writeItems],
  // BatchWriteItem deletes as well as puts.
  [ServiceAccessLevel.ReadWriteDelete]: [...readItems, ...writeItems, "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"],
};

const queueActions: Record<ServiceQueueRole, string[]> = {
  [ServiceQueueRole.Send]: ["sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"],
  [ServiceQueueRole.Consume]: [
    "sqs:ReceiveMessage",
    "sqs:DeleteMessage",
    "sqs:ChangeMessageVisibility",
    "sqs:GetQueueAttributes",
    "sqs:GetQueueUrl",
  ],
};

const keyActions: Record<ServiceKeyUse, string[]> = {
  [ServiceKeyUse.Encrypt]: ["kms:Encrypt", "kms:GenerateDataKey"],
  [ServiceKeyUse.Decrypt]: ["kms:Decrypt"],
  [ServiceKeyUse.EncryptDecrypt]: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"],
};

/** S3 decrypts the parts of a multipart upload before it joins them, so that writing needs both. */
function dataKeyActions(level: ServiceAccessLevel): string[] {
  return level === ServiceAccessLevel.Read ? ["kms:Decrypt"] : bothWays;
}

function listGrant(name: string, bucketArn: pulumi.Input<string>, prefix: string): Grant {
  return {
    name: sid("ListObjects", name),
    actions: ["s3:ListBucket"],
    resources: [bucketArn],
    ...(prefix === "" ? {} : { conditions: { StringLike: { "s3:prefix": [`${prefix}*`] } } }),
  };
}

function keyGrant(
  kind: string,
  name: string,
  key: pulumi.Input<FargateServiceKey>,
  actions: string[],
  service: string,
): Grant {
  return { name: sid(`Use${kind}Key`, name), actions, resources: [arnOf(key)], viaServices: [service] };
}

function arnOf(key: pulumi.Input<FargateServiceKey>): pulumi.Output<string> {
  return pulumi.output(key).apply((one) => one.arn);
}

/** `UseObjects`, `daily-reports` → `UseObjectsDailyReports`. */
function sid(what: string, name: string): string {
  return what + name.replace(/(?:^|-+)([a-z0-9]|$)/g, (_, first: string) => first.toUpperCase());
}
