import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { KeyRingArgs, KeyRingKey } from "./key-ring-args";

/**
 * Calls after which data may become unreadable, or readable to others. CloudTrail reports them to EventBridge within
 * minutes; a metric filter would take longer and needs a trail in CloudWatch Logs.
 */
export const watchedCalls: readonly string[] = [
  "DeleteImportedKeyMaterial",
  "DisableKey",
  "DisableKeyRotation",
  "PutKeyPolicy",
  "ScheduleKeyDeletion",
];

/** Tells the alarm topic of calls that endanger the keys of this ring (45 CFR 164.308(a)(1)(ii)(D)). */
export function watchKeys(
  name: string,
  args: KeyRingArgs,
  keys: pulumi.Output<KeyRingKey>[],
  parent: pulumi.Resource,
): void {
  if (args.alarmTopicArn === undefined) return;
  const eventPattern = pulumi.all(keys).apply((ring) =>
    JSON.stringify({
      source: ["aws.kms"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: {
        eventSource: ["kms.amazonaws.com"],
        eventName: watchedCalls,
        // A caller names a key by id or by ARN; by alias none of these calls takes it.
        requestParameters: { keyId: ring.flatMap(({ keyId, arn }) => [keyId, arn]) },
      },
    }),
  );
  const rule = new cloudwatch.EventRule(
    `${name}-key-changes`,
    { description: "Calls that disable, delete or open a key of this ring", eventPattern, tags: args.tags },
    { parent },
  );
  new cloudwatch.EventTarget(
    `${name}-key-changes`,
    { rule: rule.name, arn: args.alarmTopicArn, targetId: "alarm-topic" },
    { parent },
  );
}
