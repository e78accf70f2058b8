import { customerKey } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { parsedJson } from "../knowledge/json-text";
import { expectInPhiScope, stores } from "../knowledge/phi-scope";

const flow = "aws:appflow/flow:Flow";
const eventRule = "aws:cloudwatch/eventRule:EventRule";

const cmk = resourceRule("appflow-cmk", {
  check: customerKey("kmsArn", "the data is encrypted under AWS's own key instead of a customer-managed one"),
});

/** Destinations inside AWS. */
const awsDestinations = ["S3", "Redshift", "EventBridge", "CustomerProfiles"];

const destinationsEncrypted = stackRule("appflow-destinations-encrypted", {
  config: {
    approvedVendors: {
      type: "array",
      items: { type: "string" },
      description: "Connector types of vendors with whom there is a business associate agreement.",
      default: [],
    },
  },
  check: (stack, graph) => {
    const approved = [...awsDestinations, ...stack.setting<readonly string[]>("approvedVendors")];
    for (const each of graph.ofType(flow)) {
      const configs = each.get("destinationFlowConfigs");
      const buckets = configs.items().map((config) => config.get("destinationConnectorProperties.s3.bucketName"));
      const fault = "the flow writes to a bucket that is tagged as holding no PHI";
      expectInPhiScope(stack, graph, each, buckets, stores.bucket, fault);
      stack.expect(
        each,
        configs.every((config) => config.get("connectorType").isOneOf(...approved)),
        "the flow sends data to a vendor that is not on the list of approved ones",
      );
    }
  },
});

/** Connectors that can be reached through AWS PrivateLink. */
const privateConnectors = ["Salesforce", "SAPOData", "Snowflake"];

const privateConnections = resourceRule("appflow-private-connectors", {
  check: (resource) =>
    resource.expect(
      resource
        .get("connectorType")
        .isOneOf(...privateConnectors)
        .not()
        .or(resource.get("connectionMode").isOneOf("Private")),
      "the vendor is reached over the internet though a private connection is possible",
    ),
});

const eventsMonitored = stackRule("appflow-events-monitored", {
  types: [flow],
  check: (stack, graph) => {
    const [first] = graph.ofType(flow);
    if (!first) return;
    const watches = graph.ofType(eventRule).map((rule) => {
      const isOff = rule.get("state").isOneOf("DISABLED").or(rule.get("isEnabled").isFalse());
      const pattern = parsedJson(rule.get("eventPattern"));
      const source = pattern?.get("source");
      return isOff.not().and(source?.some((one) => one.isOneOf("aws.appflow")) ?? Truth.no);
    });
    stack.expect(first, Truth.any(watches), "no rule of Amazon EventBridge watches the flow's executions");
  },
});

/** Rules on Amazon AppFlow. */
export const appflowRules: readonly Rule[] = [cmk, destinationsEncrypted, privateConnections, eventsMonitored];
