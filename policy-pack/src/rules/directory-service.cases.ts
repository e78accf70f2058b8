import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;

const directory = (properties: Properties) => resource("aws:directoryservice/directory:Directory", properties);
const microsoft = (changed: Properties = {}) => directory({ type: "MicrosoftAD", ...changed });
const subscription = (directoryId: unknown) =>
  resource("aws:directoryservice/logSubscription:LogSubscription", { directoryId }, { name: "logs" });
const radius = (authenticationProtocol: unknown) =>
  resource("aws:directoryservice/radiusSettings:RadiusSettings", { authenticationProtocol });
const subnet = (name: string, properties: Properties = {}) => resource("aws:ec2/subnet:Subnet", properties, { name });
const inSubnets = (...subnetIds: readonly unknown[]) => microsoft({ vpcSettings: { vpcId: "vpc-1", subnetIds } });
const a = subnet("a");
const b = subnet("b");
const placed = inSubnets(ref("a"), ref("b"));
const association = resource(
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  { subnetId: ref("b"), routeTableId: ref("table") },
  { name: "association" },
);
const table = (properties: Properties = {}) => resource("aws:ec2/routeTable:RouteTable", properties, { name: "table" });
const gateway = resource("aws:ec2/internetGateway:InternetGateway", {}, { name: "gateway" });
const route = (properties: Properties) =>
  resource("aws:ec2/route:Route", { routeTableId: ref("table"), ...properties }, { name: "route" });

export const directoryServiceCases: ServiceCases = {
  "directory-microsoft-ad": [
    pass("Microsoft AD", microsoft()),
    pass(
      "the Enterprise edition with three controllers",
      microsoft({ edition: "Enterprise", desiredNumberOfDomainControllers: 3 }),
    ),
    pass("a connector to a directory on premises", directory({ type: "ADConnector", size: "Small" })),
    fault("Simple AD", directory({ type: "SimpleAD" })),
    fault("nothing said, which means Simple AD", directory({})),
    pass("the Standard edition, which is eligible as well", microsoft({ edition: "Standard" })),
    fault("one controller", microsoft({ desiredNumberOfDomainControllers: 1 })),
    notApplicable("a directory for what is not PHI", directory({ tags: { "hipaa:phi": "false" } })),
    undecided("a type known on update", directory({ type: unknown })),
    pass("an edition known on update", microsoft({ edition: unknown })),
    fault("Simple AD beside an unknown edition", directory({ type: "SimpleAD", edition: unknown })),
  ],
  "directory-mfa-radius": [
    pass("MS-CHAPv2", radius("MS-CHAPv2")),
    fault("PAP", radius("PAP")),
    fault("the first version", radius("MS-CHAPv1")),
    fault("nothing said", radius(undefined)),
    undecided("known on update", radius(unknown)),
  ],
  "directory-logs-forwarded": [
    pass("a subscription", [microsoft(), subscription(ref("subject"))]),
    pass("a connector, which has no log", directory({ type: "ADConnector" })),
    pass("a Simple AD, which has no log", directory({})),
    fault("no subscription", microsoft()),
    fault("a subscription of another directory", [
      microsoft(),
      subscription(ref("other")),
      resource("aws:directoryservice/directory:Directory", { type: "ADConnector" }, { name: "other" }),
    ]),
    undecided("a subscription from outside", [microsoft(), subscription(unknown)]),
    undecided("a type known on update", directory({ type: unknown })),
  ],
  "directory-private-subnets": [
    pass("private subnets", [placed, a, b, association, table()]),
    pass("a connector in private subnets", [
      directory({ type: "ADConnector", connectSettings: { subnetIds: [ref("a")] } }),
      a,
    ]),
    pass("subnets of another stack", inSubnets("subnet-1", "subnet-2")),
    fault("a subnet tagged public", [placed, a, subnet("b", { tags: { "hipaa:tier": "public" } })]),
    fault("a route to an internet gateway", [
      placed,
      a,
      b,
      association,
      table(),
      route({ gatewayId: ref("gateway") }),
      gateway,
    ]),
    fault("an inline route to an internet gateway", [
      placed,
      a,
      b,
      association,
      table({ routes: [{ gatewayId: "igw-1" }] }),
    ]),
    pass("a route to a NAT gateway", [placed, a, b, association, table(), route({ natGatewayId: "nat-1" })]),
    fault("a connector in a public subnet", [
      directory({ type: "ADConnector", connectSettings: { subnetIds: [ref("a")] } }),
      subnet("a", { tags: { "hipaa:tier": "public" } }),
    ]),
    undecided("subnets known on update", [inSubnets(unknown), a]),
    undecided("tags known on update", [placed, a, subnet("b", { tags: unknown })]),
  ],
};
