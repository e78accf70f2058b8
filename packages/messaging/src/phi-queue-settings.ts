import { checksFor } from "@hipaa-aws/foundation";
import type { PhiQueueArgs } from "./phi-queue-args";

/** What steers a PhiQueue, checked and with defaults. */
export interface PhiQueueSettings {
  readonly fifo: boolean;
  readonly maxReceiveCount: number;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionDays: number;
  readonly deadLetterRetentionDays: number;
  readonly maxMessageKib: number;
  readonly oldestMessageAlarmSeconds: number;
}

/** Services whose messages carry the ARN of their source, so that a queue can tell one source from another. */
const senderServices = ["events.amazonaws.com", "s3.amazonaws.com", "sns.amazonaws.com"];

/** Checks the plain arguments of a PhiQueue. Limits: Amazon SQS Developer Guide, "Amazon SQS message quotas". */
export function readPhiQueueSettings(name: string, args: PhiQueueArgs): PhiQueueSettings {
  const checks = checksFor("PhiQueue", name);
  const fifo = args.fifo ?? false;
  // Beside autonaming, the longest child's suffix and that of first-in-first-out queues count.
  checks.fitsAutoname(`${name}-dead-letters${fifo ? ".fifo" : ""}`, 80, "a queue");
  const within = (argument: keyof PhiQueueArgs, value: number, min: number, max: number) =>
    checks.integer(argument, value, min, max);
  const retentionDays = within("retentionDays", args.retentionDays ?? 4, 1, 14);
  const deadLetterRetentionDays = within("deadLetterRetentionDays", args.deadLetterRetentionDays ?? 14, 1, 14);
  if (deadLetterRetentionDays < retentionDays) {
    checks.fail(
      "deadLetterRetentionDays and retentionDays",
      `contradict each other: a message that waited ${String(retentionDays)} days would be gone as it arrives`,
      "Make deadLetterRetentionDays at least retentionDays",
    );
  }
  for (const { service } of args.senders ?? []) {
    checks.oneOf("senders[].service", service, senderServices);
    if (fifo && service === "s3.amazonaws.com") {
      checks.fail("senders", "names Amazon S3, which notifies no FIFO queue", "Leave fifo out, or send by EventBridge");
    }
  }
  return {
    fifo,
    maxReceiveCount: within("maxReceiveCount", args.maxReceiveCount ?? 5, 1, 1000),
    visibilityTimeoutSeconds: within("visibilityTimeoutSeconds", args.visibilityTimeoutSeconds ?? 60, 0, 43_200),
    retentionDays,
    deadLetterRetentionDays,
    maxMessageKib: within("maxMessageKib", args.maxMessageKib ?? 256, 1, 1024),
    oldestMessageAlarmSeconds: within(
      "oldestMessageAlarmSeconds",
      args.oldestMessageAlarmSeconds ?? 300,
      60,
      1_209_600,
    ),
  };
}
