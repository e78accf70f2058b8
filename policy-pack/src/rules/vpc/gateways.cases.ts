import {
  fault,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../../testing/cases";
import { association, internetGateway, otherStack, routeOf, subnetOf, tableOf, vpcOf } from "../../testing/vpc";

const vpc = vpcOf("vpc");
const nat = (properties: CaseProperties, name = "subject") =>
  resource("aws:ec2/natGateway:NatGateway", properties, { name });
const zone = (name: string, tier: string, availabilityZone: unknown) => subnetOf(name, tier, { availabilityZone });
const publicTier = [
  zone("p1", "public", "us-east-1a"),
  zone("p2", "public", "us-east-1b"),
  tableOf("public"),
  internetGateway,
  routeOf(ref("public"), { gatewayId: ref("internet") }),
  association(ref("p1"), ref("public"), "l1"),
  association(ref("p2"), ref("public"), "l2"),
];
const appTier = [zone("a1", "app", "us-east-1a"), zone("a2", "app", "us-east-1b")];
const gateway = (vpcId: unknown) => resource("aws:ec2/internetGateway:InternetGateway", { vpcId });
const attachment = (vpcId: unknown) =>
  resource("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", { vpcId, internetGatewayId: "igw-1" });
const listed = { config: { internetVpcIds: ["vpc-1"] } };
const peering = (properties: CaseProperties) =>
  resource("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", properties);
const accounts = { config: { hipaaAccountIds: ["111122223333"] } };
const control = (properties: CaseProperties, module = "vpcEncryptionControl", name = "VpcEncryptionControl") =>
  resource(`aws:ec2/${module}:${name}`, { vpcId: ref("subject"), ...properties }, { name: "control" });

export const gatewayCases: ServiceCases = {
  "vpc-nat-high-availability": [
    pass("no NAT gateway", [vpc, ...appTier]),
    pass("one in each zone", [
      nat({ subnetId: ref("p1") }),
      nat({ subnetId: ref("p2") }, "second"),
      vpc,
      ...publicTier,
      ...appTier,
    ]),
    pass("a regional one", [nat({ vpcId: ref("vpc"), availabilityMode: "regional" }), vpc, ...appTier]),
    pass("a private one, for other networks", [
      nat({ subnetId: ref("a1"), connectivityType: "private" }),
      vpc,
      ...appTier,
    ]),
    fault("one for two zones", [nat({ subnetId: ref("p1") }), vpc, ...publicTier, ...appTier]),
    fault("one in the app tier", [
      nat({ subnetId: ref("a1") }),
      nat({ subnetId: ref("p2") }, "second"),
      vpc,
      ...publicTier,
      ...appTier,
    ]),
    fault("no subnet", nat({})),
    undecided("a subnet known on update", [nat({ subnetId: ref("other", "subnet") }), otherStack], {
      afterUpdate: "pass",
    }),
    undecided("zones that AWS picks", [
      nat({ subnetId: ref("p1") }),
      vpc,
      ...publicTier,
      subnetOf("a1", "app"),
      subnetOf("a2", "app"),
    ]),
  ],
  "vpc-internet-gateway-authorized": [
    pass("detached", resource("aws:ec2/internetGateway:InternetGateway", {})),
    pass("a VPC that is tagged", [gateway(ref("vpc")), vpcOf("vpc", { tags: { "hipaa:internet": "true" } })]),
    pass("a VPC on the list", gateway("vpc-1"), listed),
    pass("an attachment to a VPC that is tagged", [
      attachment(ref("vpc")),
      vpcOf("vpc", { tags: { "hipaa:internet": true } }),
    ]),
    fault("a VPC without the tag", [gateway(ref("vpc")), vpc]),
    fault("a VPC that is tagged otherwise", [
      gateway(ref("vpc")),
      vpcOf("vpc", { tags: { "hipaa:internet": "false" } }),
    ]),
    fault("a VPC that is not on the list", attachment("vpc-2"), listed),
    undecided("a VPC known on update", [gateway(ref("other", "vpcId")), otherStack], { afterUpdate: "fault" }),
  ],
  "vpc-peering-scoped": [
    notApplicable("no list", peering({ peerOwnerId: "999999999999" })),
    pass("the own account", peering({ peerVpcId: "vpc-1" }), accounts),
    pass("an account on the list", peering({ peerOwnerId: "111122223333" }), accounts),
    fault("an account that is not", peering({ peerOwnerId: "999999999999" }), accounts),
    fault(
      "an account that is not, accepted at once",
      peering({ peerOwnerId: "999999999999", autoAccept: true }),
      accounts,
    ),
    undecided("an account known on update", peering({ peerOwnerId: unknown }), accounts),
  ],
  "vpc-in-transit-encryption-control": [
    pass("enforced", [vpcOf(), control({ mode: "enforce" })]),
    pass("monitored", [vpcOf(), control({ mode: "monitor", vpcPeeringExclusion: "disable" })]),
    pass("by the deprecated name", [vpcOf(), control({ mode: "enforce" }, "encryptionControl", "EncryptionControl")]),
    pass("a VPC without PHI", vpcOf("subject", { tags: { "hipaa:phi": "false" } })),
    fault("none", vpcOf()),
    fault("of another VPC", [vpcOf(), control({ vpcId: "vpc-1", mode: "enforce" })]),
    fault("with peered VPCs left out", [vpcOf(), control({ mode: "enforce", vpcPeeringExclusion: "enable" })], {
      at: ["control"],
    }),
    fault("in no mode", [vpcOf(), control({})], { at: ["control"] }),
    undecided("a mode known on update", [vpcOf(), control({ mode: unknown })], { at: ["control"] }),
    undecided(
      "of a VPC known on update",
      [vpcOf(), control({ vpcId: ref("other", "vpcId"), mode: "enforce" }), otherStack],
      {
        afterUpdate: "fault",
      },
    ),
  ],
};
