import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { interfaceEndpointPolicy, s3EndpointPolicy } from "./endpoint-policies";
import { gatewayServiceName, interfaceServiceName } from "./endpoint-services";
import { childTags, type NetworkContext } from "./vpc-context";
import { VpcS3Endpoint } from "./vpc-option-args";

/** The VPC's doors to AWS services. */
export interface VpcEndpoints {
  readonly s3: ec2.VpcEndpoint;
  readonly s3PrefixListId: pulumi.Output<string>;
  readonly dynamoDbPrefixListId: pulumi.Output<string>;
  readonly securityGroup: ec2.SecurityGroup;
}

/** What decides about the endpoints of a VPC. */
export interface EndpointPlan {
  readonly organizationId: pulumi.Input<string> | undefined;
  readonly s3Endpoint: VpcS3Endpoint;
  readonly dynamoDb: boolean;
  /** Whether instances get their packages through the endpoint of S3. */
  readonly managedInstances: boolean;
  readonly services: readonly string[];
  /** Subnets of interface endpoints. */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Route tables that lead to gateway endpoints: only where something runs that calls S3. */
  readonly routeTableIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Who may call, by name: `web`, `app`. */
  readonly clients: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The endpoints for S3, DynamoDB and other services, with the security group of those with a network interface. */
export function createEndpoints(context: NetworkContext, plan: EndpointPlan): VpcEndpoints {
  const { component, environment, name } = context;
  const securityGroup = createSecurityGroup(context, plan.clients);
  const policy = interfaceEndpointPolicy(environment, plan.organizationId);
  const s3Policy = s3EndpointPolicy(environment, plan.organizationId, plan.managedInstances);

  const gateway = (service: string, document: pulumi.Output<string>) =>
    new ec2.VpcEndpoint(
      `${name}-${service}`,
      {
        vpcId: context.vpcId,
        vpcEndpointType: "Gateway",
        serviceName: environment.region.apply((region) => gatewayServiceName(region, service)),
        routeTableIds: plan.routeTableIds,
        policy: document,
        tags: childTags(context, `${name}-${service}`),
      },
      { parent: component },
    );
  const networkInterface = (
    service: string,
    document: pulumi.Output<string>,
    more: Partial<ec2.VpcEndpointArgs> = {},
  ) => {
    const endpointName = `${name}-${service.replaceAll(".", "-")}`;
    return new ec2.VpcEndpoint(
      endpointName,
      {
        vpcId: context.vpcId,
        vpcEndpointType: "Interface",
        serviceName: pulumi
          .all([environment.partition, environment.region])
          .apply(([partition, region]) => interfaceServiceName(partition, region, service)),
        subnetIds: plan.subnetIds,
        securityGroupIds: [securityGroup.id],
        privateDnsEnabled: true,
        policy: document,
        tags: childTags(context, endpointName),
        ...more,
      },
      { parent: component },
    );
  };

  const byInterface = plan.s3Endpoint === VpcS3Endpoint.Interface;
  const s3 = byInterface
    ? // Without a gateway endpoint beside it the private name has to answer everybody in the VPC.
      networkInterface("s3", s3Policy, { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: false } })
    : gateway("s3", s3Policy);
  const dynamoDb = plan.dynamoDb ? gateway("dynamodb", policy) : undefined;
  for (const service of plan.services) networkInterface(service, policy);
  return {
    s3,
    s3PrefixListId: byInterface ? awsPrefixList(context, "s3") : s3.prefixListId,
    dynamoDbPrefixListId: dynamoDb?.prefixListId ?? awsPrefixList(context, "dynamodb"),
    securityGroup,
  };
}

/** The list of a service's addresses that AWS keeps in every Region, whether or not a gateway endpoint uses it. */
export function awsPrefixList(
  { component, environment }: NetworkContext,
  service: "s3" | "dynamodb",
): pulumi.Output<string> {
  const name = environment.region.apply((region) => gatewayServiceName(region, service));
  return ec2.getManagedPrefixListOutput({ name }, { parent: component }).id;
}

/** Admits HTTPS from where tasks run, and nothing else; endpoints open no connections. */
function createSecurityGroup(context: NetworkContext, clients: EndpointPlan["clients"]): ec2.SecurityGroup {
  const { component, name } = context;
  const groupName = `${name}-endpoints`;
  const group = new ec2.SecurityGroup(
    groupName,
    {
      vpcId: context.vpcId,
      description: "Interface endpoints of AWS services",
      revokeRulesOnDelete: true,
      tags: childTags(context, groupName),
    },
    { parent: component },
  );
  for (const [client, cidrIpv4] of Object.entries(clients)) {
    const ruleName = `${groupName}-from-${client}`;
    new vpc.SecurityGroupIngressRule(
      ruleName,
      {
        securityGroupId: group.id,
        description: client === "vpc" ? "HTTPS from the VPC" : `HTTPS from the ${client} tier`,
        cidrIpv4,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        tags: childTags(context, ruleName),
      },
      { parent: component },
    );
  }
  return group;
}
