import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { bucketsOf, companionsOf, hasCompanion } from "./buckets";
import { receivesLogsWithoutKms, targetOf } from "./log-targets";

const accessLogging = stackRule("s3-access-logging", {
  check: (stack, graph) => {
    for (const bucket of bucketsOf(graph)) {
      const configurations = companionsOf(graph, bucket, "logging");
      for (const one of configurations) {
        const isItself = targetOf(graph, one, "targetBucket").targets.includes(bucket);
        stack.expect(one, Truth.of(!isItself), "access logs are written into the very bucket they are about");
      }
      const named = configurations.map((one) => one.get("targetBucket").isGiven());
      const byResource = named.length > 0 ? Truth.any(named) : hasCompanion(graph, bucket, "logging");
      const exempt = Truth.any([bucket.mayHoldPhi().not(), receivesLogsWithoutKms(graph, bucket)]);
      stack.expect(bucket, Truth.any([byResource, logsInline(bucket), exempt]), "access to the bucket is not logged");
    }
  },
});

function logsInline(bucket: GraphResource): Truth {
  return Truth.any([
    bucket.get("logging").get("targetBucket").isGiven(),
    bucket.get("loggings").some((block) => block.get("targetBucket").isGiven()),
  ]);
}

const notificationTargets = stackRule("s3-event-notifications-targets", {
  check: (stack, graph) => {
    for (const notification of graph.ofType("aws:s3/bucketNotification:BucketNotification")) {
      const queues = receivers(graph, notification, "queues", "queueArn", "aws:sqs/queue:Queue");
      const topics = receivers(graph, notification, "topics", "topicArn", "aws:sns/topic:Topic");
      const toQueues = queues.map(({ target, isNamed }) => isNamed.not().or(queueIsEncrypted(target)));
      const toTopics = topics.map(({ target, isNamed }) => isNamed.not().or(hasKey(target)));
      stack.expect(notification, Truth.all(toQueues), "events go to a queue that is not encrypted");
      stack.expect(notification, Truth.all(toTopics), "events go to a topic that is not encrypted");
    }
  },
});

interface Receiver {
  readonly target: GraphResource;
  readonly isNamed: Truth;
}

/**
 * The queues or topics of the stack, and whether a notification names them: by dependency or by literal ARN. An ARN that
 * is known on update and comes from no resource of the stack may be anyone's.
 */
function receivers(graph: StackGraph, from: GraphResource, input: string, arn: string, type: string): Receiver[] {
  const urns = new Set(from.sources.get(input) ?? []);
  return graph.ofType(type).map((target) => {
    const own = target.get("arn").text;
    const named = from.get(input).some((item) => {
      const given = item.get(arn);
      if (given.isUnknown) return urns.size > 0 ? Truth.no : given.asUnknown();
      return Truth.of(own !== undefined && given.text === own);
    });
    return { target, isNamed: Truth.of(urns.has(target.urn)).or(named) };
  });
}

/** A queue is encrypted by SQS itself unless that is switched off and no key is named. */
function queueIsEncrypted(queue: GraphResource): Truth {
  return queue.get("sqsManagedSseEnabled").isFalse().not().or(hasKey(queue));
}

function hasKey(target: GraphResource): Truth {
  return target.get("kmsMasterKeyId").isGiven();
}

export const loggingRules: readonly Rule[] = [accessLogging, notificationTargets];
