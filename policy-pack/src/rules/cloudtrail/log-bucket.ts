import { stackRule } from "../../authoring/rule";
import type { Truth } from "../../authoring/truth";
import type { GraphResource } from "../../graph/stack-graph";
import type { Statement } from "../../knowledge/policy-document";
import { someStatement } from "../../knowledge/policy-judgement";
import { isNarrowed } from "../../knowledge/policy-reach";
import { bucketTypes, companionsOf, isLogArchive } from "../s3/buckets";
import { trail } from "./selectors";

export const logBucketSecure = stackRule("cloudtrail-log-bucket-secure", {
  check: (stack, graph) => {
    // The archive usually stands in another account, where it is judged.
    const buckets = graph.ofType(trail).flatMap((one) => graph.references(one, "s3BucketName", ...bucketTypes).targets);
    for (const bucket of new Set(buckets)) {
      stack.expect(
        bucket,
        isLogArchive(bucket),
        "the bucket of the trail is not tagged as the archive of logs, so the rules on archives do not apply to it",
      );
      const fault = "CloudTrail may write into the bucket on behalf of any account";
      for (const policy of companionsOf(graph, bucket, "policy")) stack.expect(policy, isTied(policy), fault);
      stack.expect(bucket, isTied(bucket), fault);
    }
  },
});

/** Whether every statement that lets CloudTrail in is tied to a trail, an account or an organization. */
function isTied(holder: GraphResource): Truth {
  return someStatement(holder.get("policy"), letsAnyTrailIn).not();
}

function letsAnyTrailIn(statement: Statement): boolean {
  const services = statement.principals?.services ?? [];
  return statement.effect === "Allow" && services.some((one) => /^cloudtrail\./i.test(one)) && !isNarrowed(statement);
}
