import { awsEnvironment } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import { closeDefaultSecurityGroup } from "./closed-defaults";
import { awsPrefixList, createEndpoints } from "./endpoints";
import type { ExistingVpcArgs } from "./existing-vpc-args";
import { checkExistingVpc } from "./existing-vpc-checks";
import { createFlowLog, createRejectedTrafficLog } from "./flow-logs";
import type { NetworkContext } from "./vpc-context";
import { exemptFromBlock } from "./vpc-guards";
import { VpcS3Endpoint } from "./vpc-option-args";

/**
 * A VPC that is there already, of awsx or of another stack, in place of a `Vpc`: the same outputs for the same takers.
 * What it lacks for PHI is added to it: endpoints that let through this account's identities and resources alone, a
 * record of all traffic, an empty default security group. Its subnets, routes and network ACLs stay as they are; the
 * policy pack judges them where they are in the stack.
 *
 * Cost: as for `Vpc`, for the endpoints and records that are made.
 *
 * Source: 45 CFR 164.312(a)(1), 164.312(b), 164.312(e)(1).
 */
export class ExistingVpc extends pulumi.ComponentResource {
  /** Id of the VPC. */
  public readonly vpcId!: pulumi.Output<string>;
  /** Range of the VPC. */
  public readonly cidrBlock!: pulumi.Output<string>;
  /** Names of the Availability Zones, where they are told. */
  public readonly availabilityZoneNames!: pulumi.Output<string[]>;

  /** Subnets for load balancers that face the internet. */
  public readonly publicSubnetIds!: pulumi.Output<string[]>;
  /** Subnets of the services behind the public load balancer. */
  public readonly webSubnetIds!: pulumi.Output<string[]>;
  /** Subnets of internal load balancers and the services behind them. */
  public readonly appSubnetIds!: pulumi.Output<string[]>;
  /** Subnets of databases and caches. */
  public readonly dataSubnetIds!: pulumi.Output<string[]>;
  /** Subnets of interface endpoints. */
  public readonly endpointSubnetIds!: pulumi.Output<string[]>;

  /** Range of the public tier, or of the VPC. */
  public readonly publicCidrBlock!: pulumi.Output<string>;
  /** Range of the web tier, or of the VPC. */
  public readonly webCidrBlock!: pulumi.Output<string>;
  /** Range of the app tier, or of the VPC. */
  public readonly appCidrBlock!: pulumi.Output<string>;
  /** Range of the data tier, or of the VPC. */
  public readonly dataCidrBlock!: pulumi.Output<string>;
  /** Range of the endpoints, or of the VPC. */
  public readonly endpointCidrBlock!: pulumi.Output<string>;

  /** Route tables of the public tier, where they are told. */
  public readonly publicRouteTableIds!: pulumi.Output<string[]>;
  /** Route tables of the web tier, where they are told. */
  public readonly webRouteTableIds!: pulumi.Output<string[]>;
  /** Route tables of the app tier, where they are told. */
  public readonly appRouteTableIds!: pulumi.Output<string[]>;
  /** Route tables of the data tier, where they are told. */
  public readonly dataRouteTableIds!: pulumi.Output<string[]>;
  /** NAT gateways, where they are told. */
  public readonly natGatewayIds!: pulumi.Output<string[]>;
  /** Empty: a firewall of the VPC is not this component's. */
  public readonly egressFirewallArn!: pulumi.Output<string>;
  /** Empty: an attachment of the VPC is not this component's. */
  public readonly transitGatewayAttachmentId!: pulumi.Output<string>;

  /** Security group of the interface endpoints. */
  public readonly endpointSecurityGroupId!: pulumi.Output<string>;
  /** Prefix list of S3 in the Region, for egress rules of security groups. */
  public readonly s3PrefixListId!: pulumi.Output<string>;
  /** Prefix list of DynamoDB in the Region, for egress rules of security groups. */
  public readonly dynamoDbPrefixListId!: pulumi.Output<string>;
  /** Endpoint for S3, for bucket policies that ask for it. */
  public readonly s3EndpointId!: pulumi.Output<string>;

  /** Flow log of all traffic. */
  public readonly flowLogId!: pulumi.Output<string>;
  /** Name of the log group of rejected traffic; empty where there is none. */
  public readonly rejectedTrafficLogGroupName!: pulumi.Output<string>;

