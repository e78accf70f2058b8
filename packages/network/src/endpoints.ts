import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { interfaceEndpointPolicy, s3EndpointPolicy } from "./endpoint-policies";
import { gatewayServiceName, interfaceServiceName } from "./endpoint-services";
import type { PerTier } from "./tiers";
import { childTags, type VpcContext } from "./vpc-context";

/** The VPC's doors to AWS services. */
export interface VpcEndpoints {
  readonly s3: ec2.VpcEndpoint;
  readonly securityGroup: ec2.SecurityGroup;
  readonly interfaces: readonly ec2.VpcEndpoint[];
}

/** The gateway endpoint for S3 and the interface endpoints, with the security group of the latter. */
export function createEndpoints(
  context: VpcContext,
  subnets: PerTier<ec2.Subnet[]>,
  routeTables: PerTier<ec2.RouteTable[]>,
): VpcEndpoints {
  const { args, component, environment, name, settings } = context;
  const options = { parent: component };
  const s3 = new ec2.VpcEndpoint(
    `${name}-s3`,
    {
      vpcId: context.vpc.id,
      vpcEndpointType: "Gateway",
      serviceName: environment.region.apply((region) => gatewayServiceName(region, "s3")),
      // Only where something runs that calls S3: the data tier gets no route beyond the VPC.
      routeTableIds: [...routeTables.web, ...routeTables.app].map((table) => table.id),
      policy: s3EndpointPolicy(environment, args.organizationId),
      tags: childTags(context, `${name}-s3`),
    },
    options,
  );

  const securityGroup = createSecurityGroup(context);
  const policy = interfaceEndpointPolicy(environment, args.organizationId);
  const interfaces = settings.interfaceEndpoints.map((service) => {
    const endpointName = `${name}-${service.replaceAll(".", "-")}`;
    return new ec2.VpcEndpoint(
      endpointName,
      {
        vpcId: context.vpc.id,
        vpcEndpointType: "Interface",
        serviceName: pulumi
          .all([environment.partition, environment.region])
          .apply(([partition, region]) => interfaceServiceName(partition, region, service)),
        subnetIds: subnets.endpoints.map((subnet) => subnet.id),
        securityGroupIds: [securityGroup.id],
        privateDnsEnabled: true,
        policy,
        tags: childTags(context, endpointName),
      },
      options,
    );
  });
  return { s3, securityGroup, interfaces };
}

/** Admits HTTPS from the two tiers in which tasks run, and nothing else; endpoints open no connections. */
function createSecurityGroup(context: VpcContext): ec2.SecurityGroup {
  const { component, name, settings } = context;
  const groupName = `${name}-endpoints`;
  const group = new ec2.SecurityGroup(
    groupName,
    {
      vpcId: context.vpc.id,
      description: "Interface endpoints of AWS services",
      revokeRulesOnDelete: true,
      tags: childTags(context, groupName),
    },
    { parent: component },
  );
  for (const tier of ["web", "app"] as const) {
    new vpc.SecurityGroupIngressRule(
      `${groupName}-from-${tier}`,
      {
        securityGroupId: group.id,
        description: `HTTPS from the ${tier} tier`,
        cidrIpv4: settings.plan.tiers[tier].cidrBlock,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        tags: childTags(context, `${groupName}-from-${tier}`),
      },
      { parent: component },
    );
  }
  return group;
}
