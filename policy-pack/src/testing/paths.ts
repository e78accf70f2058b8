import { ref, resource, type CaseProperties, type CaseResource } from "./cases";
import { association, internetGateway, routeOf, subnetOf, tableOf, vpcOf } from "./vpc";

/** Resources that the cases on paths are made of: a network that is open at every hop, to be closed one at a time. */
export const named = (type: string, name: string, properties: CaseProperties = {}): CaseResource =>
  resource(type, properties, { name });

export const main = vpcOf("vpc");
export const publicA = subnetOf("public-a");
export const table = tableOf("table");
export const toInternet = routeOf(ref("table"), { gatewayId: ref("internet") }, "default");
export const linked = association(ref("public-a"), ref("table"), "linked");

/** A VPC with one subnet whose route leads to the internet, under the VPC's default network ACL. */
export const openNetwork: readonly CaseResource[] = [main, publicA, internetGateway, table, toInternet, linked];

export const group = (name: string, properties: CaseProperties = {}): CaseResource =>
  named("aws:ec2/securityGroup:SecurityGroup", name, { vpcId: ref("vpc"), ...properties });

export const door = (port: number, source: CaseProperties, to = "db", name = `door-${String(port)}`): CaseResource =>
  named("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", name, {
    securityGroupId: ref(to),
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    ...source,
  });

export const world = { cidrIpv4: "0.0.0.0/0" };

export const subnetGroup = named("aws:rds/subnetGroup:SubnetGroup", "group", { subnetIds: [ref("public-a")] });

/** A DB instance in the open network. */
export const database = (properties: CaseProperties = {}): CaseResource =>
  named("aws:rds/instance:Instance", "patients", {
    engine: "postgres",
    publiclyAccessible: true,
    dbSubnetGroupName: ref("group", "name"),
    vpcSecurityGroupIds: [ref("db")],
    ...properties,
  });

/** A store that is open at every hop: a public address, a route, the default network ACL, a security group. */
export const openStore: readonly CaseResource[] = [
  database(),
  subnetGroup,
  ...openNetwork,
  group("db"),
  door(5432, world),
];

/** A resource list with resources replaced by name, taken out by name, or added at the end. */
export function but(
  resources: readonly CaseResource[],
  ...changes: readonly (CaseResource | string)[]
): CaseResource[] {
  const replaced = new Map(
    changes.map((change) => (typeof change === "string" ? [change, []] : [change.name, [change]])),
  );
  const known = new Set(resources.map(({ name }) => name));
  const added = [...replaced].filter(([name]) => !known.has(name)).flatMap(([, items]) => items);
  return [...resources.flatMap((one) => replaced.get(one.name) ?? [one]), ...added];
}
