import * as pulumi from "@pulumi/pulumi";
import * as ec2 from "@pulumi/aws/ec2";

/** What the rest of the three-tier programs needs of a network. */
export interface Network {
  readonly vpcId: pulumi.Output<string>;
  readonly publicSubnetIds: pulumi.Output<string>[];
  readonly appSubnetIds: pulumi.Output<string>[];
  readonly dbSubnetIds: pulumi.Output<string>[];
}

const zones = ["us-east-1a", "us-east-1b"];

/** A network written by hand: three tiers in two zones, one NAT gateway in each. */
export function handMadeNetwork(name: string, tags: Record<string, string>): Network {
  const vpc = new ec2.Vpc(name, {
    cidrBlock: "10.20.0.0/16",
    enableDnsHostnames: true,
    enableDnsSupport: true,
    tags: { ...tags, Name: name },
  });
  const igw = new ec2.InternetGateway(`${name}-igw`, { vpcId: vpc.id, tags });
  const publicRoutes = new ec2.RouteTable(`${name}-public`, {
    vpcId: vpc.id,
    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: igw.id }],
    tags,
  });
  const dbRoutes = new ec2.RouteTable(`${name}-db`, { vpcId: vpc.id, tags });

  const publicSubnetIds: pulumi.Output<string>[] = [];
  const appSubnetIds: pulumi.Output<string>[] = [];
  const dbSubnetIds: pulumi.Output<string>[] = [];
  const privateTables = [dbRoutes.id];
  zones.forEach((availabilityZone, i) => {
    const subnet = (tier: string, third: number) =>
      new ec2.Subnet(`${name}-${tier}-${i + 1}`, {
        vpcId: vpc.id,
        availabilityZone,
        cidrBlock: `10.20.${third + i}.0/24`,
        mapPublicIpOnLaunch: false,
        tags: { ...tags, Name: `${name}-${tier}-${i + 1}` },
      });
    const publicSubnet = subnet("public", 0);
    const appSubnet = subnet("app", 10);
    const dbSubnet = subnet("db", 20);
    new ec2.RouteTableAssociation(`${name}-public-${i + 1}`, {
      subnetId: publicSubnet.id,
      routeTableId: publicRoutes.id,
    });
    const eip = new ec2.Eip(`${name}-nat-${i + 1}`, { domain: "vpc", tags });
    const nat = new ec2.NatGateway(`${name}-nat-${i + 1}`, { subnetId: publicSubnet.id, allocationId: eip.id, tags });
    const appRoutes = new ec2.RouteTable(`${name}-app-${i + 1}`, {
      vpcId: vpc.id,
      routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: nat.id }],
      tags,
    });
    privateTables.push(appRoutes.id);
    new ec2.RouteTableAssociation(`${name}-app-${i + 1}`, { subnetId: appSubnet.id, routeTableId: appRoutes.id });
    new ec2.RouteTableAssociation(`${name}-db-${i + 1}`, { subnetId: dbSubnet.id, routeTableId: dbRoutes.id });
    publicSubnetIds.push(publicSubnet.id);
    appSubnetIds.push(appSubnet.id);
    dbSubnetIds.push(dbSubnet.id);
  });
  new ec2.VpcEndpoint(`${name}-s3`, {
    vpcId: vpc.id,
    serviceName: "com.amazonaws.us-east-1.s3",
    vpcEndpointType: "Gateway",
    routeTableIds: privateTables,
    tags,
  });
  return { vpcId: vpc.id, publicSubnetIds, appSubnetIds, dbSubnetIds };
}

/**
 * The resources that `new awsx.ec2.Vpc(name, { natGateways: { strategy: "OnePerAz" }, subnetSpecs: [Public, Private,
 * Isolated] })` puts into a stack, under a component of the same type: a pack sees remote components by their children.
 */
export class AwsxVpc extends pulumi.ComponentResource implements Network {
  readonly vpcId: pulumi.Output<string>;
  readonly publicSubnetIds: pulumi.Output<string>[] = [];
  readonly appSubnetIds: pulumi.Output<string>[] = [];
  readonly dbSubnetIds: pulumi.Output<string>[] = [];

  constructor(name: string, tags: Record<string, string>, opts?: pulumi.ComponentResourceOptions) {
    super("awsx:ec2:Vpc", name, {}, opts);
    const named = (own: string) => ({ ...tags, Name: own });
    const vpc = new ec2.Vpc(
      name,
      { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, enableDnsSupport: true, tags: named(name) },
      { parent: this },
    );
    this.vpcId = vpc.id;
    const igw = new ec2.InternetGateway(name, { vpcId: vpc.id, tags: named(name) }, { parent: vpc, dependsOn: [vpc] });

    zones.forEach((availabilityZone, i) => {
      let nat: ec2.NatGateway | undefined;
      const base = i * 64;
      for (const [type, cidrBlock] of [
        ["Public", `10.0.${base + 32}.0/20`],
        ["Private", `10.0.${base}.0/19`],
        ["Isolated", `10.0.${base + 48}.0/24`],
      ] as const) {
        const subnetName = `${name}-${type.toLowerCase()}-${i + 1}`;
        const subnet = new ec2.Subnet(
          subnetName,
          {
            vpcId: vpc.id,
            availabilityZone,
            mapPublicIpOnLaunch: type === "Public",
            cidrBlock,
            tags: { ...named(subnetName), SubnetType: type },
          },
          { parent: vpc, dependsOn: [vpc] },
        );
        const routeTable = new ec2.RouteTable(
          subnetName,
          { vpcId: vpc.id, tags: { ...named(subnetName), SubnetType: type } },
          { parent: subnet, dependsOn: [subnet] },
        );
        new ec2.RouteTableAssociation(
          subnetName,
          { routeTableId: routeTable.id, subnetId: subnet.id },
          { parent: routeTable, dependsOn: [routeTable] },
        );
        if (type === "Public") {
          const eip = new ec2.Eip(
            `${name}-${i + 1}`,
            { domain: "vpc", tags: named(`${name}-${i + 1}`) },
            { parent: subnet },
          );
          nat = new ec2.NatGateway(
            `${name}-${i + 1}`,
            { subnetId: subnet.id, allocationId: eip.allocationId, tags: named(`${name}-${i + 1}`) },
            { parent: subnet, dependsOn: [subnet] },
          );
          new ec2.Route(
            subnetName,
            { routeTableId: routeTable.id, gatewayId: igw.id, destinationCidrBlock: "0.0.0.0/0" },
            { parent: routeTable, dependsOn: [routeTable] },
          );
          this.publicSubnetIds.push(subnet.id);
        } else if (type === "Private" && nat) {
          new ec2.Route(
            subnetName,
            { routeTableId: routeTable.id, natGatewayId: nat.id, destinationCidrBlock: "0.0.0.0/0" },
            { parent: routeTable, dependsOn: [routeTable] },
          );
          this.appSubnetIds.push(subnet.id);
        } else {
          this.dbSubnetIds.push(subnet.id);
        }
      }
    });
    this.registerOutputs({ vpcId: this.vpcId });
  }
}
