import type * as pulumi from "@pulumi/pulumi";
import type { ServiceAccessArgs } from "./access-args";
import type { ServiceFileSystemMountArgs } from "./file-system-args";

/** The tier a service runs in. It chooses the subnets and the `hipaa:tier` tag. */
export enum ServiceTier {
  /** Behind the public load balancer, in the web subnets. */
  Web = "web",
  /** Behind the internal load balancer, in the application subnets. */
  App = "app",
}

/** The processor the image is built for. */
export enum ServiceArchitecture {
  Arm64 = "ARM64",
  X86 = "X86_64",
}

/** Where the writable paths of the read-only containers live. */
export enum ServiceScratchMedium {
  /** In memory (tmpfs), owned by the container's user; counts against the memory of the task. */
  Memory = "memory",
  /**
   * A named volume on the task's ephemeral storage, under the key of the cluster. ECS mounts it as root with mode 0755
   * unless the image declares the path as a VOLUME that its user owns.
   */
  Disk = "disk",
}

/** The cluster a service runs on; a `ServiceCluster` fits. */
export interface FargateServiceCluster {
  /** ARN of the ECS cluster. */
  clusterArn: pulumi.Input<string>;
  /** Name of the ECS cluster, for autoscaling and metrics. */
  clusterName: pulumi.Input<string>;
}

/** The network a service runs in; a `Vpc` fits. */
export interface FargateServiceNetwork {
  vpcId: pulumi.Input<string>;
  /** Private subnets of the web tier, in two or more zones. */
  webSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Private subnets of the application tier, in two or more zones. */
  appSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Security group of the interface endpoints (ECR, CloudWatch Logs, Secrets Manager, KMS). */
  endpointSecurityGroupId: pulumi.Input<string>;
  /** Managed prefix list of the S3 gateway endpoint, from which ECR serves image layers. */
  s3PrefixListId: pulumi.Input<string>;
  /** Managed prefix list of the DynamoDB gateway endpoint. Default: no way to DynamoDB by it. */
  dynamoDbPrefixListId?: pulumi.Input<string>;
}

/** A customer-managed key. */
export interface FargateServiceKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** A secret that ECS puts into an environment variable when the container starts. */
export interface FargateServiceSecretArgs {
  /** Name of the environment variable. */
  name: string;
  /**
   * ARN of a Secrets Manager secret or of a Parameter Store parameter, never the value. One key of a JSON secret is
   * `<secret ARN>:<key>::`. The network needs an endpoint of the service: `secretsmanager` or `ssm`.
   */
  valueFrom: pulumi.Input<string>;
}

/** Permissions of the application itself, on named resources. */
export interface FargateServiceGrantArgs {
  /** Letters and digits; it names the statement. */
  name: string;
  /** Actions without wildcards, for example `s3:GetObject`. */
  actions: string[];
  /** ARNs of named resources. A wildcard is taken only as the last part, below a named resource: `<bucket ARN>/*`. */
  resources: pulumi.Input<string>[];
  /**
   * For KMS actions: the services (IAM prefixes, for example `s3`) through which alone the key may be used, as condition
   * `kms:ViaService`. Default: direct use is allowed too.
   */
  viaServices?: string[];
}

/** Another component that the service connects to. The service opens both sides of the door. */
export interface FargateServiceConnectionArgs {
  /** Lower-case letters, digits and hyphens; it names the two rules. */
  name: string;
  /** Security group of the other side, for example `PostgresInstance.securityGroupId`. */
  securityGroupId: pulumi.Input<string>;
  /** TCP port of the other side, for example 5432 or `PostgresInstance.port`. */
  port: pulumi.Input<number>;
}

/** What every task has, whoever starts it: the service, the pipeline, or a person in an emergency. */
export interface ServiceTaskArgs {
  /** The cluster, for example a `ServiceCluster`. */
  cluster: FargateServiceCluster;
  /** The network, for example a `Vpc`. */
  network: FargateServiceNetwork;
  /**
   * Image in a private ECR registry, by digest or by a tag other than `latest`. Other registries are refused: the
   * security group lets tasks reach endpoints of the VPC and S3 only.
   */
  image: pulumi.Input<string>;
  /** CPU units of the task, 1024 to a vCPU. Default 512. Fargate takes certain pairs with `memoryMib`. */
  cpu?: number;
  /** Memory of the task in MiB. Default 1024. */
  memoryMib?: number;
  /** Processor of the image. Default ARM64, which costs less. */
  architecture?: ServiceArchitecture;
  /** Command of the application container. Default: the image's. */
  command?: pulumi.Input<string>[];
  /**
   * Environment of the application container, in plain. Names that speak of a secret and values that Pulumi holds as
   * secret are refused: whoever may describe the task definition reads them.
   */
  environment?: Record<string, pulumi.Input<string>>;
  /** Secrets as environment variables of the application container. Default none. */
  secrets?: FargateServiceSecretArgs[];
  /** Customer-managed keys that encrypt `secrets`, for example `KeyRing.secrets`. Needed with `secrets`. */
  secretKeys?: pulumi.Input<FargateServiceKey>[];
  /**
   * Command of the container health check, for example `["CMD", "/healthcheck"]`. Default none: the load balancer checks.
   * With a proxy, the proxy waits until the application is healthy.
   */
  healthCheckCommand?: string[];
  /** Paths the application may write to; all else is read-only. Default `["/tmp"]`. Read while the graph is built. */
  writablePaths?: string[];
  /** Where writable paths and the proxy's certificate live. Default memory. */
  scratchMedium?: ServiceScratchMedium;
  /** Size of each writable path in memory, in MiB. Default 64. Only with `ServiceScratchMedium.Memory`. */
  scratchSizeMib?: number;
  /**
   * Directories of Amazon EFS that the application container mounts, each through an access point, with TLS and the task
   * role's sign-in. Default none.
   */
  fileSystems?: ServiceFileSystemMountArgs[];
  /** Ephemeral storage of the task in GiB, 21 to 200. Default: the 20 GiB of Fargate. */
  ephemeralStorageGib?: number;
  /** Key of the log group, for example `KeyRing.logs`. */
  logsKey: pulumi.Input<FargateServiceKey>;
  /**
   * Whether AWS refuses to delete the log group. Default true; a stack that must be destroyed turns it off first.
   */
  deletionProtection?: boolean;
  /** Seconds between the stop signal and the kill. Default 60, at most 120. */
  stopTimeoutSeconds?: number;
  /**
   * Databases, caches, buckets, queues, topics, tables, secrets and keys that the application uses: each becomes the least
   * permissions and, where there is a network hop, both rules of the door. Default none.
   */
  access?: ServiceAccessArgs;
  /**
   * What the application may do in AWS beyond `access`, statement by statement. Default nothing. Count and names are read
   * while the graph is built.
   */
  grants?: FargateServiceGrantArgs[];
  /** What the application connects to besides the endpoints and `access`. Default nothing. */
  connections?: FargateServiceConnectionArgs[];
  /** More repositories the execution role may pull from, such as that of GuardDuty's Fargate agent. Default none. */
  pullRepositoryArns?: pulumi.Input<string>[];
  /** Permissions boundary of both roles. Default none. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
