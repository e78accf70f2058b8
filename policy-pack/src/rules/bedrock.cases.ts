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
import { bucketOf, noPhi } from "../testing/s3";

const agent = (properties: CaseProperties = {}) => resource("aws:bedrock/agentAgent:AgentAgent", properties);
const model = (properties: CaseProperties = {}) => resource("aws:bedrock/customModel:CustomModel", properties);
const source = (properties: CaseProperties = {}) => resource("aws:bedrock/agentDataSource:AgentDataSource", properties);
const guardrail = (properties: CaseProperties = {}) => resource("aws:bedrock/guardrail:Guardrail", properties);
const logging = (loggingConfig: unknown) =>
  resource("aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration", { loggingConfig });
const group = (properties: CaseProperties = {}) =>
  resource("aws:cloudwatch/logGroup:LogGroup", properties, { name: "logs" });
const toGroup = { cloudwatchConfig: { logGroupName: ref("logs", "name"), roleArn: "role" } };

export const bedrockCases: ServiceCases = {
  "bedrock-agent-cmk": [
    pass("a wired key", agent({ customerEncryptionKeyArn: unknown })),
    pass("a key by ARN", agent({ customerEncryptionKeyArn: "arn:aws:kms:us-east-1:111122223333:key/b" })),
    fault("no key", agent()),
    fault("AWS's own key", agent({ customerEncryptionKeyArn: "arn:aws:kms:us-east-1:1:alias/aws/bedrock" })),
  ],
  "bedrock-agent-guardrail": [
    pass("a guardrail", agent({ guardrailConfigurations: [{ guardrailIdentifier: unknown, guardrailVersion: "1" }] })),
    pass("known on update", agent({ guardrailConfigurations: unknown })),
    fault("nothing said", agent()),
    fault("none", agent({ guardrailConfigurations: [] })),
  ],
  "bedrock-data-cmk": [
    pass("a model's key", model({ customModelKmsKeyId: unknown })),
    pass("a source's key", source({ serverSideEncryptionConfiguration: { kmsKeyArn: unknown } })),
    pass("a guardrail's key", guardrail({ kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/b" })),
    fault("a model without a key", model()),
    fault("a source without a key", source()),
    fault("a source with an empty block", source({ serverSideEncryptionConfiguration: {} })),
    fault("a guardrail without a key", guardrail()),
    fault("AWS's own key", model({ customModelKmsKeyId: "alias/aws/bedrock" })),
    undecided("a source's block known on update", source({ serverSideEncryptionConfiguration: unknown })),
  ],
  "bedrock-invocation-logging": [
    pass("logged to a group in scope", [logging(toGroup), group(), { ...agent(), name: "agent" }]),
    pass("logged to a group of another stack", logging({ cloudwatchConfig: { logGroupName: "/bedrock" } })),
    fault("an agent, and nothing logged", agent()),
    fault("logged to a group out of scope", [logging(toGroup), group(noPhi)]),
    fault("logged to a bucket out of scope", [
      logging({ s3Config: { bucketName: ref("phi", "bucket") } }),
      bucketOf(noPhi),
    ]),
    fault("large parts to a bucket out of scope", [
      logging({ cloudwatchConfig: { largeDataDeliveryS3Config: { bucketName: ref("phi", "bucket") } } }),
      bucketOf(noPhi),
    ]),
    undecided("a group known on update", [logging({ cloudwatchConfig: { logGroupName: unknown } }), group(noPhi)]),
    pass("logged to a group in scope, without an agent", [logging(toGroup), group()]),
  ],
};
