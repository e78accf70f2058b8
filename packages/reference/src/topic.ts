import type * as pulumi from "@pulumi/pulumi";
import { arn, awsEnvironment } from "@hipaa-aws/foundation";
import type { KeyRing } from "@hipaa-aws/keys";
import { PhiQueue, PhiTopic, type PhiQueueSender } from "@hipaa-aws/messaging";
import type { ServiceAccessArgs } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import { leastHiddenSeconds } from "./queue-visibility";

/** A queue of the topic, and the name of the function that works it off. */
export interface TopicQueue {
  readonly name: string;
  readonly target: string;
  readonly queue: PhiQueue;
}

/** The topic, and the queues that are there for it alone. */
export interface Topic {
  readonly topic: PhiTopic;
  readonly queues: readonly TopicQueue[];
}

/** What topic and queues are wired to. */
export interface TopicSurroundings {
  readonly keys: KeyRing;
  readonly alarmTopicArn: pulumi.Output<string>;
  readonly jobs: PhiQueue | undefined;
}

/** Creates the queues, and the topic that delivers to them and to the queue of jobs, where that is asked for. */
export function createTopic(
  name: string,
  args: HipaaWebApplicationArgs,
  { keys, alarmTopicArn, jobs }: TopicSurroundings,
  parent: pulumi.Resource,
): Topic | undefined {
  if (args.topic === undefined) return undefined;
  const { functions = [], organizationId, tags } = args;
  const { fifo = false, jobs: toJobs = false } = args.topic;
  const shared = { key: keys.messaging, fifo, organizationId, alarmTopicArn, tags };
  const senders = [topicSender(name, parent)];
  const queues = (args.topic.queues ?? []).map(({ name: queue, target }) => {
    const visibilityTimeoutSeconds = leastHiddenSeconds(functions.find((one) => one.name === target) ?? {});
    const made = new PhiQueue(`${name}-${queue}`, { ...shared, senders, visibilityTimeoutSeconds }, { parent });
    return { name: queue, target, queue: made };
  });
  const subscribed = [
    ...queues.map(({ name: queue, queue: { queueArn } }) => ({ name: queue, queueArn })),
    ...(toJobs && jobs ? [{ name: "jobs", queueArn: jobs.queueArn }] : []),
  ];
  const topic = new PhiTopic(`${name}-topic`, { ...shared, logsKey: keys.logs, queues: subscribed }, { parent });
  return { topic, queues };
}

/** The topic needs its queues, and the queues name their topic: its ARN is known by its beginning only. */
export function topicSender(name: string, parent: pulumi.Resource): PhiQueueSender {
  return { service: "sns.amazonaws.com", sourceArn: arn(awsEnvironment(parent), "sns", `${name}-topic-*`) };
}

/** Publishing, and no more: whoever publishes has no part in who gets it. */
export function topicAccess(topic: Topic | undefined, keys: KeyRing): NonNullable<ServiceAccessArgs["topics"]> {
  return topic ? [{ name: "topic", topic: topic.topic, key: keys.messaging }] : [];
}

/** Where programs that may publish find the topic. */
export function topicEnvironment(topic: Topic | undefined): Record<string, pulumi.Input<string>> {
  return topic ? { TOPIC_ARN: topic.topic.topicArn } : {};
}
