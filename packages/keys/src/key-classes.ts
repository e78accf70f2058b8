import type { KeyRingUsers } from "./key-ring-args";

/** A class of data that has a key of its own. */
export type KeyClass = keyof KeyRingUsers;

/** What sets the key of one class apart. */
export interface KeyClassProfile {
  /** Shown in the console and in audits. */
  readonly description: string;
  /**
   * The services that may use the key for a caller of the account, as in the condition key `kms:ViaService` without
   * Region and suffix. Source: AWS KMS Developer Guide, "AWS KMS condition keys".
   */
  readonly viaServices: readonly string[];
  /** True where a service takes no multi-Region key; such a key gets no replica. */
  readonly singleRegion?: boolean;
}

/** One entry per key, in the order in which the keys are created. */
export const keyClasses: Readonly<Record<KeyClass, KeyClassProfile>> = {
  database: {
    description: "Databases, their snapshots and replicas",
    viaServices: ["rds", "dynamodb", "redshift", "redshift-serverless", "es"],
  },
  cache: { description: "Cache nodes and their snapshots", viaServices: ["elasticache"] },
  documents: { description: "Documents in object storage and shared files", viaServices: ["s3", "elasticfilesystem"] },
  media: { description: "Images, recordings and other media in object storage", viaServices: ["s3"] },
  // RDS encrypts the master password that it manages under this key on behalf of the one who creates the database, and
  // Lambda the environment of a function on behalf of the one who deploys it.
  secrets: { description: "Secrets and secure parameters", viaServices: ["secretsmanager", "ssm", "rds", "lambda"] },
  // Readers of an archive of logs read it through S3.
  logs: { description: "Log groups, trails and archives of logs", viaServices: ["logs", "s3"] },
  messaging: {
    description: "Queues, topics, event buses and streams",
    viaServices: ["sqs", "sns", "events", "kinesis", "firehose", "states"],
  },
  // AWS Backup reads and writes recovery points as its role, through the service that owns the resource.
  backup: {
    description: "Backup vaults",
    viaServices: ["backup", "rds", "ec2", "s3", "elasticfilesystem", "dynamodb"],
  },
  // Fargate refuses multi-Region keys. Source: Amazon ECS Developer Guide, "Customer managed keys for AWS Fargate
  // ephemeral storage".
  volumes: { description: "Block volumes and ephemeral storage of tasks", viaServices: ["ec2"], singleRegion: true },
};

/** The classes in the order of {@link keyClasses}. */
export const keyClassNames = Object.keys(keyClasses) as KeyClass[];
