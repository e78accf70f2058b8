import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

type Properties = Record<string, unknown>;
const target = (properties: Properties = {}) =>
  resource("aws:efs/mountTarget:MountTarget", {
    fileSystemId: "fs-1",
    subnetId: ref("subnet"),
    securityGroups: [ref("group")],
    ...properties,
  });
const subnet = (properties: Properties = {}) => resource("aws:ec2/subnet:Subnet", properties, { name: "subnet" });
const group = (properties: Properties = {}) =>
  resource("aws:ec2/securityGroup:SecurityGroup", properties, { name: "group" });
const ingress = (properties: Properties) =>
  resource(
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    { securityGroupId: ref("group"), ipProtocol: "tcp", fromPort: 2049, toPort: 2049, ...properties },
    { name: "rule" },
  );
const gateway = resource("aws:ec2/internetGateway:InternetGateway", {}, { name: "igw" });
const table = resource("aws:ec2/routeTable:RouteTable", {}, { name: "table" });
const route = resource(
  "aws:ec2/route:Route",
  { routeTableId: ref("table"), destinationCidrBlock: "0.0.0.0/0", gatewayId: ref("igw") },
  { name: "route" },
);
const association = resource(
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  { subnetId: ref("subnet"), routeTableId: ref("table") },
  { name: "association" },
);
const point = (properties: Properties) => resource("aws:efs/accessPoint:AccessPoint", properties);

export const accessCases: ServiceCases = {
  "efs-mount-targets-private": [
    pass("a private subnet and NFS from a group", [
      target(),
      subnet(),
      group(),
      ingress({ referencedSecurityGroupId: "sg-app" }),
    ]),
    pass("NFS inline", [
      target(),
      subnet(),
      group({ ingress: [{ protocol: "tcp", fromPort: 2049, toPort: 2049, securityGroups: ["sg-app"] }] }),
    ]),
    fault("a subnet that hands out public addresses", [target(), subnet({ mapPublicIpOnLaunch: true }), group()]),
    fault("a subnet of the public tier", [target(), subnet({ tags: { "hipaa:tier": "public" } }), group()]),
    fault("a subnet with a route to the internet", [target(), subnet(), group(), gateway, table, route, association]),
    fault("no group", [target({ securityGroups: undefined }), subnet()]),
    fault("another port", [
      target(),
      subnet(),
      group(),
      ingress({ toPort: 2050, referencedSecurityGroupId: "sg-app" }),
    ]),
    fault("NFS from everywhere", [target(), subnet(), group(), ingress({ cidrIpv6: "::/0" })]),
    pass("a subnet of another stack, judged there", [target({ subnetId: "subnet-1" }), group()]),
    undecided("a subnet known on update", [target({ subnetId: unknown }), group()]),
    undecided("a group known on update", [target({ securityGroups: unknown }), subnet()]),
    pass("no subnet, which AWS does not accept", [
      target({ subnetId: undefined }),
      group(),
      ingress({ referencedSecurityGroupId: "sg-app" }),
    ]),
  ],
  "efs-access-points": [
    pass("a user other than root", point({ posixUser: { uid: 1000, gid: 1000 } })),
    pass("the first user after root", point({ posixUser: { uid: 1, gid: 0 } })),
    fault("root", point({ posixUser: { uid: 0, gid: 0 } })),
    fault("no user", point({})),
    undecided("a user known on update", point({ posixUser: { uid: unknown, gid: 1000 } })),
  ],
  "efs-access-point-root": [
    pass("a directory of its own", point({ rootDirectory: { path: "/app" } })),
    pass("a directory below, without the first slash", point({ rootDirectory: { path: "app/data" } })),
    fault("the root", point({ rootDirectory: { path: "/" } })),
    fault("the root, in other words", point({ rootDirectory: { path: "//" } })),
    fault("nothing said", point({})),
    fault("a name that looks like a record number", point({ rootDirectory: { path: "/mrn-1234567" } })),
    undecided("a directory known on update", point({ rootDirectory: { path: unknown } })),
  ],
};
