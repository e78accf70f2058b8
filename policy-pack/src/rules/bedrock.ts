import { customerKey, required } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { isCustomerKeyIn } from "../knowledge/blocks";
import { expectInPhiScope, stores } from "../knowledge/phi-scope";

const agent = "aws:bedrock/agentAgent:AgentAgent";
const invocationLogging = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";

const agentCmk = resourceRule("bedrock-agent-cmk", {
  check: customerKey(
    "customerEncryptionKeyArn",
    "the agent is encrypted under AWS's own key instead of a customer-managed one",
  ),
});

const agentGuardrail = resourceRule("bedrock-agent-guardrail", {
  check: required("guardrailConfigurations", "no guardrail stands between the agent and its users"),
});

const dataCmk = resourceRule("bedrock-data-cmk", {
  check: (resource) => {
    const fault = "the data is encrypted under AWS's own key instead of a customer-managed one";
    switch (resource.type) {
      case "aws:bedrock/customModel:CustomModel":
        return customerKey("customModelKmsKeyId", fault)(resource);
      case "aws:bedrock/agentDataSource:AgentDataSource":
        return resource.expect(isCustomerKeyIn(resource.get("serverSideEncryptionConfiguration"), "kmsKeyArn"), fault);
      default:
        return customerKey("kmsKeyArn", fault)(resource);
    }
  },
});

const logging = stackRule("bedrock-invocation-logging", {
  check: (stack, graph) => {
    const configurations = graph.ofType(invocationLogging);
    const [first] = graph.ofType(agent);
    if (first && configurations.length === 0) {
      stack.fault(first, "the stack builds on Amazon Bedrock and declares no logging of what models are asked");
    }
    for (const each of configurations) {
      const config = each.get("loggingConfig");
      const fault = "prompts and answers are logged to a store that is tagged as holding no PHI";
      const buckets = ["s3Config.bucketName", "cloudwatchConfig.largeDataDeliveryS3Config.bucketName"];
      const group = config.get("cloudwatchConfig.logGroupName");
      expectInPhiScope(stack, graph, each, [group], stores.logGroup, fault);
      expectInPhiScope(
        stack,
        graph,
        each,
        buckets.map((path) => config.get(path)),
        stores.bucket,
        fault,
      );
    }
  },
});

/** Rules on Amazon Bedrock. */
export const bedrockRules: readonly Rule[] = [agentCmk, agentGuardrail, dataCmk, logging];
