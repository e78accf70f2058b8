import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../../testing/cases";
import { otherStack, subnetOf, vpcOf } from "../../testing/vpc";

const vpc = vpcOf("vpc");
const acl = (properties: CaseProperties, name = "acl") =>
  resource("aws:ec2/networkAcl:NetworkAcl", properties, { name });
const associationOf = (subnetId: unknown) =>
  resource(
    "aws:ec2/networkAclAssociation:NetworkAclAssociation",
    { subnetId, networkAclId: "acl-1" },
    { name: "association" },
  );
const entry = (more: CaseProperties = {}) => ({
  action: "allow",
  protocol: "tcp",
  cidrBlock: "0.0.0.0/0",
  fromPort: 443,
  toPort: 443,
  ruleNo: 100,
  ...more,
});
const inline = (...ingress: unknown[]) => resource("aws:ec2/networkAcl:NetworkAcl", { ingress });
const rule = (more: CaseProperties = {}) =>
  resource("aws:ec2/networkAclRule:NetworkAclRule", {
    ruleAction: "allow",
    protocol: "tcp",
    cidrBlock: "0.0.0.0/0",
    fromPort: 443,
    toPort: 443,
    ...more,
  });

export const networkAclCases: ServiceCases = {
  "vpc-nacl-per-tier": [
    pass("by the ACL's list", [subnetOf("a"), vpc, acl({ subnetIds: [ref("a")] })]),
    pass("by an association", [subnetOf("a"), vpc, associationOf(ref("a"))]),
    pass("by both, each its own", [
      subnetOf("a"),
      subnetOf("b"),
      vpc,
      acl({ subnetIds: [ref("a")] }),
      associationOf(ref("b")),
    ]),
    fault("no ACL", [subnetOf("a"), vpc]),
    fault("an ACL without subnets", [subnetOf("a"), vpc, acl({})]),
    fault("one of two", [subnetOf("a"), subnetOf("b"), vpc, acl({ subnetIds: [ref("a")] })], { at: ["b"] }),
    fault("the default ACL", [
      subnetOf("a"),
      vpc,
      resource("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", { subnetIds: [ref("a")] }, { name: "default" }),
    ]),
    undecided(
      "subnets known on update",
      [subnetOf("a"), vpc, acl({ subnetIds: ref("other", "subnets") }), otherStack],
      { afterUpdate: "fault" },
    ),
  ],
  "vpc-nacl-rules-restrictive": [
    pass("no entries", resource("aws:ec2/networkAcl:NetworkAcl", {})),
    pass("HTTPS from everywhere", inline(entry())),
    pass("answers from everywhere", inline(entry({ fromPort: 1024, toPort: 65535 }))),
    pass("SSH from a private range", inline(entry({ fromPort: 22, toPort: 22, cidrBlock: "10.0.0.0/8" }))),
    pass("a refusal of everything", inline(entry({ action: "deny", protocol: "-1" }))),
    pass("a way out", rule({ egress: true, protocol: "-1" })),
    fault("every protocol, inline", inline(entry({ protocol: "-1", fromPort: 0, toPort: 0 }))),
    fault(
      "every protocol on the default ACL",
      resource("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", { ingress: [entry({ protocol: "-1" })] }),
    ),
    fault("every protocol, as a rule", rule({ protocol: "all" })),
    fault("SSH", inline(entry({ fromPort: 22, toPort: 22 }))),
    fault("SSH by IPv6, as a rule", rule({ cidrBlock: undefined, ipv6CidrBlock: "::/0", fromPort: 22, toPort: 22 })),
    fault("a database port within a range", rule({ protocol: "6", fromPort: 5000, toPort: 6000 })),
    fault("every port", inline(entry({ fromPort: 0, toPort: 65535 }))),
    fault("an open entry beside an unknown one", inline(unknown, entry({ protocol: "-1" }))),
    undecided("entries known on update", resource("aws:ec2/networkAcl:NetworkAcl", { ingress: unknown })),
    undecided("a range known on update", rule({ cidrBlock: unknown, protocol: "-1" })),
  ],
};
