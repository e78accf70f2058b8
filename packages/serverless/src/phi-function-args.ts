import type * as pulumi from "@pulumi/pulumi";

/** A customer managed key of a PhiFunction. Keys of a `KeyRing` fit. */
export interface PhiFunctionKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** Where a PhiFunction runs. A `Vpc` fits. */
export interface PhiFunctionNetwork {
  /** The VPC. */
  vpcId: pulumi.Input<string>;
  /** Private subnets, in two Availability Zones at least. */
  appSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Security group of the interface endpoints, by which AWS services are reached without the internet. */
  endpointSecurityGroupId: pulumi.Input<string>;
  /** Prefix list of the S3 gateway endpoint. Default: no way to S3 by it. */
  s3PrefixListId?: pulumi.Input<string>;
  /** Prefix list of the DynamoDB gateway endpoint. Default: no way to DynamoDB by it. */
  dynamoDbPrefixListId?: pulumi.Input<string>;
}

/** Code of a PhiFunction in a bucket. */
export interface PhiFunctionPackage {
  /** Name of the bucket. */
  bucket: pulumi.Input<string>;
  /** Key of the zip file. */
  key: pulumi.Input<string>;
  /** Version of the object, so that what was reviewed is what runs. */
  objectVersion: pulumi.Input<string>;
}

/** A group that the function may connect to, such as that of a database. */
export interface PhiFunctionConnection {
  /** Name, unique in the function; the two rules are named after it. Plain value. */
  name: string;
  /** Security group of what is reached. It gets the ingress rule. */
  securityGroupId: pulumi.Input<string>;
  /** TCP port. */
  port: pulumi.Input<number>;
}

/** What the function may do beside writing its log: one statement of its role. */
export interface PhiFunctionGrant {
  /** Name of the statement, letters and digits, unique. Plain value. */
  name: string;
  /** Actions in full, for example `dynamodb:GetItem`; wildcards are refused. Plain list. */
  actions: string[];
  /** ARNs; `*` alone is refused. */
  resources: pulumi.Input<string>[];
  /**
   * For KMS actions: the services (IAM prefixes, for example `s3`) through which alone the key may be used, as condition
   * `kms:ViaService`. Default: direct use is allowed too. Plain list.
   */
  viaServices?: string[];
}

/** A secret of AWS Secrets Manager that the function reads by itself. Its value never stands in the environment. */
export interface PhiFunctionSecret {
  /** Environment variable that holds the ARN. Plain value. */
  variable: string;
  /** ARN of the secret. */
  secretArn: pulumi.Input<string>;
  /** ARN of the key that the secret is under. */
  keyArn: pulumi.Input<string>;
}

/** A queue whose messages the function takes. A `PhiQueue` gives these values. */
export interface PhiFunctionQueue {
  /** Name, unique in the function. Plain value. */
  name: string;
  /** ARN of the queue. */
  queueArn: pulumi.Input<string>;
  /** ARN of the key that the queue is under. */
  keyArn: pulumi.Input<string>;
  /** Messages of one call at most, 1 to 10. Default: 10. Plain value. */
  batchSize?: number;
}

/** An AWS service that calls the function by itself. */
export interface PhiFunctionInvoker {
  /** Name, unique in the function. Plain value. */
  name: string;
  /** Service principal, for example `events.amazonaws.com`. Plain value. */
  service: string;
  /** ARN of the rule, bucket or topic; nothing else of the service gets in. */
  sourceArn: pulumi.Input<string>;
}

/** A directory of Amazon EFS in the function. A `PhiFileSystem` gives these values. */
export interface PhiFunctionFileSystem {
  /** ARN of the file system. */
  fileSystemArn: pulumi.Input<string>;
  /** ARN of the access point. */
  accessPointArn: pulumi.Input<string>;
  /** Security group of the mount targets. */
  securityGroupId: pulumi.Input<string>;
  /** Where it appears, for example `/mnt/reports`. Plain value. */
  mountPath: string;
}

