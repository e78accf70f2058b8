import type * as pulumi from "@pulumi/pulumi";
import type { FargateServiceKey } from "./task-args";

/** How far a permission reaches. */
export enum ServiceAccessLevel {
  /** Look only: read objects, read items. */
  Read = "read",
  /** Add and change, without reading back and without deleting. */
  Write = "write",
  /** Both, still without deleting. */
  ReadWrite = "read-write",
  /** Both, and delete. */
  ReadWriteDelete = "read-write-delete",
}

/** What a program does with a queue. */
export enum ServiceQueueRole {
  Send = "send",
  Consume = "consume",
}

/** What a program does with a key by itself, without another service in between. */
export enum ServiceKeyUse {
  Encrypt = "encrypt",
  Decrypt = "decrypt",
  EncryptDecrypt = "encrypt-decrypt",
}

/** A database; `PostgresInstance` fits. */
export interface ServiceDatabase {
  /** Security group of the database; it gets the ingress rule. */
  securityGroupId: pulumi.Input<string>;
  /** TCP port of the database. */
  port: pulumi.Input<number>;
  /** Resource id, `db-…` or `cluster-…`, which IAM policies name. */
  resourceId: pulumi.Input<string>;
}

/** Sign-in to a database by IAM, as one user. */
export interface ServiceDatabaseAccessArgs {
  /** Lower-case letters, digits and hyphens; it names rules and statement. */
  name: string;
  /** The database, for example a `PostgresInstance`. */
  database: ServiceDatabase;
  /** Database user that signs in with a token of IAM (`rds-db:connect`); never the master user. */
  user: string;
}

/** A cache with IAM users; `Cache` fits. */
export interface ServiceCache {
  /** Security group of the cache; it gets the ingress rule. */
  securityGroupId: pulumi.Input<string>;
  /** TCP port of the cache. */
  port: pulumi.Input<number>;
  /** ARN of the replication group. */
  replicationGroupArn: pulumi.Input<string>;
  /** ARN of the IAM user of the cache. */
  userArn: pulumi.Input<string>;
}

/** Sign-in to a cache by IAM. */
export interface ServiceCacheAccessArgs {
  /** Lower-case letters, digits and hyphens; it names rules and statement. */
  name: string;
  /** The cache, for example a `Cache`. */
  cache: ServiceCache;
}

/** A bucket; `PhiBucket` fits. */
export interface ServiceBucket {
  bucketArn: pulumi.Input<string>;
}

/** Use of the objects of a bucket. */
export interface ServiceBucketAccessArgs {
  /** Lower-case letters, digits and hyphens; it names the statements. */
  name: string;
  /** The bucket, for example a `PhiBucket`. */
  bucket: ServiceBucket;
  /** Key of the bucket, usable through Amazon S3 only. */
  key: pulumi.Input<FargateServiceKey>;
  level: ServiceAccessLevel;
  /** Objects below this prefix only, for example `exports/`. Default: all objects of the bucket. */
  prefix?: string;
  /** Whether the program may list the objects too. Default false: names of objects tell more than most programs need. */
  list?: boolean;
}

/** A queue; `PhiQueue` fits. */
export interface ServiceQueue {
  queueArn: pulumi.Input<string>;
}

/** Use of a queue. */
export interface ServiceQueueAccessArgs {
  /** Lower-case letters, digits and hyphens; it names the statements. */
  name: string;
  /** The queue, for example a `PhiQueue`. */
  queue: ServiceQueue;
  /** Key of the queue, usable through Amazon SQS only. */
  key: pulumi.Input<FargateServiceKey>;
  role: ServiceQueueRole;
}

/** A topic; `PhiTopic` fits. */
export interface ServiceTopic {
  topicArn: pulumi.Input<string>;
}

/** Publishing to a topic. */
export interface ServiceTopicAccessArgs {
  /** Lower-case letters, digits and hyphens; it names the statements. */
  name: string;
  /** The topic, for example a `PhiTopic`. */
  topic: ServiceTopic;
  /** Key of the topic, usable through Amazon SNS only. */
  key: pulumi.Input<FargateServiceKey>;
}

/** A DynamoDB table; `PhiTable` fits. */
export interface ServiceTable {
  tableArn: pulumi.Input<string>;
}

/** Use of the items of a table and of its indexes. No level scans the table. */
export interface ServiceTableAccessArgs {
  /** Lower-case letters, digits and hyphens; it names the statements. */
  name: string;
  /** The table, for example a `PhiTable`. */
  table: ServiceTable;
  /** Key of the table, usable through Amazon DynamoDB only. */
  key: pulumi.Input<FargateServiceKey>;
  level: ServiceAccessLevel;
}

/** Reading of a secret while the program runs, for example to see a rotated value without a restart. */
export interface ServiceSecretAccessArgs {
  /** Lower-case letters, digits and hyphens; it names the statements. */
  name: string;
  /** ARN of the secret, for example `RotatedSecret.secretArn`. */
  secretArn: pulumi.Input<string>;
  /** Key of the secret, usable through Secrets Manager only. */
  key: pulumi.Input<FargateServiceKey>;
}

/** Direct use of a key, for data that the program encrypts itself. */
export interface ServiceKeyAccessArgs {
  /** Lower-case letters, digits and hyphens; it names the statement. */
  name: string;
  key: pulumi.Input<FargateServiceKey>;
  use: ServiceKeyUse;
}

/** What a program uses, by kind. Counts, names and levels are read while the graph is built. */
export interface ServiceAccessArgs {
  databases?: ServiceDatabaseAccessArgs[];
  caches?: ServiceCacheAccessArgs[];
  buckets?: ServiceBucketAccessArgs[];
  queues?: ServiceQueueAccessArgs[];
  topics?: ServiceTopicAccessArgs[];
  tables?: ServiceTableAccessArgs[];
  secrets?: ServiceSecretAccessArgs[];
  keys?: ServiceKeyAccessArgs[];
}
