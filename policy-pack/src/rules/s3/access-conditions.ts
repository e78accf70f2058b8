import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Statement } from "../../knowledge/policy-document";
import { bucketTypes, bucketsOf, companionTypes, isLogArchive } from "./buckets";
import { conditionsOf, coverageOf, deniesEveryone, includesAction, policyHolds } from "./policies";

/** These rules read the bucket's tags and its policy in either form. */
const types = [...companionTypes.policy, ...bucketTypes];

const algorithmHeader = "s3:x-amz-server-side-encryption";
const keyHeader = "s3:x-amz-server-side-encryption-aws-kms-key-id";

const denyUnencryptedUploads = stackRule("s3-deny-unencrypted-uploads", {
  types,
  check: (stack, graph) => {
    for (const bucket of bucketsOf(graph)) {
      const exempt = Truth.any([
        bucket.tag("hipaa:phi").isTrue().not(),
        bucket.tag("hipaa:encryption").isOneOf("sse-c"),
      ]);
      const refusesModes = policyHolds(graph, bucket, (statement) =>
        refusesOthers(statement, algorithmHeader, (value) => value === "aws:kms" || value === "aws:kms:dsse"),
      );
      const refusesKeys = policyHolds(graph, bucket, (statement) => refusesOthers(statement, keyHeader, isOneKey));
      stack.expect(bucket, exempt.or(refusesModes), "the bucket policy lets uploads ask for a weaker encryption");
      stack.expect(bucket, exempt.or(refusesKeys), "the bucket policy lets uploads ask for another key");
    }
  },
});

function isOneKey(value: string): boolean {
  return value !== "" && !value.includes("*");
}

/**
 * Whether a statement refuses uploads whose header has another value. A negated operator is true, with IfExists as
 * without, when the header is missing; a `Null` test beside it lets such uploads through to the bucket's default.
 */
function refusesOthers(statement: Statement, header: string, isAllowed: (value: string) => boolean): boolean {
  const conditions = conditionsOf(statement);
  const [negated, ...others] = conditions.filter(({ operator }) => operator !== "null");
  const nulls = conditions.filter(({ operator }) => operator === "null");
  return (
    deniesEveryone(statement) &&
    includesAction(statement, "s3:PutObject") &&
    coverageOf(statement.resources).objects &&
    others.length === 0 &&
    negated !== undefined &&
    /^(stringnotequals(ignorecase)?|stringnotlike|arnnotequals|arnnotlike)(ifexists)?$/.test(negated.operator) &&
    negated.key === header &&
    negated.values.length > 0 &&
    negated.values.every(isAllowed) &&
    nulls.every(({ key, values }) => key === header && values.every((value) => value.toLowerCase() === "false"))
  );
}

const logBucketMfaRead = stackRule("s3-log-bucket-mfa-read", {
  types,
  check: (stack, graph) => {
    for (const bucket of bucketsOf(graph)) {
      const holds = policyHolds(graph, bucket, refusesReadingWithoutMfa);
      stack.expect(bucket, isLogArchive(bucket).not().or(holds), "people may read the log archive without MFA");
    }
  },
});

/** Other conditions in the statement leave out services and roles that cannot use MFA, which is as it should be. */
function refusesReadingWithoutMfa(statement: Statement): boolean {
  const everyone = statement.principals?.everyone === true || statement.notPrincipals !== undefined;
  return (
    statement.effect === "Deny" &&
    everyone &&
    includesAction(statement, "s3:GetObject") &&
    coverageOf(statement.resources).objects &&
    // Bool alone is no match for requests with long-term keys, which do not carry the key at all.
    conditionsOf(statement).some(
      ({ operator, key, values }) =>
        operator === "boolifexists" &&
        key === "aws:multifactorauthpresent" &&
        values.length === 1 &&
        values[0]?.toLowerCase() === "false",
    )
  );
}

const presignExpiryEnforced = stackRule("s3-presign-expiry-enforced", {
  types,
  config: {
    maxSignatureAgeSeconds: {
      type: "integer",
      description: "The longest time a presigned URL may be valid, in seconds.",
      default: 300,
      minimum: 1,
      maximum: 604800,
    },
  },
  check: (stack, graph) => {
    const longest = stack.setting<number>("maxSignatureAgeSeconds") * 1000;
    for (const bucket of bucketsOf(graph)) {
      const media = bucket.tag("hipaa:media");
      const ages = policyHolds(graph, bucket, (statement) => refusesOldSignatures(statement, longest));
      const queries = policyHolds(graph, bucket, refusesPresignedUrls);
      stack.expect(
        bucket,
        media.isOneOf("presigned").not().or(ages),
        "the bucket policy does not limit how long presigned URLs are valid",
      );
      stack.expect(
        bucket,
        media.isOneOf("proxied").not().or(queries),
        "the bucket policy does not refuse presigned URLs, though its objects are served by the application",
      );
    }
  },
});

function refusesOldSignatures(statement: Statement, longest: number): boolean {
  return isReadingDenied(statement, (operator, key, values) => {
    const isAge = /^numericgreaterthan(equals)?(ifexists)?$/.test(operator) && key === "s3:signatureage";
    // Several values are alternatives: the smallest one decides.
    return isAge && values.length > 0 && Math.min(...values.map(Number)) <= longest;
  });
}

function refusesPresignedUrls(statement: Statement): boolean {
  return (
    deniesEveryone(statement) &&
    isReadingDenied(
      statement,
      (operator, key, values) =>
        /^stringequals(ignorecase)?$/.test(operator) && key === "s3:authtype" && values.includes("REST-QUERY-STRING"),
    )
  );
}

/** A deny for reading all objects on one condition and no other. */
function isReadingDenied(
  statement: Statement,
  condition: (operator: string, key: string, values: readonly string[]) => boolean,
): boolean {
  const [only, ...others] = conditionsOf(statement);
  const isDeny = statement.effect === "Deny" && statement.principals !== undefined;
  return (
    isDeny &&
    includesAction(statement, "s3:GetObject") &&
    coverageOf(statement.resources).objects &&
    others.length === 0 &&
    only !== undefined &&
    condition(only.operator, only.key, only.values)
  );
}

export const accessConditionRules: readonly Rule[] = [denyUnencryptedUploads, logBucketMfaRead, presignExpiryEnforced];
