import type * as pulumi from "@pulumi/pulumi";

/** The tier a service runs in. It chooses the subnets and the `hipaa:tier` tag. */
export enum ServiceTier {
  /** Behind the public load balancer, in the web subnets. */
  Web = "web",
  /** Behind the internal load balancer, in the application subnets. */
  App = "app",
}

/** Who ends TLS inside the task. The hop from the load balancer is HTTPS either way: 45 CFR 164.312(e)(1). */
export enum ServiceTls {
  /** A proxy container makes a certificate at start, listens with TLS and passes requests to the loopback interface. */
  Sidecar = "sidecar",
  /** The application container listens with TLS itself. */
  Application = "application",
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
}

/** The load balancer in front of a service; a load balancer of the edge package fits. */
export interface FargateServiceLoadBalancer {
  /** ARN of the HTTPS listener that gets the rule. */
  httpsListenerArn: pulumi.Input<string>;
  /** Security group of the load balancer; it gets the egress rule to the service. */
  securityGroupId: pulumi.Input<string>;
  /**
   * Last part of the load balancer's ARN, as CloudWatch names it. With it come scaling by requests and, where an alarm
   * topic is given, the alarms that roll a deployment back.
   */
  loadBalancerArnSuffix?: pulumi.Input<string>;
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

/** Arguments of {@link FargateService}. */
export interface FargateServiceArgs {
  /** The cluster, for example a `ServiceCluster`. */
  cluster: FargateServiceCluster;
  /** The network, for example a `Vpc`. */
  network: FargateServiceNetwork;
  /** Tier of the service. Read while the graph is built. */
  tier: ServiceTier;
  /**
   * Image in a private ECR registry, by digest or by a tag other than `latest`. Other registries are refused: the
   * security group lets tasks reach endpoints of the VPC and S3 only.
   */
  image: pulumi.Input<string>;
  /** Who ends TLS in the task. Read while the graph is built. */
  tls: ServiceTls;
  /**
   * Image of the TLS proxy, in ECR like `image`. It must hold `sh`, `openssl` and `nginx` 1.19.5 or later. Needed with
   * `ServiceTls.Sidecar`, refused otherwise.
   */
  proxyImage?: pulumi.Input<string>;
  /** Port on the loopback interface that the proxy passes requests to. Default 8080. Only with `ServiceTls.Sidecar`. */
  applicationPort?: number;
  /**
   * Port that listens with TLS. Default 8443, the one that the network ACLs of the `Vpc` component admit; 1024 and up,
   * since the user is not root.
   */
  containerPort?: number;
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
  /** Path that the load balancer asks over HTTPS, expecting status 200. Default `/healthz`. It must not need a login. */
  healthCheckPath?: string;
  /** Paths the application may write to; all else is read-only. Default `["/tmp"]`. Read while the graph is built. */
  writablePaths?: string[];
  /** Where writable paths and the proxy's certificate live. Default memory. */
  scratchMedium?: ServiceScratchMedium;
  /** Size of each writable path in memory, in MiB. Default 64. Only with `ServiceScratchMedium.Memory`. */
  scratchSizeMib?: number;
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
  /** What the application may do in AWS. Default nothing. Count and names are read while the graph is built. */
  grants?: FargateServiceGrantArgs[];
  /** What the application connects to besides the endpoints. Default nothing. */
  connections?: FargateServiceConnectionArgs[];
  /** The load balancer in front. */
  loadBalancer: FargateServiceLoadBalancer;
  /** Host names that are routed here. One of `hostNames` and `pathPatterns` is needed; together at most five values. */
  hostNames?: pulumi.Input<string>[];
  /** Path patterns that are routed here, for example `/api/*`. */
  pathPatterns?: pulumi.Input<string>[];
  /** Priority of the listener rule, 1 to 50000, unique on the listener. */
  rulePriority: number;
  /** Seconds a stopping task stays for open requests. Default 30. */
  deregistrationDelaySeconds?: number;
  /** Seconds after start in which failing health checks do not stop a task. Default 60. */
  healthCheckGracePeriodSeconds?: number;
  /** Tasks at first; autoscaling then moves the number and later updates leave it alone. Default `minCount`. */
  desiredCount?: number;
  /** Fewest tasks. Default 2, one in each of two zones. */
  minCount?: number;
  /** Most tasks. Default twice `minCount`. */
  maxCount?: number;
  /** Requests per minute and task that scaling aims at. Default 1000. Needs `loadBalancerArnSuffix`. */
  requestsPerTarget?: number;
  /**
   * Share of the tasks beyond `minCount` that runs on Fargate Spot, as a weight against 1 on demand. Default 0: AWS may
   * stop Spot tasks with two minutes' notice. The cluster must allow it (`fargateSpot`).
   */
  spotWeight?: number;
  /** More repositories the execution role may pull from, such as that of GuardDuty's Fargate agent. Default none. */
  pullRepositoryArns?: pulumi.Input<string>[];
  /** Permissions boundary of both roles. Default none. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Topic that alarms notify. Default none, and then no alarms: an alarm that nobody hears is none. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
