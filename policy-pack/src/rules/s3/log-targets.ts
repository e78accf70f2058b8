import { Truth } from "../../authoring/truth";
import type { GraphResource, Reference, StackGraph } from "../../graph/stack-graph";
import { balancerTypes, classicBalancer } from "../elb/balancers";
import { bucketsOf, bucketTypes, companionTypes, companionsOf, isLogDelivery } from "./buckets";

/** Whether another bucket's access logs are written into this one. */
export function isAccessLogTarget(graph: StackGraph, bucket: GraphResource): Truth {
  const others = graph
    .ofType(...companionTypes.logging)
    .filter((one) => !companionsOf(graph, bucket, "logging").includes(one))
    .map((one) => isTarget(graph, one, "targetBucket", bucket));
  const inline = bucketsOf(graph)
    .filter((other) => other !== bucket)
    .flatMap((other) => [
      isTarget(graph, other, "logging.targetBucket", bucket),
      isTarget(graph, other, "loggings", bucket),
    ]);
  return Truth.any([...others, ...inline]);
}

export function targetOf(graph: StackGraph, from: GraphResource, path: string): Reference {
  return graph.references(from, path, ...bucketTypes);
}

/**
 * Whether a bucket receives logs that AWS delivers under keys of S3 only: it is tagged so, or the stack shows it. These
 * are access logs of buckets, of application and classic load balancers, and audit logs of Amazon Redshift. Source: AWS
 * documentation of each service's log delivery.
 */
export function receivesLogsWithoutKms(graph: StackGraph, bucket: GraphResource): Truth {
  return Truth.any([isLogDelivery(bucket), isAccessLogTarget(graph, bucket), ...deliveriesTo(graph, bucket)]);
}

/** Whether a distribution of the stack writes its standard logs into a bucket. */
export function receivesCloudFrontLogs(graph: StackGraph, bucket: GraphResource): Truth {
  const distributions = graph.ofType("aws:cloudfront/distribution:Distribution");
  return Truth.any(
    distributions.map((distribution) => {
      // What stands there is the bucket's host name, which is no name of the bucket.
      const host = distribution.get("loggingConfig.bucket");
      const name = /^(.+)\.s3[.-]/.exec(host.text ?? "")?.[1];
      if (name !== undefined && bucket.get("bucket").text === name) return Truth.yes;
      return isTarget(graph, distribution, "loggingConfig.bucket", bucket);
    }),
  );
}

function deliveriesTo(graph: StackGraph, bucket: GraphResource): Truth[] {
  const balancers = graph.ofType(...balancerTypes, classicBalancer).map((from) => {
    // Network load balancers deliver under AWS KMS too.
    const takesNone = from.get("loadBalancerType").isOneOf("network").not();
    return takesNone.and(isTarget(graph, from, "accessLogs.bucket", bucket));
  });
  const warehouses = graph
    .ofType("aws:redshift/logging:Logging")
    .map((from) => isTarget(graph, from, "bucketName", bucket));
  return [...balancers, ...warehouses];
}

/** Whether a property names this bucket; a name that is known on update may be its name, and it may have any. */
function isTarget(graph: StackGraph, from: GraphResource, path: string, bucket: GraphResource): Truth {
  const { targets, complete } = targetOf(graph, from, path);
  if (targets.includes(bucket)) return Truth.yes;
  if (targets.length > 0) return Truth.no;
  if (!complete) return Truth.unknown(path);
  const mayBeNamed = bucket.get("bucket").isUnknown && from.get(path).isGiven().isYes;
  return mayBeNamed ? bucket.get("bucket").asUnknown() : Truth.no;
}
