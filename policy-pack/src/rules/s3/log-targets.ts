import { Truth } from "../../authoring/truth";
import type { GraphResource, Reference, StackGraph } from "../../graph/stack-graph";
import { balancerTypes, classicBalancer } from "../elb/balancers";
import { bucketsOf, bucketTypes, companionTypes, companionsOf, isLogDelivery } from "./buckets";

/** Whether another bucket's access logs are written into this one. */
export function isAccessLogTarget(graph: StackGraph, bucket: GraphResource): Truth {
  const others = graph
    .ofType(...companionTypes.logging)
    .filter((one) => !companionsOf(graph, bucket, "logging").includes(one))
    .map((one) => targetOf(graph, one, "targetBucket"));
  const inline = bucketsOf(graph)
    .filter((other) => other !== bucket)
    .flatMap((other) => [targetOf(graph, other, "logging.targetBucket"), targetOf(graph, other, "loggings")]);
  if ([...others, ...inline].some(({ targets }) => targets.includes(bucket))) return Truth.yes;
  const isOpen = others.some(({ targets, complete }) => targets.length === 0 && !complete);
  return isOpen ? Truth.unknown("BucketLogging.targetBucket") : Truth.no;
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

/** Only what is certain: a delivery whose bucket is known on update says nothing of this one. */
function isTarget(graph: StackGraph, from: GraphResource, path: string, bucket: GraphResource): Truth {
  return Truth.of(targetOf(graph, from, path).targets.includes(bucket));
}
