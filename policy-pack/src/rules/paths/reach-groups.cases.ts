import { fault, pass, undecided, ref, unknown, type CaseProperties } from "../../testing/cases";
import { but, database, door, group, named, openStore, world } from "../../testing/paths";
import { otherStack } from "../../testing/vpc";

const inline = (rules: unknown) => group("db", { ingress: rules });
const rule = { protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["0.0.0.0/0"] };
const noDoor = but(openStore, "door-5432");
const classicRule = (properties: CaseProperties) =>
  named("aws:ec2/securityGroupRule:SecurityGroupRule", "classic", {
    securityGroupId: ref("db"),
    type: "ingress",
    protocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
    ...properties,
  });
const eighths = Array.from({ length: 16 }, (_, index) => `${String(index * 12 + 11)}.0.0.0/8`);

const later = { afterUpdate: "pass" } as const;

/** Ways to open and to close a security group. */
export const groupCases = [
  pass("no rule in the security group", noDoor),
  pass("another port", but(openStore, "door-5432", door(443, world))),
  pass("private addresses", but(openStore, door(5432, { cidrIpv4: "10.0.0.0/8" }))),
  pass("the application's group", [
    ...but(openStore, door(5432, { referencedSecurityGroupId: ref("app") })),
    group("app"),
  ]),
  pass("a prefix list outside the stack", but(openStore, door(5432, { prefixListId: "pl-1" }))),
  pass("UDP", but(openStore, door(5432, { ...world, ipProtocol: "udp" }))),
  pass("another group's door", [...but(openStore, door(5432, world, "app")), group("app")]),
  pass("IPv6 addresses, of which the database has none", but(openStore, door(5432, { cidrIpv6: "::/0" }))),
  pass("a rule that lets traffic out", [...noDoor, classicRule({ type: "egress", cidrBlocks: ["0.0.0.0/0"] })]),
  pass(
    "no group named, and the VPC's default one as AWS makes it",
    but(openStore, database({ vpcSecurityGroupIds: undefined })),
  ),
  fault("an inline rule", but(noDoor, inline([rule]))),
  fault("every protocol", but(noDoor, inline([{ ...rule, protocol: "-1", fromPort: 0, toPort: 0 }]))),
  fault("a range of ports", but(openStore, door(5432, { ...world, fromPort: 1024, toPort: 65535 }))),
  fault("a rule of the older kind", [...noDoor, classicRule({ cidrBlocks: ["0.0.0.0/0"] })]),
  fault("a prefix list of the stack that holds everything", [
    ...but(openStore, door(5432, { prefixListId: ref("list") })),
    named("aws:ec2/managedPrefixList:ManagedPrefixList", "list", { maxEntries: 1 }),
    named("aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry", "entry", {
      prefixListId: ref("list"),
      cidr: "0.0.0.0/0",
    }),
  ]),
  fault(
    "the internet by eighths, no rule of which is open to the world",
    but(noDoor, inline([{ ...rule, cidrBlocks: eighths }])),
  ),
  fault("one open group among two", [
    ...but(openStore, database({ vpcSecurityGroupIds: [ref("app"), ref("db")] })),
    group("app"),
  ]),
  fault(
    "an open group beside one outside the stack",
    but(openStore, database({ vpcSecurityGroupIds: ["sg-1", ref("db")] })),
  ),
  fault("no group named, and the VPC's default one opened", [
    ...but(noDoor, database({ vpcSecurityGroupIds: undefined })),
    named("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "standard", { vpcId: ref("vpc"), ingress: [rule] }),
  ]),
  fault(
    "no group named, and the VPC's default one opened by a rule",
    but(
      openStore,
      database({ vpcSecurityGroupIds: undefined }),
      door(5432, { ...world, securityGroupId: ref("vpc", "defaultSecurityGroupId") }),
    ),
  ),
  undecided("addresses known on update", but(openStore, door(5432, { cidrIpv4: unknown }))),
  undecided("a port known on update", but(openStore, door(5432, { ...world, fromPort: unknown, toPort: unknown }))),
  undecided("the direction known on update", [...noDoor, classicRule({ type: unknown, cidrBlocks: ["0.0.0.0/0"] })]),
  undecided(
    "a door of a group known on update",
    [...but(openStore, door(5432, { ...world, securityGroupId: ref("other", "group") })), otherStack],
    later,
  ),
  undecided("a group outside the stack", but(openStore, database({ vpcSecurityGroupIds: ["sg-1"] }))),
  pass(
    "a group outside the stack in a closed subnet",
    but(openStore, "default", database({ vpcSecurityGroupIds: ["sg-1"] })),
  ),
];
