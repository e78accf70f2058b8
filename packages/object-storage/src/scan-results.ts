import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as s3 from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";

/** All results; any but the first leaves the object unreadable. */
const everyResult = ["NO_THREATS_FOUND", "THREATS_FOUND", "UNSUPPORTED", "ACCESS_DENIED", "FAILED"];
const badResults = everyResult.slice(1);

/**
 * Sends scan results on: all of them to the queue whose reader moves clean objects, the bad ones to the topic.
 * Source: Amazon GuardDuty User Guide, "Monitoring S3 object scans with Amazon EventBridge".
 */
export function scanResults(
  name: string,
  bucket: s3.Bucket,
  queueArn: pulumi.Input<string> | undefined,
  topicArn: pulumi.Input<string> | undefined,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): void {
  const send = (suffix: string, description: string, results: string[], arn: pulumi.Input<string>) => {
    const eventPattern = bucket.bucket.apply((bucketName) =>
      JSON.stringify({
        source: ["aws.guardduty"],
        "detail-type": ["GuardDuty Malware Protection Object Scan Result"],
        detail: {
          s3ObjectDetails: { bucketName: [bucketName] },
          scanResultDetails: { scanResultStatus: results },
        },
      }),
    );
    const rule = new cloudwatch.EventRule(`${name}-${suffix}`, { description, eventPattern, tags }, { parent });
    new cloudwatch.EventTarget(`${name}-${suffix}`, { rule: rule.name, arn }, { parent });
  };
  if (queueArn !== undefined) send("scanned", "Results of malware scans of uploads", everyResult, queueArn);
  if (topicArn !== undefined)
    send("unsafe", "Uploads with malware, or that could not be scanned", badResults, topicArn);
}
