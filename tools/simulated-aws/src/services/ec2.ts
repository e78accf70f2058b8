import { identifier, ordinal } from "../identifiers";
import type { CreationWithId, ServiceSimulation } from "../type-simulation";
import { zonesOf } from "../environment";

const arn = (kind: string) => `arn:{partition}:ec2:{region}:{account}:${kind}/{id}`;
const ownerId = "{account}";

/** Amazon EC2 and Amazon VPC. */
export const ec2: ServiceSimulation = {
  "aws:ec2/vpc:Vpc": {
    id: "vpc-{hex17}",
    arn: arn("vpc"),
    places: { fallbackLength: () => "16" },
    outputs: {
      ownerId,
      defaultNetworkAclId: (vpc) => related(vpc, "acl"),
      defaultRouteTableId: (vpc) => related(vpc, "rtb"),
      defaultSecurityGroupId: (vpc) => related(vpc, "sg"),
      mainRouteTableId: (vpc) => related(vpc, "rtb"),
      dhcpOptionsId: (vpc) => related(vpc, "dopt"),
      enableDnsSupport: true,
      enableDnsHostnames: false,
      instanceTenancy: "default",
      // What an IPAM pool hands out.
      cidrBlock: (vpc) => vpc.fill("10.128.0.0/{ipv4NetmaskLength|fallbackLength}"),
    },
  },
  "aws:ec2/subnet:Subnet": {
    id: "subnet-{hex17}",
    arn: arn("subnet"),
    outputs: {
      ownerId,
      availabilityZone: ({ environment }) => zonesOf(environment)[0],
      mapPublicIpOnLaunch: false,
    },
  },
  "aws:ec2/securityGroup:SecurityGroup": { id: "sg-{hex17}", arn: arn("security-group"), outputs: { ownerId } },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    id: "sg-{hex17}",
    arn: arn("security-group"),
    outputs: { ownerId, name: "default", description: "default VPC security group" },
  },
  "aws:ec2/securityGroupRule:SecurityGroupRule": {
    id: "sgrule-{digits9}",
    outputs: { securityGroupRuleId: "sgr-{hex17}" },
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": securityGroupRule(),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": securityGroupRule(),
  "aws:ec2/internetGateway:InternetGateway": { id: "igw-{hex17}", arn: arn("internet-gateway"), outputs: { ownerId } },
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": { id: "eigw-{hex17}" },
  "aws:ec2/natGateway:NatGateway": {
    id: "nat-{hex17}",
    outputs: { networkInterfaceId: "eni-{hex17}", privateIp: address("10.0"), publicIp: address("203.0") },
  },
  "aws:ec2/eip:Eip": {
    id: "eipalloc-{hex17}",
    arn: arn("elastic-ip"),
    outputs: {
      allocationId: "{id}",
      domain: "vpc",
      publicIp: address("203.0"),
      networkBorderGroup: "{region}",
      publicIpv4Pool: "amazon",
    },
  },
  "aws:ec2/routeTable:RouteTable": { id: "rtb-{hex17}", arn: arn("route-table"), outputs: { ownerId } },
  "aws:ec2/defaultRouteTable:DefaultRouteTable": {
    id: "{defaultRouteTableId}",
    arn: arn("route-table"),
    outputs: { ownerId },
  },
  "aws:ec2/route:Route": { id: "r-{routeTableId}{digits10}", outputs: { origin: "CreateRoute", state: "active" } },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": { id: "rtbassoc-{hex17}" },
  "aws:ec2/networkAcl:NetworkAcl": { id: "acl-{hex17}", arn: arn("network-acl"), outputs: { ownerId } },
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": {
    id: "{defaultNetworkAclId}",
    arn: arn("network-acl"),
    outputs: { ownerId },
  },
  "aws:ec2/networkAclRule:NetworkAclRule": { id: "nacl-{digits10}" },
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": { id: "aclassoc-{hex17}" },
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    id: "vpce-{hex17}",
    arn: arn("vpc-endpoint"),
    outputs: {
      ownerId,
      state: "available",
      vpcEndpointType: "Gateway",
      requesterManaged: false,
      prefixListId: (endpoint) =>
        isGateway(endpoint) ? `pl-${identifier(endpoint.fill("{serviceName|name}"), "hex", 8)}` : undefined,
      cidrBlocks: (endpoint) => (isGateway(endpoint) ? ["198.51.100.0/24"] : []),
      dnsEntries: (endpoint) =>
        isGateway(endpoint)
          ? []
          : [
              {
                dnsName: endpoint.fill("{id}-{lower8}.{region}.vpce.{suffix}"),
                hostedZoneId: endpoint.fill("Z{upper13}"),
              },
            ],
      networkInterfaceIds: (endpoint) => (isGateway(endpoint) ? [] : [`eni-${identifier(endpoint.seed, "hex", 17)}`]),
    },
  },
  "aws:ec2/flowLog:FlowLog": { id: "fl-{hex17}", arn: arn("vpc-flow-log") },
  "aws:ec2/managedPrefixList:ManagedPrefixList": {
    id: "pl-{hex17}",
    arn: arn("prefix-list"),
    outputs: { ownerId, version: 1 },
  },
  "aws:ec2/instance:Instance": {
    id: "i-{hex17}",
    arn: arn("instance"),
    outputs: {
      instanceState: "running",
      privateIp: address("10.0"),
      primaryNetworkInterfaceId: "eni-{hex17}",
      availabilityZone: ({ environment }) => zonesOf(environment)[0],
    },
  },
  "aws:ec2/launchTemplate:LaunchTemplate": {
    id: "lt-{hex17}",
    arn: arn("launch-template"),
    outputs: { latestVersion: 1, defaultVersion: 1 },
  },
  "aws:ec2/networkInterface:NetworkInterface": {
    id: "eni-{hex17}",
    arn: arn("network-interface"),
    outputs: { ownerId },
  },
  "aws:ec2/keyPair:KeyPair": {
    id: "{keyName}",
    arn: "arn:{partition}:ec2:{region}:{account}:key-pair/{keyName}",
    outputs: { keyPairId: "key-{hex17}" },
    autoname: { property: "keyName", maxLength: 255 },
  },
  "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": { id: "dopt-{hex17}", arn: arn("dhcp-options"), outputs: { ownerId } },
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": { id: "pcx-{hex17}", outputs: { acceptStatus: "active" } },
  "aws:ebs/volume:Volume": { id: "vol-{hex17}", arn: arn("volume") },
  "aws:ebs/encryptionByDefault:EncryptionByDefault": { id: "terraform-{digits26}" },
  "aws:ebs/defaultKmsKey:DefaultKmsKey": { id: "{keyArn}" },
  "aws:ec2transitgateway/transitGateway:TransitGateway": {
    id: "tgw-{hex17}",
    arn: arn("transit-gateway"),
    outputs: {
      ownerId,
      associationDefaultRouteTableId: "tgw-rtb-{hex17}",
      propagationDefaultRouteTableId: "tgw-rtb-{hex17}",
    },
  },
};

function securityGroupRule() {
  return { id: "sgr-{hex17}", arn: arn("security-group-rule"), outputs: { securityGroupRuleId: "{id}" } };
}

/** Something that AWS makes along with a VPC. */
function related(vpc: CreationWithId, prefix: string): string {
  return `${prefix}-${identifier(`${vpc.seed}/${prefix}`, "hex", 17)}`;
}

function isGateway(endpoint: CreationWithId): boolean {
  return (endpoint.inputs.vpcEndpointType ?? "Gateway") === "Gateway";
}

function address(network: string) {
  return ({ seed }: CreationWithId): string => `${network}.${ordinal(seed, 250)}.${ordinal(`${seed}!`, 250) + 4}`;
}
