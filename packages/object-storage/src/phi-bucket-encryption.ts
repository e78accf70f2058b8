import type * as s3 from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks, PolicyStatement } from "@hipaa-aws/foundation";
import type { BucketEncryption } from "./bucket-safeguards";
import { customerKeyDeny, noCustomerKeyDeny, otherEncryptionDenies } from "./encryption-denies";

/**
 * Who encrypts the objects, and with whose key. All modes stand on default encryption under the bucket's own key, so
 * nothing ever lies there in clear.
 */
export enum PhiBucketEncryption {
  /**
   * SSE-KMS under the bucket's key. It has the property for which customer-provided keys were once preferred: whoever
   * may read the bucket and not use the key reads nothing.
   */
  Kms = "Kms",
  /** DSSE-KMS: two layers under the bucket's key. Each object costs a KMS call, since there are no bucket keys. */
  KmsDualLayer = "KmsDualLayer",
  /**
   * SSE-C: the application sends a key of its own with every upload and read, and uploads without one are denied. S3
   * blocks the mode on new buckets since April 2026 and here it is unblocked by name. AWS cannot scan, back up or
   * recover such objects; a lost key is a lost object.
   */
  CustomerProvided = "CustomerProvided",
  /**
   * The application encrypts before it uploads, for example with the Amazon S3 Encryption Client. S3 cannot tell such
   * an object from another, so the bucket does not enforce it: it adds SSE-KMS on top, and the tag
   * `hipaa:encryption=client-side`. Metadata and keys of objects stay in clear.
   */
  ClientSide = "ClientSide",
}

/** Reads and checks the pair `encryption` and `keyCustody`. */
export function phiBucketEncryption(
  checks: ArgumentChecks,
  mode: PhiBucketEncryption | undefined,
  keyCustody: string | undefined,
): PhiBucketEncryption {
  const chosen = checks.oneOf("encryption", mode ?? PhiBucketEncryption.Kms, Object.values(PhiBucketEncryption));
  const ownKeys = chosen === PhiBucketEncryption.CustomerProvided || chosen === PhiBucketEncryption.ClientSide;
  if (ownKeys && keyCustody === undefined) {
    checks.fail(
      "keyCustody",
      `is missing for encryption ${chosen}: AWS cannot bring back an object whose key is lost`,
      "Say who keeps the keys and how they are recovered, or leave encryption out",
    );
  }
  if (!ownKeys && keyCustody !== undefined) {
    checks.fail(
      "keyCustody and encryption",
      `do not go together: with ${chosen}, KMS keeps the key`,
      "Leave keyCustody out",
    );
  }
  if (keyCustody !== undefined) {
    checks.matches(
      "keyCustody",
      keyCustody,
      /^.{20,}$/s,
      "a sentence of 20 characters or more: who keeps the keys, and how they are recovered",
    );
  }
  return chosen;
}

/** Default encryption of the bucket in this mode. */
export function defaultEncryption(mode: PhiBucketEncryption, keyArn: pulumi.Input<string>): BucketEncryption {
  return {
    keyArn,
    mode: kmsMode(mode),
    customerProvided: mode === PhiBucketEncryption.CustomerProvided,
  };
}

/** What the bucket policy denies in this mode. */
export function encryptionStatements(
  mode: PhiBucketEncryption,
  bucket: s3.Bucket,
  keyArn: pulumi.Input<string>,
): PolicyStatement[] {
  return [
    ...otherEncryptionDenies(bucket, kmsMode(mode), keyArn),
    mode === PhiBucketEncryption.CustomerProvided ? noCustomerKeyDeny(bucket) : customerKeyDeny(bucket),
  ];
}

/** The tag `hipaa:encryption`, where the mode is not that of every other bucket. */
export function encryptionTags(mode: PhiBucketEncryption): Record<string, string> {
  if (mode === PhiBucketEncryption.CustomerProvided) return { "hipaa:encryption": "sse-c" };
  if (mode === PhiBucketEncryption.ClientSide) return { "hipaa:encryption": "client-side" };
  return {};
}

function kmsMode(mode: PhiBucketEncryption) {
  return mode === PhiBucketEncryption.KmsDualLayer ? "aws:kms:dsse" : "aws:kms";
}
