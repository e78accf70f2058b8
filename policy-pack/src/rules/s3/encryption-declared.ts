import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isProviderFilled } from "../../graph/declared";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { bucket, bucketV2, hasCompanion } from "./buckets";

/** One rule of a default encryption configuration. */
export interface EncryptionRule {
  readonly rule: Value;
  /** The block that names algorithm and key. */
  readonly byDefault: Value;
  readonly algorithm: Value;
  readonly key: Value;
}

/** Input of a bucket that holds its default encryption inline. */
const inlineInputs: Readonly<Record<string, string>> = {
  [bucket]: "serverSideEncryptionConfiguration",
  [bucketV2]: "serverSideEncryptionConfigurations",
};

/** The encryption rules of a bucket (inline) or of a configuration resource. */
export function encryptionRules(resource: { readonly type: string; get(path: string): Value }): EncryptionRule[] {
  const inline = inlineInputs[resource.type];
  return rulesIn(resource.type, resource.get(inline ?? "rules"));
}

function rulesIn(type: string, configuration: Value): EncryptionRule[] {
  switch (type) {
    case bucket:
      return configuration
        .get("rule")
        .items()
        .map((rule) => encryptionRule(rule, "applyServerSideEncryptionByDefault"));
    case bucketV2:
      return configuration
        .items()
        .flatMap((block) => block.get("rules").items())
        .map((rule) => encryptionRule(rule, "applyServerSideEncryptionByDefaults"));
    default:
      return configuration.items().map((rule) => encryptionRule(rule, "applyServerSideEncryptionByDefault"));
  }
}

function encryptionRule(rule: Value, path: string): EncryptionRule {
  const block = rule.get(path);
  const byDefault = block.items()[0] ?? block;
  return { rule, byDefault, algorithm: byDefault.get("sseAlgorithm"), key: byDefault.get("kmsMasterKeyId") };
}

/** SSE with AWS KMS, single or dual layer. */
export function usesKms(algorithm: Value): Truth {
  return algorithm.isOneOf("aws:kms", "aws:kms:dsse");
}

/**
 * The encryption rules that a bucket of the stack states inline. After an update AWS reports SSE-S3 for every bucket
 * that says nothing; where the record shows that the program gave no such input, that is no statement.
 */
export function inlineEncryption(of: GraphResource): EncryptionRule[] {
  const input = inlineInputs[of.type] ?? "";
  const rules = rulesIn(of.type, of.get(input));
  const isReported = isProviderFilled(of, input) && rules.every(({ algorithm }) => algorithm.isOneOf("AES256").isYes);
  return isReported ? [] : rules;
}

/** Whether a bucket states its default encryption, as a resource of its own or inline. */
export function hasDefaultEncryption(graph: StackGraph, of: GraphResource): Truth {
  return Truth.of(inlineEncryption(of).length > 0).or(hasCompanion(graph, of, "encryption"));
}
