import * as s3 from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks, PolicyStatement } from "@hipaa-aws/foundation";
import { objectsOf } from "./bucket-policy";
import { knownArn } from "./known-arn";
import { PhiBucketPresignedMethod, type PhiBucketPresigned } from "./presigned-args";

const longestSeconds = 300;
/** A browser asks again whether an origin is let in after as long as a URL lives. */
const corsMaxAgeSeconds = longestSeconds;
const byPresignedUrl = { StringEquals: { "s3:authType": ["REST-QUERY-STRING"] } };
const mostOrigins = 100;

/** Limits of presigned URLs, checked and with defaults. */
export interface PresignedLimits {
  maxSeconds: number;
  methods: readonly PhiBucketPresignedMethod[];
  sourceCidrs: readonly string[] | undefined;
  vpcEndpointIds: pulumi.Input<pulumi.Input<string>[]> | undefined;
  origins: readonly string[];
}

/** Checks the limits of presigned URLs. */
export function presignedLimits(checks: ArgumentChecks, args: PhiBucketPresigned = {}): PresignedLimits {
  const { sourceCidrs, origins = [], methods = [PhiBucketPresignedMethod.Get] } = args;
  checks.atLeast("presigned.methods", methods, 1);
  checks.unique("presigned.methods", methods);
  for (const method of methods) checks.oneOf("presigned.methods", method, Object.values(PhiBucketPresignedMethod));
  if (sourceCidrs !== undefined) {
    checks.atLeast("presigned.sourceCidrs", sourceCidrs, 1);
    checks.unique("presigned.sourceCidrs", sourceCidrs);
    for (const cidr of sourceCidrs) checkCidr(checks, cidr);
  }
  checks.unique("presigned.origins", origins);
  if (origins.length > mostOrigins) {
    checks.fail(
      "presigned.origins",
      `has ${origins.length} elements, and this bucket takes ${mostOrigins}`,
      "Give fewer",
    );
  }
  for (const origin of origins) {
    checks.matches(
      "presigned.origins",
      origin,
      /^https:\/\/[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:\d{1,5})?$/,
      "an HTTPS origin without wildcard and path, for example https://portal.example.com",
    );
  }
  return {
    maxSeconds: checks.integer("presigned.maxSeconds", args.maxSeconds ?? longestSeconds, 1, longestSeconds),
    methods,
    sourceCidrs,
    vpcEndpointIds: args.vpcEndpointIds,
    origins,
  };
}

const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${octet}(\\.${octet}){3}/([89]|[12]\\d|3[0-2])$`);
const ipv6 = /^[0-9a-f:]+:[0-9a-f:]*\/(1[6-9]|[2-9]\d|1[01]\d|12[0-8])$/;

function checkCidr(checks: ArgumentChecks, cidr: string): void {
  if (ipv4.test(cidr) || ipv6.test(cidr)) return;
  checks.fail(
    "presigned.sourceCidrs",
    `holds "${cidr}"`,
    "Give ranges such as 203.0.113.0/24 or 2001:db8::/32, none wider than /8 (IPv6: /16)",
  );
}

/**
 * Denies every use of presigned URLs. A presigned URL works for whoever holds it, so its use cannot be tied to a
 * person.
 */
export function presignedDeny(bucket: s3.Bucket): PolicyStatement {
  return deny("DenyPresignedUrls", [objectsOf(bucket)], ["s3:*"], byPresignedUrl);
}

/**
 * Holds presigned URLs to their limits: age, method, place of use, and no signatures of version 2, which know no
 * such age. Source: Amazon S3 API Reference, "Amazon S3 Signature Version 4 authentication specific policy keys".
 */
export function presignedStatements(bucket: s3.Bucket, limits: PresignedLimits): PolicyStatement[] {
  const objects = [objectsOf(bucket)];
  const milliseconds = String(limits.maxSeconds * 1000);
  return [
    deny("DenyOldPresignedUrls", objects, ["s3:*"], { NumericGreaterThan: { "s3:signatureAge": [milliseconds] } }),
    deny("DenySignatureVersion2", objects, ["s3:*"], { StringEquals: { "s3:signatureversion": ["AWS"] } }),
    deny("DenyOtherPresignedActions", [knownArn(bucket), ...objects], otherActions(limits), byPresignedUrl),
    ...elsewhereDeny(bucket, limits),
  ];
}

// A read through a VPC endpoint has no aws:SourceIp and one from elsewhere no aws:SourceVpce; both negated operators
// are true without their key, so together they deny what comes from neither.
function elsewhereDeny(bucket: s3.Bucket, { sourceCidrs, vpcEndpointIds }: PresignedLimits): PolicyStatement[] {
  if (sourceCidrs === undefined && vpcEndpointIds === undefined) return [];
  const conditions = {
    ...byPresignedUrl,
    ...(sourceCidrs === undefined ? {} : { NotIpAddress: { "aws:SourceIp": [...sourceCidrs] } }),
    ...(vpcEndpointIds === undefined ? {} : { StringNotEquals: { "aws:SourceVpce": vpcEndpointIds } }),
  };
  return [deny("DenyPresignedUrlsElsewhere", [objectsOf(bucket)], ["s3:*"], conditions)];
}

function otherActions({ methods }: PresignedLimits): string[] {
  const get = methods.includes(PhiBucketPresignedMethod.Get);
  const put = methods.includes(PhiBucketPresignedMethod.Put);
  return [
    "s3:AbortMultipartUpload",
    "s3:BypassGovernanceRetention",
    "s3:Delete*",
    ...(get ? ["s3:GetObjectAcl", "s3:GetObjectTagging"] : ["s3:Get*"]),
    "s3:List*",
    // With a question mark it is every action that goes on after PutObject, such as PutObjectTagging.
    ...(put ? ["s3:PutObject?*"] : ["s3:Put*"]),
    "s3:RestoreObject",
  ];
}

/** Lets pages of the named origins use presigned URLs; without origins there is no such resource, and browsers refuse. */
export function presignedCors(name: string, bucket: s3.Bucket, limits: PresignedLimits, parent: pulumi.Resource): void {
  if (limits.origins.length === 0) return;
  new s3.BucketCorsConfiguration(
    `${name}-cors`,
    {
      bucket: bucket.bucket,
      corsRules: [
        {
          id: "presigned",
          allowedOrigins: [...limits.origins],
          allowedMethods: [...limits.methods],
          allowedHeaders: ["*"],
          maxAgeSeconds: corsMaxAgeSeconds,
        },
      ],
    },
    { parent },
  );
}

function deny(
  sid: string,
  resources: pulumi.Input<string>[],
  actions: string[],
  conditions: PolicyStatement["conditions"],
): PolicyStatement {
  return { sid, effect: "Deny", principals: "*", actions, resources, conditions };
}
