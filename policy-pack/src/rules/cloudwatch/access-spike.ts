import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { bucket, bucketTypes, bucketsOf, isLogArchive } from "../s3/buckets";
import { receivesLogsWithoutKms } from "../s3/log-targets";
import { hasAlarm, looksFor, metricAlarm, metricFilter } from "./filters";

const bucketMetric = "aws:s3/bucketMetric:BucketMetric";
const requestMetrics = ["GetRequests", "AllRequests", "BytesDownloaded"];

export const accessSpike = stackRule("cloudwatch-phi-access-spike", {
  // Each bucket that may hold PHI is judged, whether or not anything measures it.
  types: [...bucketTypes],
  check: (stack, graph) => {
    // A filter on the data events of the trail sees reads of every bucket.
    const byTrail = Truth.any(
      graph.ofType(metricFilter).map((filter) => {
        const looks = filter.get("pattern").whenKnown((raw) => looksFor(asText(raw), "GetObject"));
        return looks.isNo ? Truth.no : looks.and(hasAlarm(graph, filter));
      }),
    );
    for (const one of bucketsOf(graph)) {
      const exempt = Truth.any([one.mayHoldPhi().not(), isLogArchive(one), receivesLogsWithoutKms(graph, one)]);
      const measured = isMeasured(graph, one).and(isWatched(graph, one));
      stack.expect(
        one,
        Truth.any([exempt, byTrail, measured]),
        "nobody is told when the bucket is read unusually often",
      );
    }
  },
});

function metricsOf(graph: StackGraph, one: GraphResource): GraphResource[] {
  return graph.referrers(one, bucketMetric, "bucket");
}

function isMeasured(graph: StackGraph, one: GraphResource): Truth {
  if (metricsOf(graph, one).length > 0) return Truth.yes;
  const open = graph.unresolvedReferrers(bucketMetric, "bucket", bucket).length > 0;
  return open ? Truth.unknown("BucketMetric.bucket") : Truth.no;
}

/** Whether an alarm watches the request metrics of a bucket, by dependency or by the bucket's name. */
function isWatched(graph: StackGraph, one: GraphResource): Truth {
  const urns = [one, ...metricsOf(graph, one)].map(({ urn }) => urn);
  return Truth.any(
    graph.ofType(metricAlarm).map((alarm) => {
      const measures = alarm.get("metricName").isOneOf(...requestMetrics);
      const linked = (alarm.sources.get("dimensions") ?? []).some((urn) => urns.includes(urn));
      const name = alarm.get("dimensions").child("BucketName");
      const own = one.get("bucket").text;
      const named = linked ? Truth.yes : own === undefined ? name.whenKnown(() => false) : name.isOneOf(own);
      return measures.isNo ? Truth.no : measures.and(named);
    }),
  );
}
