import { customerKey, notPublicPolicy, oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { noText } from "../knowledge/texts";

const stream = "aws:kinesis/stream:Stream";
const application = "aws:kinesisanalyticsv2/application:Application";

const streamEncrypted = resourceRule("kinesis-stream-encrypted", {
  check: oneOf("encryptionType", ["KMS"], "the stream is not encrypted"),
});

const streamCmk = resourceRule("kinesis-stream-cmk", {
  check: (resource) => {
    resource.onlyWhen(
      resource.get("encryptionType").isOneOf("KMS"),
      "is not encrypted, which is another rule's finding",
    );
    customerKey("kmsKeyId", "the stream is encrypted under AWS's own key instead of a customer-managed one")(resource);
  },
});

const policyScoped = resourceRule("kinesis-policy-scoped", {
  check: notPublicPolicy("policy", "the policy of the stream lets everyone in"),
});

const videoCmk = resourceRule("kinesis-video-cmk", {
  check: (resource) => {
    customerKey(
      "kmsKeyId",
      "the video stream is encrypted under AWS's own key instead of a customer-managed one",
    )(resource);
    // Nothing said means that nothing is kept.
    const hours = resource.get("dataRetentionInHours");
    resource.expect(
      hours.isGiven().not().or(hours.isAtMost(longestRetention)),
      "the video stream keeps its data longer than Kinesis can",
    );
  },
});

/** Ten years, in hours: what Kinesis Video Streams takes at most. */
const longestRetention = 87_600;

const analyticsEncrypted = resourceRule("kinesis-analytics-encrypted", {
  check: (resource) => {
    resource.expect(
      resource.get("runtimeEnvironment").isOneOf("SQL-1_0").not(),
      "the application runs on SQL, which AWS has ended",
    );
    resource.expect(
      resource.get("cloudwatchLoggingOptions.logStreamArn").isGiven(),
      "the application writes no logs to CloudWatch Logs",
    );
    const configuration = resource.get("applicationConfiguration");
    resource.expect(
      configuration.get("vpcConfiguration.subnetIds").isGiven(),
      "the application runs outside of the VPC",
    );
    resource.expect(
      configuration.get("applicationEncryptionConfiguration.keyType").isOneOf("CUSTOMER_MANAGED_KEY"),
      "the state of the application is encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

const analyticsSources = stackRule("kinesis-analytics-sources-encrypted", {
  types: [application],
  check: (check, graph) => {
    for (const each of graph.ofType(application)) {
      const inScope = graph.ofType(stream).map((one) => names(graph, each, one).not().or(one.mayHoldPhi()));
      check.expect(
        each,
        Truth.any([each.mayHoldPhi().not(), Truth.all(inScope)]),
        "the application reads from or writes to a stream that is tagged as holding no PHI",
      );
    }
  },
});

/** Whether an application's configuration names a stream, by dependency or by ARN or name in its properties. */
function names(graph: StackGraph, of: GraphResource, target: GraphResource): Truth {
  if (graph.references(of, "applicationConfiguration", stream).targets.includes(target)) return Truth.yes;
  const own = [target.get("arn").text, target.get("name").text];
  return noText(of.get("applicationConfiguration"), (text) => own.includes(text)).not();
}

/** Rules on Kinesis streams, video streams and Flink applications. */
export const kinesisRules: readonly Rule[] = [
  streamEncrypted,
  streamCmk,
  policyScoped,
  videoCmk,
  analyticsEncrypted,
  analyticsSources,
];
