import type * as pulumi from "@pulumi/pulumi";

/** How the web and app tiers reach what has no endpoint in the VPC. */
export enum NatStrategy {
  /** Not at all: they reach AWS through the endpoints and nothing else. */
  None = "none",
  /** One NAT gateway for all zones. */
  Single = "single",
  /** A NAT gateway in each zone. */
  PerZone = "per-zone",
  /** A NAT gateway in each zone behind a Network Firewall endpoint that lets through named domains alone. */
  Firewall = "firewall",
}

/** How the web and app tiers reach S3. */
export enum VpcS3Endpoint {
  /** Through routes: free. S3 answers from public addresses, so the network ACLs of web and app admit answers from there. */
  Gateway = "gateway",
  /** Through a network interface in each zone: $7.30 per zone and month. The network ACLs stay private. */
  Interface = "interface",
}

/** Interface endpoints that belong together. */
export enum VpcEndpointPreset {
  /** A task of Fargate in private subnets: `ecr.api`, `ecr.dkr`, `logs`, `secretsmanager`, `kms`, `sts`. */
  Fargate = "fargate",
  /** Administration with Session Manager, without an open port: `ssm`, `ssmmessages`, `ec2messages`. */
  SessionManager = "session-manager",
  /** `sqs`, `sns`, `events`. */
  Messaging = "messaging",
  /** `monitoring`, for metrics that a task puts itself. */
  Monitoring = "monitoring",
  /** `states`, `lambda`, `execute-api`. */
  Serverless = "serverless",
  /** `kinesis-streams`, `kinesis-firehose`, `athena`, `glue`, `rds-data`, `elasticfilesystem`. */
  Data = "data",
  /**
   * `comprehend`, `comprehendmedical`, `textract`, `transcribe`, `translate`, `polly`, `rekognition`,
   * `sagemaker.runtime`.
   */
  ArtificialIntelligence = "artificial-intelligence",
  /** `ecs`, `ecs-agent`, `ecs-telemetry`: for instances of ECS, and for Fargate in Regions opened after 2023. */
  EcsAgent = "ecs-agent",
  /** `acm-pca`, for containers that ask AWS Private CA for their certificate. */
  PrivateCertificates = "private-certificates",
}

/** What VPC Encryption Control does about traffic that is not encrypted. */
export enum VpcEncryptionMode {
  /** Tells it apart in the flow logs. */
  Monitor = "monitor",
  /** Keeps resources out that cannot encrypt it. AWS takes this where nothing of the kind is in the VPC any more. */
  Enforce = "enforce",
}

/** The bucket that takes the flow logs, for example a `LogBucket` of @hipaa-aws/object-storage. */
export interface VpcFlowLogBucket {
  /** ARN of the bucket. */
  bucketArn: pulumi.Input<string>;
  /**
   * Name of the bucket. Where it is given the flow log waits for it, so that a bucket that hands out its name only
   * with its policy in place is ready for delivery.
   */
  bucketName?: pulumi.Input<string>;
}

/** The key of a log group, for example `keys.logs` of a `KeyRing`. */
export interface VpcLogsKey {
  /** ARN of the key. Its policy has to admit CloudWatch Logs. */
  arn: pulumi.Input<string>;
}

/** A TCP connection that the network ACLs let through besides the usual ones. Security groups have to admit it too. */
export interface VpcConnection {
  /** Who opens it: a tier (`public`, `web`, `app`, `data`), or an IPv4 range outside the VPC. Plain value. */
  client: string;
  /** Who answers: a tier (also `endpoints`), an IPv4 range outside the VPC, or `internet`. Plain value. */
  server: string;
  /** TCP port, 1 to 65535. Plain value. */
  port: number;
  /** Last port of a range. Default: `port` alone. Plain value. */
  lastPort?: number;
}

/** The hub that the VPC is attached to. */
export interface VpcTransitGateway {
  /** Id of the transit gateway, of this account or shared with it. */
  transitGatewayId: pulumi.Input<string>;
  /**
   * IPv4 ranges that web and app reach through it. `0.0.0.0/0` where the hub inspects what leaves for the internet, and
   * then without NAT gateways of the VPC's own. Routes alone open nothing: name the ports in `connections`. Plain list.
   */
  destinationCidrBlocks: string[];
}

/** The firewall before the NAT gateways. */
export interface VpcEgressFirewall {
  /**
   * Domains that web and app may open TLS connections to, up to 1,000: `api.example.com`, or `.example.com` with all
   * names below it. Everything else is dropped and recorded. Plain list.
   */
  allowedDomains: string[];
  /** Customer managed key of the firewall, its policy and its rules. Source: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<VpcLogsKey>;
  /** Days that its logs are kept, a year or more, as CloudWatch Logs takes it. Default: 2192. Plain value. */
  logRetentionDays?: number;
  /** Whether AWS refuses to delete the firewall or move it to other subnets. Default: true. */
  deletionProtection?: pulumi.Input<boolean>;
}
