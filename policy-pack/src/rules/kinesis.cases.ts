import {
  fault,
  json,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type ServiceCases,
} from "../testing/cases";

type Properties = Record<string, unknown>;
const stream = (properties: Properties = {}, name = "subject") =>
  resource("aws:kinesis/stream:Stream", properties, { name });
const policy = (document: unknown) => resource("aws:kinesis/resourcePolicy:ResourcePolicy", { policy: document });
const video = (properties: Properties) => resource("aws:kinesis/videoStream:VideoStream", properties);
const application = (properties: Properties) => resource("aws:kinesisanalyticsv2/application:Application", properties);
const allow = (principal: unknown, condition?: unknown) =>
  json({ Statement: [{ Effect: "Allow", Principal: principal, Action: "kinesis:GetRecords", Condition: condition }] });

const flink = (more: Properties = {}) =>
  application({
    runtimeEnvironment: "FLINK-1_20",
    cloudwatchLoggingOptions: { logStreamArn: unknown },
    applicationConfiguration: {
      vpcConfiguration: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] },
      applicationEncryptionConfiguration: { keyType: "CUSTOMER_MANAGED_KEY", keyId: unknown },
    },
    ...more,
  });
const reads = (arn: unknown) =>
  flink({
    applicationConfiguration: {
      environmentProperties: { propertyGroups: [{ propertyGroupId: "in", propertyMap: { source: arn } }] },
    },
  });
const readsBySql = (resourceArn: unknown) =>
  application({
    applicationConfiguration: { sqlApplicationConfiguration: { input: { kinesisStreamsInput: { resourceArn } } } },
  });
const noPhi = { tags: { "hipaa:phi": "false" } };

export const kinesisCases: ServiceCases = {
  "kinesis-stream-encrypted": [
    pass("encrypted", stream({ encryptionType: "KMS", kmsKeyId: unknown })),
    pass(
      "encrypted under the key of AWS, which another rule reports",
      stream({ encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" }),
    ),
    fault("nothing said", stream()),
    fault("not encrypted", stream({ encryptionType: "NONE" })),
    fault("a key alone does not encrypt", stream({ kmsKeyId: "key" })),
    undecided("known on update", stream({ encryptionType: unknown })),
    fault("switched off, with a key", stream({ encryptionType: "NONE", kmsKeyId: "alias/aws/kinesis" })),
  ],
  "kinesis-stream-cmk": [
    pass("a wired key", stream({ encryptionType: "KMS", kmsKeyId: unknown })),
    fault("no key", stream({ encryptionType: "KMS" })),
    fault("AWS's own key", stream({ encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" })),
    notApplicable("not encrypted, which another rule reports", stream()),
    undecided("encryption known on update", stream({ encryptionType: unknown })),
  ],
  "kinesis-policy-scoped": [
    pass("one account", policy(allow({ AWS: "111122223333" }))),
    pass("one organization", policy(allow("*", { StringEquals: { "aws:PrincipalOrgID": "o-1" } }))),
    fault("everyone", policy(allow("*"))),
    fault("everyone in a list", policy(allow({ AWS: ["111122223333", "*"] }))),
    undecided("known on update", policy(unknown)),
    pass("no document, which AWS does not accept", policy(undefined)),
  ],
  "kinesis-video-cmk": [
    pass("a wired key", video({ kmsKeyId: unknown, dataRetentionInHours: 24 })),
    pass("nothing is kept", video({ kmsKeyId: "key" })),
    fault("no key", video({ dataRetentionInHours: 24 })),
    fault("AWS's own key", video({ kmsKeyId: "alias/aws/kinesisvideo" })),
    fault("kept longer than Kinesis can", video({ kmsKeyId: "key", dataRetentionInHours: 100_000 })),
    undecided("known on update", video({ kmsKeyId: "key", dataRetentionInHours: unknown })),
  ],
  "kinesis-analytics-encrypted": [
    pass("logs, a VPC and a key", flink()),
    pass("a log stream known on update", flink({ cloudwatchLoggingOptions: { logStreamArn: unknown } })),
    fault("SQL", flink({ runtimeEnvironment: "SQL-1_0" })),
    fault("no logs", flink({ cloudwatchLoggingOptions: undefined })),
    fault("neither VPC nor key", flink({ applicationConfiguration: {} })),
    fault(
      "outside of the VPC",
      flink({
        applicationConfiguration: { applicationEncryptionConfiguration: { keyType: "CUSTOMER_MANAGED_KEY" } },
      }),
    ),
    fault(
      "AWS's own key",
      flink({
        applicationConfiguration: {
          vpcConfiguration: { subnetIds: ["subnet-1"] },
          applicationEncryptionConfiguration: { keyType: "AWS_OWNED_KEY" },
        },
      }),
    ),
    undecided("a runtime known on update", flink({ runtimeEnvironment: unknown })),
    pass("no runtime, which AWS does not accept", flink({ runtimeEnvironment: undefined })),
  ],
  "kinesis-analytics-sources-encrypted": [
    pass("a stream in scope", [reads(ref("stream", "arn")), stream({}, "stream")]),
    pass("an application out of scope", [
      { ...reads(ref("stream", "arn")), properties: { ...reads(ref("stream", "arn")).properties, ...noPhi } },
      stream(noPhi, "stream"),
    ]),
    pass("a stream elsewhere", [reads("arn:aws:kinesis:us-east-1:1:stream/a"), stream(noPhi, "stream")]),
    fault("a stream out of scope", [reads(ref("stream", "arn")), stream(noPhi, "stream")]),
    fault("a stream out of scope, by ARN", [
      reads("arn:aws:kinesis:us-east-1:1:stream/a"),
      stream({ ...noPhi, arn: "arn:aws:kinesis:us-east-1:1:stream/a" }, "stream"),
    ]),
    undecided("a tag known on update", [reads(ref("stream", "arn")), stream({ tags: unknown }, "stream")]),
    fault("a stream out of scope, read by SQL", [readsBySql(ref("stream", "arn")), stream(noPhi, "stream")]),
    pass("an SQL application that names no stream", [readsBySql(undefined), stream(noPhi, "stream")]),
  ],
};
