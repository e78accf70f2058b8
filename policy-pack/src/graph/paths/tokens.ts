/** Type tokens of what a packet passes between the internet and an interface. */
export const vpc = "aws:ec2/vpc:Vpc";
export const defaultVpc = "aws:ec2/defaultVpc:DefaultVpc";
export const subnet = "aws:ec2/subnet:Subnet";
export const defaultSubnet = "aws:ec2/defaultSubnet:DefaultSubnet";
export const internetGateway = "aws:ec2/internetGateway:InternetGateway";
export const internetGatewayAttachment = "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment";
export const route = "aws:ec2/route:Route";
export const routeTable = "aws:ec2/routeTable:RouteTable";
export const defaultRouteTable = "aws:ec2/defaultRouteTable:DefaultRouteTable";
export const routeTableAssociation = "aws:ec2/routeTableAssociation:RouteTableAssociation";
export const mainRouteTableAssociation = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
export const networkAcl = "aws:ec2/networkAcl:NetworkAcl";
export const defaultNetworkAcl = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
export const networkAclRule = "aws:ec2/networkAclRule:NetworkAclRule";
export const networkAclAssociation = "aws:ec2/networkAclAssociation:NetworkAclAssociation";
export const securityGroup = "aws:ec2/securityGroup:SecurityGroup";
export const defaultSecurityGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
export const securityGroupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
export const ingressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
export const prefixList = "aws:ec2/managedPrefixList:ManagedPrefixList";
export const prefixListEntry = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";
export const blockPublicAccess = "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions";
export const blockPublicAccessExclusion = "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion";
export const elasticIp = "aws:ec2/eip:Eip";
export const elasticIpAssociation = "aws:ec2/eipAssociation:EipAssociation";
export const networkInterface = "aws:ec2/networkInterface:NetworkInterface";
export const networkInterfaceAttachment = "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment";
export const interfaceSecurityGroup =
  "aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment";
export const instance = "aws:ec2/instance:Instance";
export const launchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
export const launchConfiguration = "aws:ec2/launchConfiguration:LaunchConfiguration";
export const autoScalingGroup = "aws:autoscaling/group:Group";
export const ecsService = "aws:ecs/service:Service";

/** Every VPC and every subnet that a stack can declare. */
export const vpcTypes: readonly string[] = [vpc, defaultVpc];
export const subnetTypes: readonly string[] = [subnet, defaultSubnet];
export const securityGroupTypes: readonly string[] = [securityGroup, defaultSecurityGroup];
