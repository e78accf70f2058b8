/** Type tokens that several files of this service read. */
export const vpc = "aws:ec2/vpc:Vpc";
export const defaultVpc = "aws:ec2/defaultVpc:DefaultVpc";
export const subnet = "aws:ec2/subnet:Subnet";
export const flowLog = "aws:ec2/flowLog:FlowLog";
export const vpcEndpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
export const routeTable = "aws:ec2/routeTable:RouteTable";
export const defaultRouteTable = "aws:ec2/defaultRouteTable:DefaultRouteTable";
export const route = "aws:ec2/route:Route";
export const natGateway = "aws:ec2/natGateway:NatGateway";
export const internetGateway = "aws:ec2/internetGateway:InternetGateway";
export const internetGatewayAttachment = "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment";
