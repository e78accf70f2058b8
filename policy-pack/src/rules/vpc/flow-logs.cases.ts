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

const log = (properties: CaseProperties, name = "subject") => resource("aws:ec2/flowLog:FlowLog", properties, { name });
const vpc = vpcOf("vpc");
const group = (properties: CaseProperties) =>
  resource("aws:cloudwatch/logGroup:LogGroup", properties, { name: "destination" });
const bucket = resource("aws:s3/bucket:Bucket", {}, { name: "destination" });
const companion = (module: string, name: string, more: CaseProperties = {}) =>
  resource(`aws:s3/${module}:${name}`, { bucket: ref("destination"), ...more }, { name: module });
const encryption = companion("bucketServerSideEncryptionConfiguration", "BucketServerSideEncryptionConfiguration", {
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }],
});
const block = companion("bucketPublicAccessBlock", "BucketPublicAccessBlock");
const policy = companion("bucketPolicy", "BucketPolicy");
const toDestination = log({ logDestination: ref("destination", "arn") });

export const flowLogCases: ServiceCases = {
  "vpc-flow-logs-enabled": [
    pass("a flow log of the VPC", [vpcOf(), log({ vpcId: ref("subject") }, "log")]),
    pass("a flow log of each subnet", [
      vpc,
      subnetOf("a"),
      subnetOf("b"),
      log({ subnetId: ref("a") }, "log-a"),
      log({ subnetId: ref("b") }, "log-b"),
    ]),
    pass("flow logs of a VPC outside the stack", log({ vpcId: "vpc-1" })),
    fault("none", vpcOf()),
    fault("none for an adopted default VPC", resource("aws:ec2/defaultVpc:DefaultVpc", {})),
    pass(
      "a default VPC that is adopted to be done away with",
      resource("aws:ec2/defaultVpc:DefaultVpc", { forceDestroy: true }),
    ),
    pass("a flow log of an adopted default VPC", [
      resource("aws:ec2/defaultVpc:DefaultVpc", {}),
      log({ vpcId: ref("subject") }, "log"),
    ]),
    fault("a flow log of one of two subnets", [vpc, subnetOf("a"), subnetOf("b"), log({ subnetId: ref("a") }, "log")]),
    fault("a flow log of another VPC", [vpcOf(), vpcOf("second"), log({ vpcId: ref("second") }, "log")]),
    fault("a flow log of a network interface", [vpcOf(), log({ eniId: "eni-1" }, "log")]),
    fault(
      "a VPC that is tagged as free of PHI, for the traffic is still evidence",
      vpcOf("subject", { tags: { "hipaa:phi": "false" } }),
    ),
    undecided("a flow log of a VPC known on update", [vpcOf(), log({ vpcId: unknown }, "log")]),
    undecided(
      "a flow log from another stack's VPC",
      [vpcOf(), log({ vpcId: ref("other", "vpcId") }, "log"), otherStack],
      {
        afterUpdate: "fault",
      },
    ),
  ],
  "vpc-flow-log-traffic-all": [
    pass("everything", log({ vpcId: "vpc-1", trafficType: "ALL" })),
    pass("a transit gateway, for which there is no such input", log({ transitGatewayId: unknown })),
    pass("an attachment of a transit gateway", log({ transitGatewayAttachmentId: "tgw-attach-1" })),
    pass("rejected traffic beside a full log of the same VPC", [
      log({ vpcId: ref("vpc"), trafficType: "REJECT" }),
      log({ vpcId: ref("vpc"), trafficType: "ALL" }, "full"),
      vpc,
    ]),
    fault("rejected traffic only", log({ vpcId: "vpc-1", trafficType: "REJECT" })),
    fault("accepted traffic only", log({ subnetId: "subnet-1", trafficType: "ACCEPT" })),
    fault("nothing said", log({ vpcId: "vpc-1" })),
    fault("rejected traffic beside a full log of another VPC", [
      log({ vpcId: ref("vpc"), trafficType: "REJECT" }),
      log({ vpcId: ref("b"), trafficType: "ALL" }, "full"),
      vpc,
      vpcOf("b"),
    ]),
    fault(
      "a second partial log",
      [log({ vpcId: "vpc-1", trafficType: "REJECT" }), log({ vpcId: "vpc-1", trafficType: "ACCEPT" }, "second")],
      { at: ["subject", "second"] },
    ),
    undecided("a type known on update", log({ vpcId: "vpc-1", trafficType: unknown })),
    undecided(
      "rejected traffic beside a full log of a VPC known on update",
      [
        log({ vpcId: ref("other", "a"), trafficType: "REJECT" }),
        log({ vpcId: ref("other", "b"), trafficType: "ALL" }, "full"),
        otherStack,
      ],
      { afterUpdate: "fault" },
    ),
  ],
  "vpc-flow-log-interval": [
    pass("a minute", log({ maxAggregationInterval: 60 })),
    pass("a minute as text", log({ maxAggregationInterval: "60" })),
    fault("ten minutes", log({ maxAggregationInterval: 600 })),
    fault("nothing said, which means ten", log({})),
    undecided("known on update", log({ maxAggregationInterval: unknown })),
  ],
  "vpc-flow-log-destination-protected": [
    pass("an encrypted log group that keeps a year", [
      toDestination,
      group({ kmsKeyId: "arn:aws:kms:us-east-1:1:key/a", retentionInDays: 365 }),
    ]),
    pass("an encrypted log group that keeps for good", [
      toDestination,
      group({ kmsKeyId: "arn:aws:kms:us-east-1:1:key/a", retentionInDays: 0 }),
    ]),
    pass("a closed bucket", [toDestination, bucket, encryption, block, policy]),
    pass("a bucket of another account", log({ logDestination: "arn:aws:s3:::archive" })),
    fault("a log group without a key", [toDestination, group({ retentionInDays: 365 })]),
    fault("a log group that keeps a week", [toDestination, group({ kmsKeyId: "k", retentionInDays: 7 })]),
    fault("a bucket without a block of public access", [toDestination, bucket, encryption, policy]),
    fault("a bucket without a policy", [toDestination, bucket, encryption, block]),
    fault("no destination", log({})),
    undecided("a destination known on update", [log({ logDestination: ref("other", "bucketArn") }), otherStack], {
      afterUpdate: "pass",
    }),
  ],
};
