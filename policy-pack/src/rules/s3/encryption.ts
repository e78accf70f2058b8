import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isCustomerKey } from "../../knowledge/customer-key";
import { bucketTypes, bucketsOf, companionTypes, hasCompanion, linkedBucket } from "./buckets";
import {
  encryptionRules,
  hasDefaultEncryption,
  inlineEncryption,
  usesKms,
  type EncryptionRule,
} from "./encryption-declared";
import { receivesLogsWithoutKms } from "./log-targets";

/** Both forms: a resource of its own, and the deprecated inline block. */
const bothForms = [...companionTypes.encryption, ...bucketTypes];

const defaultEncryption = stackRule("s3-default-encryption", {
  check: (stack, graph) => {
    for (const bucket of bucketsOf(graph)) {
      stack.expect(
        bucket,
        bucket.mayHoldPhi().not().or(hasDefaultEncryption(graph, bucket)),
        "the bucket states no default encryption (S3 encrypts new objects with a key of its own)",
      );
    }
  },
});

const encryptionAlgorithm = stackRule("s3-encryption-algorithm", {
  check: (stack, graph) => {
    const fault = "the bucket's default encryption does not use a KMS key";
    for (const configuration of graph.ofType(...companionTypes.encryption)) {
      const rules = encryptionRules(configuration);
      // A configuration without an algorithm leaves SSE-S3 in place.
      const withKms = rules.length === 0 ? Truth.no : Truth.all(rules.map(({ algorithm }) => usesKms(algorithm)));
      stack.expect(configuration, withKms.or(isExcused(graph, configuration, rules)), fault);
    }
    for (const bucket of bucketsOf(graph)) {
      const rules = inlineEncryption(bucket);
      const withKms = Truth.all(rules.map(({ algorithm }) => usesKms(algorithm)));
      // Where the configuration is a resource of its own, it was judged above.
      const isAbove = hasCompanion(graph, bucket, "encryption");
      stack.expect(bucket, Truth.any([withKms, isAbove, needsNoKms(graph, bucket, rules)]), fault);
    }
  },
});

function isExcused(graph: StackGraph, configuration: GraphResource, rules: readonly EncryptionRule[]): Truth {
  const { targets, complete } = linkedBucket(graph, configuration);
  if (targets.length > 0) return Truth.all(targets.map((bucket) => needsNoKms(graph, bucket, rules)));
  return complete ? Truth.no : Truth.unknown("bucket");
}

/** No PHI, or a target of log deliveries that cannot use KMS and says that it uses SSE-S3. */
function needsNoKms(graph: StackGraph, bucket: GraphResource, rules: readonly EncryptionRule[]): Truth {
  const withS3Key = Truth.all(
    rules.map(({ algorithm }) => algorithm.isOneOf("AES256").or(usesKms(algorithm), Truth.of(algorithm.isAbsent))),
  );
  return bucket.mayHoldPhi().not().or(receivesLogsWithoutKms(graph, bucket).and(withS3Key));
}

const kmsKey = resourceRule("s3-kms-key", {
  types: bothForms,
  check: (resource) => {
    for (const { byDefault, algorithm, key } of encryptionRules(resource)) {
      const named = byDefault.isUnknown ? byDefault.asUnknown() : isCustomerKey(key);
      resource.expect(usesKms(algorithm).not().or(named), "SSE-KMS names no customer-managed key");
    }
  },
});

const bucketKey = resourceRule("s3-bucket-key", {
  types: bothForms,
  check: (resource) => {
    for (const { rule, algorithm } of encryptionRules(resource)) {
      // Bucket Keys do not work with dual-layer encryption.
      const isOff = algorithm.isOneOf("aws:kms").and(rule.get("bucketKeyEnabled").isTrue().not());
      resource.expect(isOff.not(), "S3 Bucket Keys are off for SSE-KMS");
    }
  },
});

const ssecBlocked = stackRule("s3-ssec-blocked", {
  // The tag that allows SSE-C stands at the bucket, so this needs the stack.
  types: bothForms,
  check: (stack, graph) => {
    for (const configuration of graph.ofType(...companionTypes.encryption)) {
      const { targets, complete } = linkedBucket(graph, configuration);
      const chosen = Truth.any(targets.map((bucket) => bucket.tag("hipaa:encryption").isOneOf("sse-c")));
      const mayBeChosen = targets.length > 0 || complete ? chosen : Truth.unknown("bucket");
      const blocked = Truth.all(
        encryptionRules(configuration).map(({ rule }) => {
          const types = rule.get("blockedEncryptionTypes");
          // Unset means blocked: S3 does so by itself on new buckets since April 2026.
          return Truth.of(types.isAbsent).or(types.some((type) => type.isOneOf("SSE-C")));
        }),
      );
      stack.expect(configuration, mayBeChosen.or(blocked), "uploads with customer-provided keys (SSE-C) are allowed");
    }
  },
});

export const encryptionRulesOfBuckets: readonly Rule[] = [
  defaultEncryption,
  encryptionAlgorithm,
  kmsKey,
  bucketKey,
  ssecBlocked,
];
