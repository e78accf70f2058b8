import type * as pulumi from "@pulumi/pulumi";

/** How the web and app tiers reach what has no endpoint in the VPC. */
export enum NatStrategy {
  /** Not at all: they reach AWS through the endpoints and nothing else. */
  None = "none",
  /** One NAT gateway for all zones. */
  Single = "single",
  /** A NAT gateway in each zone. */
  PerZone = "per-zone",
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

/** What a VPC is made of. */
export interface VpcArgs {
  /**
   * The VPC's range: private IPv4, from /16 to /20, for example `10.20.0.0/16`. A plain value, because all other ranges
   * are computed from it. A change replaces the VPC. Ranges that differ from one environment to the next can be peered
   * later.
   */
  cidrBlock: string;
  /**
   * In how many Availability Zones each tier has a subnet, 2 or 3. A plain value, because it decides how many resources
   * there are. Default: 3. Not together with `availabilityZoneNames`. Source: 45 CFR 164.308(a)(7)(i).
   */
  availabilityZones?: number;
  /**
   * The zones by name, 2 or 3, for example `["us-east-1a", "us-east-1b"]`. The order decides which subnet lies where, so
   * a change of order replaces subnets. Default: the Region's first zones in the order of their names.
   */
  availabilityZoneNames?: string[];
  /**
   * How the web and app tiers reach the internet. The data tier never does. A plain value, because it decides about
   * resources. Default: `none`, so that what runs there can send data to AWS services of this account and nowhere else.
   */
  natStrategy?: NatStrategy;
  /**
   * The AWS services that get an interface endpoint, as in the last part of the endpoint service's name, for example
   * `sqs` or `ecr.api`. S3 has a gateway endpoint always. Default: what a task of Fargate needs in private subnets
   * (`ecr.api`, `ecr.dkr`, `logs`, `secretsmanager`, `kms`, `sts`). Give an own list to add or to leave out.
   */
  interfaceEndpoints?: string[];
  /**
   * The organization whose identities and resources the endpoints let through, for example `o-exampleorgid`. Default:
   * those of this account alone.
   */
  organizationId?: pulumi.Input<string>;
  /** The bucket that takes a record of all traffic. Source: 45 CFR 164.312(b). */
  flowLogBucket: VpcFlowLogBucket;
  /**
   * Whether rejected traffic is recorded a second time, in a log group for queries and alarms. Default: false, since
   * the record in the bucket holds it too.
   */
  rejectedTrafficLog?: boolean;
  /** Days that the log group of rejected traffic keeps its events, a year or more. Default: 365. */
  rejectedTrafficRetentionDays?: number;
  /** The key of the log group of rejected traffic; needed where `rejectedTrafficLog` is true. */
  logsKey?: pulumi.Input<VpcLogsKey>;
  /** Tags of every resource, on top of the component's own. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
