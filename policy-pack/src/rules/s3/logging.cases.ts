import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { bucketOf, bucketV2Of, companion, noPhi, tagged } from "../../testing/s3";

const logs = bucketOf({}, "logs");
const logging = (targetBucket: unknown, module = "bucketLogging") =>
  companion(module, { targetBucket, targetPrefix: "phi/" }, "logging");

const notify = (properties: Record<string, unknown>) =>
  resource("aws:s3/bucketNotification:BucketNotification", { bucket: "phi", ...properties }, { name: "events" });
const queue = (properties: Record<string, unknown>) => resource("aws:sqs/queue:Queue", properties, { name: "queue" });
const topic = (properties: Record<string, unknown>) => resource("aws:sns/topic:Topic", properties, { name: "topic" });
const toQueue = notify({ queues: [{ queueArn: ref("queue", "arn"), events: ["s3:ObjectCreated:*"] }] });
const toTopic = notify({ topics: [{ topicArn: ref("topic", "arn"), events: ["s3:ObjectCreated:*"] }] });
const queueArn = "arn:aws:sqs:us-east-1:111122223333:uploads";

export const loggingCases: ServiceCases = {
  "s3-access-logging": [
    fault(
      "a bucket beside one that logs outside the stack",
      [bucketOf(), logging("central-logs"), bucketOf({}, "third")],
      { at: ["third"] },
    ),
    pass("a second configuration with an empty target", [
      bucketOf(),
      logging("central-logs"),
      companion("bucketLoggingV2", { targetBucket: "" }, "second"),
    ]),

    pass("logs in another bucket, which needs none of its own", [bucketOf(), logs, logging(ref("logs", "id"))]),
    pass("logs in a bucket outside the stack", [bucketOf(), logging("central-logs")]),
    pass("the deprecated twin", [bucketV2Of(), logging("central-logs", "bucketLoggingV2")]),
    pass("the inline form, with the target in the stack", [
      bucketOf({ logging: { targetBucket: ref("logs", "id") } }),
      logs,
    ]),
    pass("the inline form of the twin", bucketV2Of({ loggings: [{ targetBucket: "central-logs" }] })),
    pass("a target joined by name", [bucketOf(), bucketOf({ bucket: "the-logs" }, "logs"), logging("the-logs")]),
    pass("access logs", bucketOf(tagged({ "hipaa:purpose": "s3-access-logs" }))),
    pass("load balancer logs", bucketOf(tagged({ "hipaa:purpose": "elb-logs" }))),
    pass("what a load balancer of the stack delivers to, tagged or not", [
      bucketOf(),
      resource(
        "aws:lb/loadBalancer:LoadBalancer",
        { accessLogs: { bucket: ref("phi", "id"), enabled: true } },
        { name: "balancer" },
      ),
    ]),
    pass("no PHI", bucketOf(noPhi)),
    fault("nothing said", bucketOf()),
    fault("what the provider computes, as it stands at preview", bucketOf({}, "phi", { logging: unknown })),
    fault("logs in the bucket itself", [bucketOf(), logging(ref("phi", "id"))], { at: ["logging"] }),
    fault("an empty target", [bucketOf(), logging("")]),
    fault("a third bucket", [bucketOf(), logs, logging(ref("logs", "id")), bucketOf({}, "third")], { at: ["third"] }),
    undecided("logging whose bucket is known on update", [
      bucketOf(),
      companion("bucketLogging", { bucket: unknown, targetBucket: "central-logs" }),
    ]),
    undecided("a bucket that may be the target", [bucketOf(), logging(unknown), bucketOf({}, "third")], {
      at: ["third"],
    }),
  ],
  "s3-event-notifications-targets": [
    pass("an unencrypted queue that is not named", [
      notify({ queues: [{ queueArn }] }),
      queue({ arn: `${queueArn}-other`, sqsManagedSseEnabled: false }),
    ]),

    pass("a queue with a key", [toQueue, queue({ kmsMasterKeyId: "alias/events" })]),
    pass("a queue that SQS encrypts", [toQueue, queue({})]),
    pass("a topic with a wired key", [
      toTopic,
      topic({ kmsMasterKeyId: ref("key", "arn") }),
      resource("aws:kms/key:Key", {}, { name: "key" }),
    ]),
    pass("a queue outside the stack", notify({ queues: [{ queueArn }] })),
    pass("EventBridge only", notify({ eventbridge: true })),
    fault("a queue with encryption switched off", [toQueue, queue({ sqsManagedSseEnabled: false })]),
    fault("a topic without a key", [toTopic, topic({})]),
    fault("a queue joined by its ARN", [
      notify({ queues: [{ queueArn }] }),
      queue({ arn: queueArn, sqsManagedSseEnabled: false }),
    ]),
    undecided(
      "encryption of the queue known on update",
      [
        toQueue,
        queue({ sqsManagedSseEnabled: ref("source", "flag") }),
        resource("random:index:Pet", {}, { name: "source" }),
      ],
      { afterUpdate: "pass" },
    ),
  ],
};
