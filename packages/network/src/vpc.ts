import { awsEnvironment } from "@hipaa-aws/foundation";
import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { rangesOf } from "./address-plan";
import { closeDefaults } from "./closed-defaults";
import { createEgressFirewall } from "./egress-firewall";
import { createEndpoints } from "./endpoints";
import { createFlowLog, createRejectedTrafficLog } from "./flow-logs";
import { createHubAttachment } from "./hub";
import { createNetworkAcls } from "./network-acls";
import { createEncryptionControl, createPublicAccessExemptions } from "./vpc-guards";
import { createRouting } from "./routes";
import { createSubnets } from "./subnets";
import type { VpcArgs } from "./vpc-args";
import { checkVpc } from "./vpc-checks";
import { childTags, type VpcContext } from "./vpc-context";
import { zoneNames } from "./zones";

/**
 * A VPC of five tiers (public, web, app, data, endpoints) over two or three zones. Each tier is one range of addresses
 * with its own network ACL and route tables; AWS's defaults are taken over and emptied; AWS services are reached through
 * endpoints that let through this account's identities and resources alone; all traffic is recorded.
 *
 * Cost: an interface endpoint is $7.30 per zone and month and $0.01 per GB, so $131 a month for the six in three zones;
 * a NAT gateway is $33 a month and $0.045 per GB; flow logs to S3 are $0.25 per GB (us-east-1, November 2026).
 *
 * Source: 45 CFR 164.312(a)(1), 164.312(b), 164.312(e)(1), 164.308(a)(7)(i).
 */
export class Vpc extends pulumi.ComponentResource {
  /** Id of the VPC. It resolves as soon as the VPC exists. */
  public readonly vpcId!: pulumi.Output<string>;
  /** Range of the VPC. */
  public readonly cidrBlock!: pulumi.Output<string>;
  /** Names of the Availability Zones, in the order of each tier's subnets. */
  public readonly availabilityZoneNames!: pulumi.Output<string[]>;

  /** Subnets for load balancers that face the internet, and for NAT gateways. */
  public readonly publicSubnetIds!: pulumi.Output<string[]>;
  /** Subnets of the services behind the public load balancer. */
  public readonly webSubnetIds!: pulumi.Output<string[]>;
  /** Subnets of internal load balancers and the services behind them. */
  public readonly appSubnetIds!: pulumi.Output<string[]>;
  /** Subnets of databases and caches. */
  public readonly dataSubnetIds!: pulumi.Output<string[]>;
  /** Subnets of interface endpoints. */
  public readonly endpointSubnetIds!: pulumi.Output<string[]>;

  /** Range of the public tier. */
  public readonly publicCidrBlock!: pulumi.Output<string>;
  /** Range of the web tier. */
  public readonly webCidrBlock!: pulumi.Output<string>;
  /** Range of the app tier. */
  public readonly appCidrBlock!: pulumi.Output<string>;
  /** Range of the data tier. */
  public readonly dataCidrBlock!: pulumi.Output<string>;
  /** Range of the endpoints tier. */
  public readonly endpointCidrBlock!: pulumi.Output<string>;

  /** Route table of the public tier, the only one with a way to the internet gateway. */
  public readonly publicRouteTableIds!: pulumi.Output<string[]>;
  /** Route tables of the web tier, one in each zone. */
  public readonly webRouteTableIds!: pulumi.Output<string[]>;
  /** Route tables of the app tier, one in each zone. */
  public readonly appRouteTableIds!: pulumi.Output<string[]>;
  /** Route table of the data tier, without a route beyond the VPC. */
  public readonly dataRouteTableIds!: pulumi.Output<string[]>;
  /** NAT gateways, in the order of the zones; empty where the strategy is `none`. */
  public readonly natGatewayIds!: pulumi.Output<string[]>;
  /** ARN of the firewall before the NAT gateways; empty where there is none. */
  public readonly egressFirewallArn!: pulumi.Output<string>;
  /** Attachment to the transit gateway, for its route tables; empty where there is none. */
  public readonly transitGatewayAttachmentId!: pulumi.Output<string>;

