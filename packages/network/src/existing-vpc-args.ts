import type * as pulumi from "@pulumi/pulumi";
import type { VpcEndpointPreset, VpcFlowLogBucket, VpcLogsKey } from "./vpc-option-args";

/** Arguments of ExistingVpc. */
export interface ExistingVpcArgs {
  /** Id of the VPC, for example `vpc.vpcId` of an `awsx.ec2.Vpc`. */
  vpcId: pulumi.Input<string>;
  /** Range of the VPC, IPv4. */
  cidrBlock: pulumi.Input<string>;
  /** Names of the Availability Zones, in the order of each tier's subnets. Default: none are told. */
  availabilityZoneNames?: pulumi.Input<pulumi.Input<string>[]>;
  /** Subnets with a route to the internet gateway, for public load balancers: `publicSubnetIds` of awsx. */
  publicSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Subnets of the services behind the public load balancer. Default: those of `app`. */
  webSubnetIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Subnets of internal load balancers and the services behind them: `privateSubnetIds` of awsx. */
  appSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Subnets of databases and caches, without a way to the internet: `isolatedSubnetIds` of awsx. */
  dataSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Subnets of interface endpoints. Default: those of `app`. */
  endpointSubnetIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Range of the public tier, where the tier has one. Default: the VPC's. */
  publicCidrBlock?: pulumi.Input<string>;
  /** Range of the web tier, where the tier has one. Default: the VPC's. */
  webCidrBlock?: pulumi.Input<string>;
  /** Range of the app tier, where the tier has one. Default: the VPC's. */
  appCidrBlock?: pulumi.Input<string>;
  /** Range of the data tier, where the tier has one. Default: the VPC's. */
  dataCidrBlock?: pulumi.Input<string>;
  /** Range of the endpoints, where they have one. Default: the VPC's. */
  endpointCidrBlock?: pulumi.Input<string>;
  /** Route tables of the public subnets. Default: none are told. */
  publicRouteTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Route tables of the web subnets. Where those of web or app are given, S3 gets a gateway endpoint in them, else one
   * with network interfaces. Default: none.
   */
  webRouteTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Route tables of the app subnets; see `webRouteTableIds`. Default: none. */
  appRouteTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Route tables of the data subnets. Default: none are told. */
  dataRouteTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** NAT gateways of the VPC. Default: none are told. */
  natGatewayIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Security group of interface endpoints that are there already, for S3, ECR and whatever else is called; no endpoint is
   * made then. Default: endpoints are made.
   */
  endpointSecurityGroupId?: pulumi.Input<string>;
  /** Endpoint for S3 that is there already; with `endpointSecurityGroupId`. */
  s3EndpointId?: pulumi.Input<string>;
  /** Interface endpoints by purpose. Default: `fargate`, or none where `interfaceEndpoints` is given. Plain list. */
  endpointPresets?: VpcEndpointPreset[];
  /** Further AWS services that get an interface endpoint, for example `sqs`; see `VpcArgs`. Plain list. */
  interfaceEndpoints?: string[];
  /**
   * Whether DynamoDB has a gateway endpoint; it is free, and in the route tables of web and app, which are needed for it.
   * Plain value. Default: false.
   */
  dynamoDbEndpoint?: boolean;
  /**
   * Whether EC2 instances run in the VPC that AWS Systems Manager manages: the policy of the S3 endpoint lets them read the
   * buckets of AWS with packages and patches. Plain value. Default: false.
   */
  managedInstances?: boolean;
  /** Organization whose identities and resources the endpoints let through. Default: those of this account alone. */
  organizationId?: pulumi.Input<string>;
  /** The bucket that takes a record of all traffic; this or `flowLogId`. Source: 45 CFR 164.312(b). */
  flowLogBucket?: VpcFlowLogBucket;
  /** Flow log of all traffic that is there already; this or `flowLogBucket`. */
  flowLogId?: pulumi.Input<string>;
  /** Further fields of the flow log. Plain list. Default: none. */
  additionalFlowLogFields?: string[];
  /** Whether rejected traffic is recorded in a log group too. Plain value. Default: false. */
  rejectedTrafficLog?: boolean;
  /** Days that the log group of rejected traffic keeps its events, a year or more. Plain value. Default: 365. */
  rejectedTrafficRetentionDays?: number;
  /** The key of the log group of rejected traffic; needed where `rejectedTrafficLog` is true. */
  logsKey?: pulumi.Input<VpcLogsKey>;
  /**
   * Whether the VPC's default security group is taken over and emptied. False where another stack has it. Plain value.
   * Default: true.
   */
  closeDefaultSecurityGroup?: boolean;
  /**
   * Whether the public subnets are exempt from VPC Block Public Access of the account, both ways; they are a list then,
   * not an output, whose length a preview would not know. NAT gateways outside of them stay blocked. See
   * `PublicAccessBlock`. AWS allows 50 exemptions in a Region. Plain value. Default: false.
   */
  publicAccessExemption?: boolean;
  /** Tags of every resource that is made, on top of the component's own. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
