import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseResource,
  type ServiceCases,
} from "../../testing/cases";
import { instance, template } from "../../testing/ec2";

const subnet = (properties: Record<string, unknown> = {}, name = "subnet") =>
  resource("aws:ec2/subnet:Subnet", properties, { name });
const group = (properties: Record<string, unknown> = {}) => resource("aws:autoscaling/group:Group", properties);
const namedTemplate = (properties: Record<string, unknown> = {}) => ({ ...template(properties), name: "template" });

/** A route table with a default route through an internet gateway, for the subnet `subnet`. */
const publicRoutes: readonly CaseResource[] = [
  resource("aws:ec2/internetGateway:InternetGateway", {}, { name: "gateway" }),
  resource("aws:ec2/routeTable:RouteTable", {}, { name: "table" }),
  resource(
    "aws:ec2/route:Route",
    { routeTableId: ref("table"), destinationCidrBlock: "0.0.0.0/0", gatewayId: ref("gateway") },
    { name: "route" },
  ),
  resource(
    "aws:ec2/routeTableAssociation:RouteTableAssociation",
    { routeTableId: ref("table"), subnetId: ref("subnet") },
    { name: "association" },
  ),
];

const wired = instance({ subnetId: ref("subnet") });
const publicTag = { tags: { "hipaa:tier": "public" } };
const natRoutes = publicRoutes.map((one) =>
  one.name === "route"
    ? { ...one, properties: { routeTableId: ref("table"), destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" } }
    : one,
);

export const placementCases: ServiceCases = {
  "ec2-instances-in-private-subnets": [
    pass("a private subnet", [wired, subnet()]),
    pass("a subnet with a route through NAT", [wired, subnet(), ...natRoutes]),
    fault("a subnet that is tagged as public", [wired, subnet(publicTag)]),
    fault("a subnet with a route to the internet", [wired, subnet(), ...publicRoutes]),
    pass("an instance of the public tier", [instance({ ...publicTag, subnetId: ref("subnet") }), subnet(publicTag)]),
    fault("no subnet, which means the default VPC", instance()),
    pass("an interface made elsewhere", instance({ networkInterfaces: [{ networkInterfaceId: "eni-1" }] })),
    pass("a template of another stack", instance({ launchTemplate: { id: "lt-1" } })),
    pass("a template that names an interface", [
      instance({ launchTemplate: { id: ref("template") } }),
      namedTemplate({ networkInterfaces: [{ subnetId: "subnet-1" }] }),
    ]),
    fault("a template that names none", [instance({ launchTemplate: { id: ref("template") } }), namedTemplate()]),
    pass("a subnet of another stack", instance({ subnetId: "subnet-0123" })),
    fault("a group of which one subnet is public", [
      group({ vpcZoneIdentifiers: [ref("other"), ref("subnet")] }),
      subnet(publicTag),
      subnet({}, "other"),
    ]),
    pass("a group in private subnets", [group({ vpcZoneIdentifiers: [ref("subnet")] }), subnet()]),
    fault("a group that names zones only", group({ availabilityZones: ["us-east-1a"] })),
    undecided(
      "a subnet known on update",
      [
        instance({ subnetId: ref("stack", "outputs") }),
        resource("pulumi:pulumi:StackReference", {}, { name: "stack" }),
      ],
      { afterUpdate: "pass" },
    ),
    undecided("a tag known on update", [wired, subnet({ tags: unknown })]),
  ],
};
