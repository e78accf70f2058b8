import type * as pulumi from "@pulumi/pulumi";
import { arn, awsEnvironment } from "@hipaa-aws/foundation";
import type { KeyRing } from "@hipaa-aws/keys";
import { PhiQueue } from "@hipaa-aws/messaging";
import { MediaStore, UploadBucket, type LogBucket } from "@hipaa-aws/object-storage";
import type { HipaaWebApplicationArgs } from "./args";
import type { ApplicationNetwork } from "./network";

/** The quarantine, and the queue of what was found in it. */
export interface Uploads {
  readonly bucket: UploadBucket;
  readonly scanned: PhiQueue;
}

/** What uploads and media are wired to. */
export interface MediaSurroundings {
  readonly keys: KeyRing;
  readonly accessLogBucket: LogBucket;
  readonly alarmTopicArn: pulumi.Output<string>;
}

/** Creates the quarantine. Results of scans arrive in a queue whose reader moves on what is clean. */
export function createUploads(
  name: string,
  args: HipaaWebApplicationArgs,
  { keys, accessLogBucket, alarmTopicArn }: MediaSurroundings,
  parent: pulumi.Resource,
): Uploads | undefined {
  if (args.media === undefined) return undefined;
  const { organizationId, tags, destroyBucketsWithObjects: forceDestroy = false } = args;
  const { uploadOrigins } = args.media;
  const uploads = `${name}-uploads`;
  // The rule takes its name from this one, and the rule needs the queue: its ARN is known by its beginning only.
  const rules = arn(awsEnvironment(parent), "events", `rule/${uploads}-*`);
  const scanned = new PhiQueue(
    `${uploads}-scanned`,
    {
      key: keys.messaging,
      senders: [{ service: "events.amazonaws.com", sourceArn: rules }],
      organizationId,
      alarmTopicArn,
      tags,
    },
    { parent },
  );
  const bucket = new UploadBucket(
    uploads,
    {
      key: keys.media,
      accessLogBucket,
      presigned: uploadOrigins === undefined ? undefined : { origins: uploadOrigins },
      resultQueueArn: scanned.queueArn,
      alarmTopicArn,
      organizationId,
      forceDestroy,
      tags,
    },
    { parent },
  );
  return { bucket, scanned };
}

/** Creates the store, which the roles of the application alone read, for a user whom they name. */
export function createMediaStore(
  name: string,
  args: HipaaWebApplicationArgs,
  { keys, accessLogBucket }: MediaSurroundings,
  network: ApplicationNetwork,
  applicationRoleArns: pulumi.Output<string>[],
  parent: pulumi.Resource,
): MediaStore | undefined {
  if (args.media === undefined) return undefined;
  return new MediaStore(
    `${name}-media`,
    {
      key: keys.media,
      logsKey: keys.logs,
      accessLogBucket,
      applicationRoleArns,
      network,
      archiveAfterDays: args.media.archiveAfterDays,
      organizationId: args.organizationId,
      forceDestroy: args.destroyBucketsWithObjects ?? false,
      tags: args.tags,
    },
    { parent },
  );
}