  /** Security group of the interface endpoints; it admits HTTPS from the web and app tiers. */
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
  constructor(name: string, args: VpcArgs, opts?: pulumi.ComponentResourceOptions) {
    super("network:index:Vpc", name, args, opts);
    const settings = checkVpc(name, args);

    const vpc = new ec2.Vpc(
      name,
      {
        ...(settings.plan ? { cidrBlock: settings.plan.cidrBlock } : { ipv4NetmaskLength: args.ipamNetmaskLength }),
        ...(args.ipamPoolId === undefined ? {} : { ipv4IpamPoolId: args.ipamPoolId }),
        // Private names of interface endpoints and databases need both.
        enableDnsSupport: true,
        enableDnsHostnames: true,
        tags: childTags({ tags: args.tags }, name),
      },
      { parent: this },
    );
    const context: VpcContext = {
      component: this,
      name,
      args,
      settings,
      tags: args.tags,
      environment: awsEnvironment(this),
      vpcId: vpc.id,
      ranges: rangesOf(settings.plan, vpc.cidrBlock),
    };
    const { ranges } = context;

    const zones = zoneNames(this, name, args, settings.zoneCount);
    closeDefaults(context, vpc);
    const subnets = createSubnets(context, zones);
    createNetworkAcls(context, subnets);
    const { routeTables, natGateways } = createRouting(context, subnets);
    const firewall = createEgressFirewall(context, subnets, routeTables);
    const attachment = createHubAttachment(context, subnets, routeTables);
    const endpoints = createEndpoints(context, {
      organizationId: args.organizationId,
      s3Endpoint: settings.s3Endpoint,
      dynamoDb: args.dynamoDbEndpoint === true,
      managedInstances: args.managedInstances === true,
      services: settings.interfaceEndpoints,
      subnetIds: subnets.endpoints.map((subnet) => subnet.id),
      // The firewall's too, so that nothing in the VPC has a way to S3 over the internet.
      routeTableIds: [...routeTables.web, ...routeTables.app, ...routeTables.firewall].map((table) => table.id),
      clients: { web: ranges.tier("web"), app: ranges.tier("app") },
    });
    createPublicAccessExemptions(context, subnets);
    createEncryptionControl(context);
    const flowLog = createFlowLog(context, args.flowLogBucket, furtherFields(args));
    const rejected =
      args.rejectedTrafficLog && args.logsKey !== undefined
        ? createRejectedTrafficLog(context, pulumi.output(args.logsKey).arn, settings.rejectedTrafficRetentionDays)
        : undefined;

    this.vpcId = vpc.id;
    this.cidrBlock = vpc.cidrBlock;
    this.availabilityZoneNames = pulumi.all(zones);
    this.publicSubnetIds = ids(subnets.public);
    this.webSubnetIds = ids(subnets.web);
    this.appSubnetIds = ids(subnets.app);
    this.dataSubnetIds = ids(subnets.data);
    this.endpointSubnetIds = ids(subnets.endpoints);
    this.publicCidrBlock = pulumi.output(ranges.tier("public"));
    this.webCidrBlock = pulumi.output(ranges.tier("web"));
    this.appCidrBlock = pulumi.output(ranges.tier("app"));
    this.dataCidrBlock = pulumi.output(ranges.tier("data"));
    this.endpointCidrBlock = pulumi.output(ranges.tier("endpoints"));
    this.publicRouteTableIds = ids(routeTables.public);
    this.webRouteTableIds = ids(routeTables.web);
    this.appRouteTableIds = ids(routeTables.app);
    this.dataRouteTableIds = ids(routeTables.data);
    this.natGatewayIds = ids(natGateways);
    this.egressFirewallArn = firewall?.arn ?? pulumi.output("");
    this.transitGatewayAttachmentId = attachment?.id ?? pulumi.output("");
    this.endpointSecurityGroupId = endpoints.securityGroup.id;
    this.s3PrefixListId = endpoints.s3PrefixListId;
    this.dynamoDbPrefixListId = endpoints.dynamoDbPrefixListId;
    this.s3EndpointId = endpoints.s3.id;
    this.flowLogId = flowLog.id;
    this.rejectedTrafficLogGroupName = pulumi.output(rejected?.logGroup.name ?? "");

    this.registerOutputs({
      vpcId: this.vpcId,
      cidrBlock: this.cidrBlock,
      availabilityZoneNames: this.availabilityZoneNames,
      publicSubnetIds: this.publicSubnetIds,
      webSubnetIds: this.webSubnetIds,
      appSubnetIds: this.appSubnetIds,
      dataSubnetIds: this.dataSubnetIds,
      endpointSubnetIds: this.endpointSubnetIds,
      publicCidrBlock: this.publicCidrBlock,
      webCidrBlock: this.webCidrBlock,
      appCidrBlock: this.appCidrBlock,
      dataCidrBlock: this.dataCidrBlock,
      endpointCidrBlock: this.endpointCidrBlock,
      publicRouteTableIds: this.publicRouteTableIds,
      webRouteTableIds: this.webRouteTableIds,
      appRouteTableIds: this.appRouteTableIds,
      dataRouteTableIds: this.dataRouteTableIds,
      natGatewayIds: this.natGatewayIds,
      egressFirewallArn: this.egressFirewallArn,
      transitGatewayAttachmentId: this.transitGatewayAttachmentId,
      endpointSecurityGroupId: this.endpointSecurityGroupId,
      s3PrefixListId: this.s3PrefixListId,
      dynamoDbPrefixListId: this.dynamoDbPrefixListId,
      s3EndpointId: this.s3EndpointId,
      flowLogId: this.flowLogId,
      rejectedTrafficLogGroupName: this.rejectedTrafficLogGroupName,
    });
  }
}

/** The fields of the flow log that the arguments ask for. */
function furtherFields({ additionalFlowLogFields, encryptionControl }: VpcArgs): string[] {
  return [...(encryptionControl === undefined ? [] : ["encryption-status"]), ...(additionalFlowLogFields ?? [])];
}

function ids(resources: readonly pulumi.CustomResource[]): pulumi.Output<string[]> {
  return pulumi.all(resources.map((resource) => resource.id));
}
