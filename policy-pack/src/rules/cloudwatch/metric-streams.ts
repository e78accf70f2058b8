import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";

const metricStream = "aws:cloudwatch/metricStream:MetricStream";
const deliveryStream = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

export const metricStreamsEncrypted = stackRule("cloudwatch-metric-streams-encrypted", {
  check: (stack, graph) => {
    for (const one of graph.ofType(metricStream)) {
      const { targets, complete } = graph.references(one, "firehoseArn", deliveryStream);
      // A delivery stream within the scope of PHI is reported by the rule on delivery streams.
      const sound = targets.map((target) =>
        target.mayHoldPhi().or(target.get("serverSideEncryption.enabled").isTrue()),
      );
      stack.expect(
        one,
        Truth.all([...sound, complete ? Truth.yes : Truth.unknown("firehoseArn")]),
        "metrics go through a delivery stream that is not encrypted",
      );
    }
  },
});
