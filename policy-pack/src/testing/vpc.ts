import { ref, resource, type CaseProperties, type CaseResource } from "./cases";

/** Resources of this service's cases. A wired link carries a property dependency, as in a program. */
export const vpcOf = (name = "subject", properties: CaseProperties = {}): CaseResource =>
  resource("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", ...properties }, { name });

export const subnetOf = (name: string, tier?: string, properties: CaseProperties = {}): CaseResource =>
  resource(
    "aws:ec2/subnet:Subnet",
    { vpcId: ref("vpc"), ...(tier === undefined ? {} : { tags: { "hipaa:tier": tier } }), ...properties },
    { name },
  );

export const tableOf = (name: string, properties: CaseProperties = {}): CaseResource =>
  resource("aws:ec2/routeTable:RouteTable", { vpcId: ref("vpc"), ...properties }, { name });

export const association = (subnetId: unknown, routeTableId: unknown, name = "association"): CaseResource =>
  resource("aws:ec2/routeTableAssociation:RouteTableAssociation", { subnetId, routeTableId }, { name });

export const routeOf = (routeTableId: unknown, properties: CaseProperties, name = "route"): CaseResource =>
  resource("aws:ec2/route:Route", { routeTableId, destinationCidrBlock: "0.0.0.0/0", ...properties }, { name });

export const internetGateway = resource("aws:ec2/internetGateway:InternetGateway", {}, { name: "internet" });
export const natGateway = resource("aws:ec2/natGateway:NatGateway", {}, { name: "nat" });
export const vpnGateway = resource("aws:ec2/vpnGateway:VpnGateway", {}, { name: "vpn" });
/** A stack whose outputs are known only on update, if a program reads them late. */
export const otherStack = resource("pulumi:pulumi:StackReference", { name: "org/network/prod" }, { name: "other" });

/** A VPC with one subnet, one subnet group and one route table: what cases on routes are made of. */
export const network = vpcOf("vpc");
export const groupOf = (subnetIds: unknown, type = "aws:rds/subnetGroup:SubnetGroup") =>
  resource(type, { subnetIds }, { name: "group" });
export const group = groupOf([ref("a")]);
export const a = subnetOf("a");
export const toInternet = { gatewayId: ref("internet") };
export const inlineOf = (route: CaseProperties) => tableOf("table", { routes: [{ cidrBlock: "0.0.0.0/0", ...route }] });
export const linked = association(ref("a"), ref("table"));
export const mainTable = (properties: CaseProperties = {}) =>
  resource(
    "aws:ec2/defaultRouteTable:DefaultRouteTable",
    { defaultRouteTableId: ref("vpc", "defaultRouteTableId"), ...properties },
    { name: "main" },
  );
