import type * as pulumi from "@pulumi/pulumi";
import { PhiDeliveryStream, PhiStream } from "@hipaa-aws/data-services";
import type { FargateServiceGrantArgs } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import type { DataSurroundings } from "./data-options";

/** The stream of records, and the delivery of records to the bucket of documents. */
export interface Streams {
  readonly stream: PhiStream | undefined;
  readonly delivery: PhiDeliveryStream | undefined;
}

/** Creates the stream and its delivery, those that are asked for. */
export function createStreams(
  name: string,
  args: HipaaWebApplicationArgs,
  { keys, documents, alarmTopicArn }: DataSurroundings,
  parent: pulumi.Resource,
): Streams {
  const { deletionProtection = true, organizationId, tags } = args;
  const stream =
    args.stream &&
    new PhiStream(
      `${name}-stream`,
      { ...args.stream, key: keys.messaging, organizationId, deletionProtection, alarmTopicArn, tags },
      { parent },
    );
  const waiting = stream
    ? { source: { streamArn: stream.streamArn, keyArn: keys.messaging.apply(({ arn }) => arn) } }
    : { key: keys.messaging };
  const delivery =
    args.delivery &&
    new PhiDeliveryStream(
      `${name}-delivery`,
      {
        ...args.delivery,
        ...waiting,
        // Services cannot deliver to a bucket of records under a lock.
        bucket: { bucketArn: documents.bucketArn },
        bucketKey: keys.documents,
        logsKey: keys.logs,
        alarmTopicArn,
        tags,
      },
      { parent },
    );
  return { stream, delivery };
}

/** Putting of records, where the first of the two is. */
export function streamGrants({ stream, delivery }: Streams, { keys }: DataSurroundings): FargateServiceGrantArgs[] {
  if (stream) {
    return [
      { name: "PutRecords", actions: ["kinesis:PutRecord", "kinesis:PutRecords"], resources: [stream.streamArn] },
      {
        name: "EncryptRecords",
        actions: ["kms:GenerateDataKey"],
        resources: [keys.messaging.apply(({ arn }) => arn)],
        viaServices: ["kinesis"],
      },
    ];
  }
  if (!delivery) return [];
  const actions = ["firehose:PutRecord", "firehose:PutRecordBatch"];
  return [{ name: "PutRecords", actions, resources: [delivery.deliveryStreamArn] }];
}

/** The one that programs put records on. */
export function streamsEnvironment({ stream, delivery }: Streams): Record<string, pulumi.Input<string>> {
  if (stream) return { STREAM_NAME: stream.streamName };
  return delivery ? { DELIVERY_STREAM_NAME: delivery.deliveryStreamName } : {};
}

/** Endpoint of the service that records are put on. */
export function streamEndpoints({ stream, delivery }: HipaaWebApplicationArgs): string[] {
  if (stream) return ["kinesis-streams"];
  return delivery ? ["kinesis-firehose"] : [];
}
