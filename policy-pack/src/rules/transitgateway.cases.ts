import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";

const gateway = (properties: CaseProperties = {}, name = "subject") =>
  resource("aws:ec2transitgateway/transitGateway:TransitGateway", properties, { name });
const log = (properties: CaseProperties) => resource("aws:ec2/flowLog:FlowLog", properties, { name: "log" });
const otherStack = resource("pulumi:pulumi:StackReference", {}, { name: "other" });
const apart = { defaultRouteTableAssociation: "disable", defaultRouteTablePropagation: "disable" };

export const transitgatewayCases: ServiceCases = {
  "tgw-secure-defaults": [
    pass("nothing said, which means no", gateway()),
    pass("no", gateway({ autoAcceptSharedAttachments: "disable" })),
    fault("yes", gateway({ autoAcceptSharedAttachments: "enable" })),
    fault("yes, in other case", gateway({ autoAcceptSharedAttachments: "Enable" })),
    undecided("known on update", gateway({ autoAcceptSharedAttachments: unknown })),
  ],
  "tgw-segmented-routing": [
    pass("both off", gateway(apart)),
    pass(
      "both off, and attachments of others accepted, which another rule reports",
      gateway({ ...apart, autoAcceptSharedAttachments: "enable" }),
    ),
    fault("nothing said, which means on", gateway()),
    fault("association on", gateway({ ...apart, defaultRouteTableAssociation: "enable" })),
    fault("propagation left on", gateway({ defaultRouteTableAssociation: "disable" })),
    undecided("known on update", gateway({ ...apart, defaultRouteTablePropagation: unknown })),
  ],
  "tgw-encryption-support": [
    pass("on", gateway({ encryptionSupport: "enable" })),
    pass(
      "on, in one routing domain, which another rule reports",
      gateway({ encryptionSupport: "enable", defaultRouteTableAssociation: "enable" }),
    ),
    fault("nothing said, which means off", gateway()),
    fault("off", gateway({ encryptionSupport: "disable" })),
    undecided("known on update", gateway({ encryptionSupport: unknown })),
  ],
  "tgw-flow-logs": [
    pass("a flow log", [gateway(), log({ transitGatewayId: ref("subject") })]),
    pass("flow logs without a transit gateway in the stack", log({ vpcId: "vpc-1" })),
    fault("none", gateway()),
    fault("a flow log of a VPC", [gateway(), log({ vpcId: "vpc-1" })]),
    fault("one of two", [gateway(), gateway({}, "second"), log({ transitGatewayId: ref("subject") })], {
      at: ["second"],
    }),
    undecided(
      "a flow log of one known on update",
      [gateway(), log({ transitGatewayId: ref("other", "id") }), otherStack],
      {
        afterUpdate: "fault",
      },
    ),
  ],
};
