import { fault, pass, undecided, ref, unknown, type CaseProperties } from "../../testing/cases";
import { named, openStore } from "../../testing/paths";
import { otherStack } from "../../testing/vpc";

const acl = (properties: CaseProperties) =>
  named("aws:ec2/networkAcl:NetworkAcl", "acl", { vpcId: ref("vpc"), subnetIds: [ref("public-a")], ...properties });
const allow = (ruleNo: unknown, more: CaseProperties = {}) => ({
  ruleNo,
  action: "allow",
  protocol: "-1",
  fromPort: 0,
  toPort: 0,
  cidrBlock: "0.0.0.0/0",
  ...more,
});
const deny = (ruleNo: unknown, more: CaseProperties = {}) => allow(ruleNo, { action: "deny", ...more });
const tcp = (fromPort: number, toPort = fromPort) => ({ protocol: "tcp", fromPort, toPort });
const aclRule = (name: string, properties: CaseProperties) =>
  named("aws:ec2/networkAclRule:NetworkAclRule", name, {
    networkAclId: ref("acl"),
    ruleNumber: 100,
    ruleAction: "allow",
    protocol: "-1",
    cidrBlock: "0.0.0.0/0",
    ...properties,
  });
const bothWays = [aclRule("in", { egress: false }), aclRule("out", { egress: true })];
const defaultAcl = (properties: CaseProperties) =>
  named("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", "standard", {
    defaultNetworkAclId: ref("vpc", "defaultNetworkAclId"),
    ...properties,
  });

/** Ways to open and to close a network ACL. */
export const aclCases = [
  pass("a network ACL without entries", [...openStore, acl({})]),
  pass("a network ACL that lets nobody in", [...openStore, acl({ egress: [allow(100)] })]),
  pass("a network ACL that lets no answer out", [...openStore, acl({ ingress: [allow(100)] })]),
  pass("a network ACL that denies before it allows", [
    ...openStore,
    acl({ ingress: [allow(200), deny(100)], egress: [allow(100)] }),
  ]),
  pass("a network ACL that denies the port before it allows", [
    ...openStore,
    acl({ ingress: [deny(100, tcp(5432)), allow(200)], egress: [allow(100)] }),
  ]),
  pass("a network ACL that admits another port", [
    ...openStore,
    acl({ ingress: [allow(100, tcp(443))], egress: [allow(100)] }),
  ]),
  pass("a network ACL that admits private addresses", [
    ...openStore,
    acl({ ingress: [allow(100, { cidrBlock: "10.0.0.0/8" })], egress: [allow(100)] }),
  ]),
  pass("a network ACL of rule resources without one that admits", [
    ...openStore,
    acl({}),
    aclRule("out", { egress: true }),
  ]),
  pass("a network ACL that an association gives to the subnet", [
    ...openStore,
    named("aws:ec2/networkAcl:NetworkAcl", "acl", { vpcId: ref("vpc") }),
    named("aws:ec2/networkAclAssociation:NetworkAclAssociation", "given", {
      networkAclId: ref("acl"),
      subnetId: ref("public-a"),
    }),
  ]),
  pass("the default network ACL, adopted and so emptied", [...openStore, defaultAcl({})]),
  pass("the default network ACL, not adopted, with a denial by way of the VPC", [
    ...openStore,
    aclRule("denial", {
      networkAclId: ref("vpc", "defaultNetworkAclId"),
      ruleNumber: 50,
      ruleAction: "deny",
      egress: false,
    }),
  ]),
  fault("a network ACL that allows before it denies", [
    ...openStore,
    acl({ ingress: [deny(200), allow(100)], egress: [allow(100)] }),
  ]),
  fault("a network ACL that denies another port", [
    ...openStore,
    acl({ ingress: [deny(100, tcp(22)), allow(200)], egress: [allow(100)] }),
  ]),
  fault("a network ACL that lets answers out to high ports only", [
    ...openStore,
    acl({ ingress: [allow(100, tcp(5432))], egress: [allow(100, tcp(1024, 65535))] }),
  ]),
  fault("a network ACL of rule resources", [...openStore, acl({}), ...bothWays]),
  fault("the default network ACL, adopted with entries that allow", [
    ...openStore,
    defaultAcl({ ingress: [allow(100)], egress: [allow(100)] }),
  ]),
  fault("a denial of one partner", [
    ...openStore,
    acl({ ingress: [deny(100, { cidrBlock: "203.0.113.0/24" }), allow(200)], egress: [allow(100)] }),
  ]),
  fault("an entry with a number known on update that allows too", [
    ...openStore,
    acl({ ingress: [allow(100), allow(unknown)], egress: [allow(100)] }),
  ]),
  fault("an entry with an unknown action after one that decides", [
    ...openStore,
    acl({ ingress: [allow(100), allow(200, { action: unknown })], egress: [allow(100)] }),
  ]),
  undecided("an entry with an unknown action before the one that decides", [
    ...openStore,
    acl({ ingress: [allow(100, { action: unknown }), allow(200)], egress: [allow(100)] }),
  ]),
  undecided("a denial with a number known on update", [
    ...openStore,
    acl({ ingress: [allow(100), deny(unknown)], egress: [allow(100)] }),
  ]),
  undecided("entries known on update", [...openStore, acl({ ingress: unknown, egress: [allow(100)] })]),
  undecided(
    "a denial of an ACL known on update",
    [
      ...openStore,
      aclRule("stray", { networkAclId: ref("other", "acl"), ruleNumber: 50, ruleAction: "deny", egress: false }),
      otherStack,
    ],
    { afterUpdate: "fault" },
  ),
  undecided(
    "subnets of a network ACL known on update",
    [...openStore, acl({ subnetIds: ref("other", "subnets") }), otherStack],
    { afterUpdate: "fault" },
  ),
  undecided("a network ACL outside the stack", [
    ...openStore,
    named("aws:ec2/networkAclAssociation:NetworkAclAssociation", "given", {
      networkAclId: "acl-1",
      subnetId: ref("public-a"),
    }),
  ]),
];
