import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { MediaStoreServing, type MediaStoreArgs } from "./media-store-args";
import { PhiBucketEncryption } from "./phi-bucket-encryption";
import { requireArgument } from "./required-argument";

/** What steers the shape of a MediaStore beyond its bucket, checked and with defaults. */
export interface MediaStoreSettings {
  serving: MediaStoreServing;
  prefix: string;
}

/** IAM takes a trust policy of 2,048 characters, and this many roles of the longest names fit. */
const mostRoles = 10;

/** Checks the plain arguments of a MediaStore; the bucket checks those that it is given. */
export function mediaStoreSettings(checks: ArgumentChecks, name: string, args: MediaStoreArgs): MediaStoreSettings {
  checks.matches("name", name, /^[a-z][a-z0-9-]*$/, "lower-case letters, digits and hyphens, beginning with a letter");
  checks.fitsAutoname(`${name}-reader`, 50, "an S3 access point");
  requireArgument(checks, "key", args.key, "Give a customer managed KMS key, for example KeyRing.media");
  requireArgument(checks, "logsKey", args.logsKey, "Give a customer managed KMS key, for example KeyRing.logs");
  requireArgument(checks, "accessLogBucket", args.accessLogBucket, "Give a LogBucket of purpose S3AccessLogs");
  const roles = checks.atLeast("applicationRoleArns", args.applicationRoleArns, 1).length;
  if (roles > mostRoles) {
    checks.fail(
      "applicationRoleArns",
      `has ${roles} elements`,
      `Give ${mostRoles} at most; a trust policy has room for no more`,
    );
  }
  if (args.clientKey !== undefined && args.encryption !== PhiBucketEncryption.ClientSide) {
    checks.fail("clientKey", "is given although encryption is not ClientSide", "Leave it out, or set encryption");
  }
  return {
    serving: serving(checks, args),
    prefix: checks.matches(
      "prefix",
      args.prefix ?? "media/",
      /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\/$/,
      "a key prefix that ends with a slash, for example media/",
    ),
  };
}

function serving(checks: ArgumentChecks, args: MediaStoreArgs): MediaStoreServing {
  const chosen = checks.oneOf(
    "serving",
    args.serving ?? MediaStoreServing.Application,
    Object.values(MediaStoreServing),
  );
  if (chosen === MediaStoreServing.Application) {
    if (args.presigned !== undefined) {
      checks.fail("presigned", "is given although serving is Application", "Leave it out, or set serving to Presigned");
    }
    if (args.network === undefined) {
      checks.fail("network", "is missing: media are read from the application's VPC alone", "Give a Vpc");
    }
  } else if (args.network !== undefined) {
    checks.fail(
      "network",
      "is given although serving is Presigned, and people use URLs from elsewhere",
      "Leave it out; presigned.sourceCidrs and presigned.vpcEndpointIds say from where",
    );
  }
  return chosen;
}
