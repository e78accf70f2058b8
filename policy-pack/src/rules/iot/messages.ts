import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { expectInPhiScope, stores } from "../../knowledge/phi-scope";

const topicRule = "aws:iot/topicRule:TopicRule";
const policy = "aws:iot/policy:Policy";
const loggingOptions = "aws:iot/loggingOptions:LoggingOptions";

const httpsOnly = resourceRule("iot-rule-https-only", {
  check: (resource) => {
    const actions = [...resource.get("https").items(), resource.get("errorAction.http")];
    const urls = actions.flatMap((action) => [action.get("url"), action.get("confirmationUrl")]);
    resource.expect(Truth.all(urls.map(isHttps)), "an HTTP action sends messages in the clear");
  },
});

function isHttps(url: Value): Truth {
  return url
    .isGiven()
    .not()
    .or(url.matches(/^https:\/\//i));
}

/** Actions that store messages: the list, what in it names the store, the kinds of stores. */
const storingActions: readonly (readonly [list: string, name: string, types: readonly string[]])[] = [
  ["s3", "bucketName", stores.bucket],
  ["dynamodbs", "tableName", stores.table],
  ["dynamodbv2s", "putItem.tableName", stores.table],
  ["kineses", "streamName", stores.stream],
  ["firehoses", "deliveryStreamName", stores.firehose],
  ["sqs", "queueUrl", stores.queue],
  ["sns", "targetArn", stores.topic],
];

const actionsEncrypted = stackRule("iot-rule-actions-encrypted", {
  check: (stack, graph) => {
    for (const rule of graph.ofType(topicRule)) {
      for (const [list, name, types] of storingActions) {
        const values = rule
          .get(list)
          .items()
          .map((action) => action.get(name));
        expectInPhiScope(stack, graph, rule, values, types, "messages go to a store that is tagged as holding no PHI");
      }
      stack.expect(rule, rule.get("errorAction").isGiven(), "no error action catches messages whose delivery fails");
    }
  },
});

const logging = stackRule("iot-logging", {
  check: (stack, graph) => {
    const options = graph.ofType(loggingOptions);
    const [first] = graph.ofType(topicRule, policy);
    if (options.length === 0 && first) stack.fault(first, "the stack uses AWS IoT and declares no logging for it");
    for (const each of options) {
      stack.expect(each, each.get("disableAllLogs").isTrue().not(), "all logs are switched off");
      stack.expect(
        each,
        each.get("defaultLogLevel").isOneOf("ERROR", "WARN", "INFO"),
        "the default log level is none, or one that shows what messages hold",
      );
    }
  },
});

export const messageRules: readonly Rule[] = [httpsOnly, actionsEncrypted, logging];
