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
import { otherStack, vpcOf } from "../../testing/vpc";

const group = (properties: CaseProperties, name = "subject") =>
  resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", properties, { name });
const anything = { protocol: "-1", fromPort: 0, toPort: 0, self: true };
const adopted = group({ vpcId: ref("subject") }, "default");
const rule = (securityGroupId: unknown) =>
  resource(
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    { securityGroupId, ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/8" },
    { name: "rule" },
  );

export const defaultGroupCases: ServiceCases = {
  "vpc-default-security-group-empty": [
    pass("nothing said", group({})),
    pass("empty lists", group({ ingress: [], egress: [] })),
    fault("what AWS gives it", group({ ingress: [anything] })),
    fault("a way out", group({ ingress: [], egress: [{ ...anything, cidrBlocks: ["0.0.0.0/0"] }] })),
    fault("a rule of which nothing is known", group({ ingress: [unknown] })),
    fault("a way out beside unknown ingress", group({ ingress: unknown, egress: [anything] })),
    undecided("ingress known on update", group({ ingress: unknown })),
    undecided("egress known on update", group({ egress: unknown })),
  ],
  "vpc-default-security-group-adopted": [
    pass("adopted", [vpcOf(), adopted]),
    pass("no VPC in the stack", group({})),
    pass("two VPCs, both adopted", [vpcOf(), adopted, vpcOf("second"), group({ vpcId: ref("second") }, "other")]),
    pass("a rule on a group of its own", [
      vpcOf(),
      adopted,
      rule(ref("own")),
      resource("aws:ec2/securityGroup:SecurityGroup", { vpcId: ref("subject") }, { name: "own" }),
    ]),
    fault("not adopted", vpcOf()),
    fault("one of two", [vpcOf(), adopted, vpcOf("second")], { at: ["second"] }),
    fault("a rule on the adopted group", [vpcOf(), adopted, rule(ref("default"))], { at: ["rule"] }),
    fault("a rule on the VPC's default group", [vpcOf(), adopted, rule(ref("subject", "defaultSecurityGroupId"))], {
      at: ["rule"],
    }),
    fault("adopted for the default VPC, which is what naming none means", [vpcOf(), group({}, "default")]),
    fault("adopted for a VPC outside the stack", [vpcOf(), group({ vpcId: "vpc-1" }, "default")]),
    undecided(
      "adopted for a VPC known on update",
      [vpcOf(), group({ vpcId: ref("other", "vpcId") }, "default"), otherStack],
      {
        afterUpdate: "fault",
      },
    ),
  ],
};