/** Processor of a PhiFunction. */
export enum PhiFunctionArchitecture {
  /** AWS Graviton. */
  Arm64 = "arm64",
  /** Intel or AMD. */
  X86 = "x86_64",
}

/** Arguments of PhiFunction. */
export interface PhiFunctionArgs {
  /** VPC, subnets and endpoints. Source: 45 CFR 164.312(e)(1). */
  network: PhiFunctionNetwork;
  /** Customer managed key of the environment and of the stored package. `KeyRing.secrets` fits. Source: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<PhiFunctionKey>;
  /** Customer managed key of the queue of failed events, which may hold PHI. `KeyRing.messaging` fits. */
  messagesKey: pulumi.Input<PhiFunctionKey>;
  /** Customer managed key of the log group; its policy lets CloudWatch Logs use it. `KeyRing.logs` fits. */
  logsKey: pulumi.Input<PhiFunctionKey>;
  /** Code as an archive of this machine. One of `code`, `package` and `imageUri`. */
  code?: pulumi.asset.Archive;
  /** Code in a bucket. One of `code`, `package` and `imageUri`. */
  package?: PhiFunctionPackage;
  /** Container image in Amazon ECR, by its digest. One of `code`, `package` and `imageUri`. */
  imageUri?: pulumi.Input<string>;
  /** Runtime that gets security patches, for example `nodejs24.x`. Not with `imageUri`. Plain value. */
  runtime?: string;
  /** Entry point, for example `index.handler`. Not with `imageUri`. */
  handler?: pulumi.Input<string>;
  /** Processor. Default: Arm64. Plain value. */
  architecture?: PhiFunctionArchitecture;
  /** Memory in MiB, 128 to 10,240. Default: 512. Plain value. */
  memoryMib?: number;
  /** Seconds after which a call is ended, 1 to 900. Default: 30. Plain value. */
  timeoutSeconds?: number;
  /** Size of `/tmp` in MiB, 512 to 10,240. Lambda encrypts it. Default: 512. Plain value. */
  temporaryStorageMib?: number;
  /** Settings, never secrets: those are refused by their names. 4 KB at most. Plain record of inputs. */
  environment?: Record<string, pulumi.Input<string>>;
  /** Secrets that the function may read. Default: none. Plain list. */
  secrets?: PhiFunctionSecret[];
  /** What the function may do with other resources. Default: nothing. Plain list. */
  grants?: PhiFunctionGrant[];
  /** Groups that the function may connect to. Default: none. Plain list. */
  connections?: PhiFunctionConnection[];
  /** AWS services that call the function. Default: none. Plain list. */
  invokers?: PhiFunctionInvoker[];
  /** Queues that the function works through. Default: none. Plain list. */
  queues?: PhiFunctionQueue[];
  /** Directory of Amazon EFS. Default: none. */
  fileSystem?: PhiFunctionFileSystem;
  /**
   * Calls at the same time, which the function has for itself and never passes: 1 to 10,000, of the account's quota,
   * of which 100 stay for all others. Default: 10. Plain value.
   */
  reservedConcurrency?: number;
  /** Times that a failed asynchronous event is tried again, 0 to 2. Default: 2. Plain value. */
  maximumRetries?: number;
  /** Seconds after which a waiting asynchronous event counts as failed, 60 to 21,600. Default: 21,600. Plain value. */
  maximumEventAgeSeconds?: number;
  /** Signing profile versions, one of which must have signed the code. Default: no signature asked for. Plain list. */
  signingProfileVersionArns?: pulumi.Input<string>[];
  /** Whether AWS X-Ray traces calls: names of what is called, and what the code adds to it. Default: false. Plain value. */
  tracing?: boolean;
  /** Days for which the log is kept, as CloudWatch Logs takes them. Default: 2192, six years. Plain value. */
  logRetentionDays?: number;
  /** Permissions boundary of the role. Default: none. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Topic of the alarms on errors, throttled calls and failed events. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