  /** @throws ArgumentError when an argument is refused; see the README for what is. */
  constructor(name: string, args: ExistingVpcArgs, opts?: pulumi.ComponentResourceOptions) {
    super("network:index:ExistingVpc", name, args, opts);
    const settings = checkExistingVpc(name, args);
    const context: NetworkContext = {
      component: this,
      name,
      environment: awsEnvironment(this),
      vpcId: pulumi.output(args.vpcId),
      tags: args.tags,
    };
    if (args.closeDefaultSecurityGroup !== false) closeDefaultSecurityGroup(context);
    const endpoints = endpointsOf(context, args, settings.interfaceEndpoints);
    if (args.publicAccessExemption === true && Array.isArray(args.publicSubnetIds)) {
      exemptFromBlock(context, "public", args.publicSubnetIds, "allow-bidirectional");
    }
    const flowLogId = args.flowLogBucket
      ? createFlowLog(context, args.flowLogBucket, args.additionalFlowLogFields ?? []).id
      : pulumi.output(args.flowLogId ?? "");
    const rejected =
      args.rejectedTrafficLog && args.logsKey !== undefined
        ? createRejectedTrafficLog(context, pulumi.output(args.logsKey).arn, settings.rejectedTrafficRetentionDays)
        : undefined;

    const outputs = {
      vpcId: context.vpcId,
      cidrBlock: pulumi.output(args.cidrBlock),
      availabilityZoneNames: list(args.availabilityZoneNames),
      publicSubnetIds: list(args.publicSubnetIds),
      webSubnetIds: list(args.webSubnetIds ?? args.appSubnetIds),
      appSubnetIds: list(args.appSubnetIds),
      dataSubnetIds: list(args.dataSubnetIds),
      endpointSubnetIds: list(args.endpointSubnetIds ?? args.appSubnetIds),
      publicCidrBlock: pulumi.output(args.publicCidrBlock ?? args.cidrBlock),
      webCidrBlock: pulumi.output(args.webCidrBlock ?? args.cidrBlock),
      appCidrBlock: pulumi.output(args.appCidrBlock ?? args.cidrBlock),
      dataCidrBlock: pulumi.output(args.dataCidrBlock ?? args.cidrBlock),
      endpointCidrBlock: pulumi.output(args.endpointCidrBlock ?? args.cidrBlock),
      publicRouteTableIds: list(args.publicRouteTableIds),
      webRouteTableIds: list(args.webRouteTableIds),
      appRouteTableIds: list(args.appRouteTableIds),
      dataRouteTableIds: list(args.dataRouteTableIds),
      natGatewayIds: list(args.natGatewayIds),
      egressFirewallArn: pulumi.output(""),
      transitGatewayAttachmentId: pulumi.output(""),
      ...endpoints,
      flowLogId,
      rejectedTrafficLogGroupName: pulumi.output(rejected?.logGroup.name ?? ""),
    };
    Object.assign(this, outputs);
    this.registerOutputs(outputs);
  }
}

/** The endpoints that are there, or new ones. */
function endpointsOf(context: NetworkContext, args: ExistingVpcArgs, services: readonly string[]) {
  if (args.endpointSecurityGroupId !== undefined && args.s3EndpointId !== undefined) {
    return {
      endpointSecurityGroupId: pulumi.output(args.endpointSecurityGroupId),
      s3PrefixListId: awsPrefixList(context, "s3"),
      dynamoDbPrefixListId: awsPrefixList(context, "dynamodb"),
      s3EndpointId: pulumi.output(args.s3EndpointId),
    };
  }
  const { webRouteTableIds, appRouteTableIds, webCidrBlock, appCidrBlock } = args;
  const told = webRouteTableIds !== undefined || appRouteTableIds !== undefined;
  const tiers = webCidrBlock !== undefined && appCidrBlock !== undefined;
  const { securityGroup, s3, s3PrefixListId, dynamoDbPrefixListId } = createEndpoints(context, {
    organizationId: args.organizationId,
    s3Endpoint: told ? VpcS3Endpoint.Gateway : VpcS3Endpoint.Interface,
    dynamoDb: args.dynamoDbEndpoint === true,
    managedInstances: args.managedInstances === true,
    services,
    subnetIds: args.endpointSubnetIds ?? args.appSubnetIds,
    routeTableIds: pulumi
      .all([list(webRouteTableIds), list(appRouteTableIds)])
      .apply(([web, app]) => [...new Set([...web, ...app])]),
    clients: tiers ? { web: webCidrBlock, app: appCidrBlock } : { vpc: args.cidrBlock },
  });
  return { endpointSecurityGroupId: securityGroup.id, s3PrefixListId, dynamoDbPrefixListId, s3EndpointId: s3.id };
}

function list(ids: pulumi.Input<pulumi.Input<string>[]> | undefined): pulumi.Output<string[]> {
  return pulumi.output(ids ?? []);
}
