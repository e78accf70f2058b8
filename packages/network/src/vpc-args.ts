import type * as pulumi from "@pulumi/pulumi";
import type {
  NatStrategy,
  VpcConnection,
  VpcEgressFirewall,
  VpcEncryptionMode,
  VpcEndpointPreset,
  VpcFlowLogBucket,
  VpcLogsKey,
  VpcS3Endpoint,
  VpcTransitGateway,
} from "./vpc-option-args";

/** What a VPC is made of. */
export interface VpcArgs {
  /**
   * The VPC's range: private IPv4, from /16 to /20, for example `10.20.0.0/16`. A plain value, because all other ranges
   * are computed from it. A change replaces the VPC. Ranges that differ from one environment to the next can be peered
   * later. Needed, unless IPAM chooses it: see `ipamNetmaskLength`.
   */
  cidrBlock?: string;
  /** IPAM pool that the range is allocated from, so that no two networks overlap. Default: none. */
  ipamPoolId?: pulumi.Input<string>;
  /**
   * Size of the range that the IPAM pool chooses, 16 to 20, in place of `cidrBlock`. A preview then knows no range.
   * Plain value.
   */
  ipamNetmaskLength?: number;
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
  /** The firewall of `natStrategy: firewall`, and needed there. Default: none. */
  egressFirewall?: VpcEgressFirewall;
  /** How S3 is reached. Plain value. Default: `gateway`. */
  s3Endpoint?: VpcS3Endpoint;
  /** Whether DynamoDB has a gateway endpoint; it is free. Plain value. Default: false. */
  dynamoDbEndpoint?: boolean;
  /**
   * Whether EC2 instances run in the VPC that AWS Systems Manager manages: the policy of the S3 endpoint lets them read the
   * buckets of AWS with packages and patches. Plain value. Default: false.
   */
  managedInstances?: boolean;
  /**
   * Interface endpoints by purpose. Default: `fargate`, or none where `interfaceEndpoints` is given. Plain list.
   */
  endpointPresets?: VpcEndpointPreset[];
  /**
   * Further AWS services that get an interface endpoint, as in the last part of the endpoint service's name, for
   * example `sqs` or `ecr.api`. Alone, without `endpointPresets`, it is the whole list. Without NAT a task reaches only
   * the services on the list and S3. Plain list.
   */
  interfaceEndpoints?: string[];
  /**
   * The organization whose identities and resources the endpoints let through, for example `o-exampleorgid`. Default:
   * those of this account alone.
   */
  organizationId?: pulumi.Input<string>;
  /**
   * TCP connections that the network ACLs let through besides the usual ones. AWS allows 20 rules each way for an ACL,
   * and what passes that is refused. Plain list. Default: none.
   */
  connections?: VpcConnection[];
  /** Hub that the VPC is attached to, by subnets of its own. Default: none. */
  transitGateway?: VpcTransitGateway;
  /**
   * Whether the tiers with a route to the internet gateway are exempt from VPC Block Public Access of the account: the
   * public tier both ways, NAT gateways of their own tier outwards. It matters where the account has the block, see
   * `PublicAccessBlock`, and hurts nowhere. AWS allows 50 exemptions in a Region. Plain value. Default: false.
   */
  publicAccessExemption?: boolean;
  /**
   * VPC Encryption Control: AWS tells, or ensures, that traffic inside the VPC is encrypted below TLS. AWS bills it by
   * the hour for each VPC with network interfaces. Plain value. Default: none. Source: 45 CFR 164.312(e)(2)(ii).
   */
  encryptionControl?: VpcEncryptionMode;
  /** The bucket that takes a record of all traffic. Source: 45 CFR 164.312(b). */
  flowLogBucket: VpcFlowLogBucket;
  /**
   * Further fields of the flow log, for example `ecs-service-name` or `reject-reason`; `encryption-status` is added by
   * `encryptionControl`. A change replaces the flow log. Plain list. Default: none.
   */
  additionalFlowLogFields?: string[];
  /**
   * Whether rejected traffic is recorded a second time, in a log group for queries and alarms. Default: false, since
   * the record in the bucket holds it too.
   */
  rejectedTrafficLog?: boolean;
  /** Days that the log group of rejected traffic keeps its events, a year or more. Default: 365. */
  rejectedTrafficRetentionDays?: number;
  /** The key of log groups; needed where `rejectedTrafficLog` is true or `egressFirewall` is given. */
  logsKey?: pulumi.Input<VpcLogsKey>;
  /** Tags of every resource, on top of the component's own. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
