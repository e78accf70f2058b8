import { mustNotBeFalse, mustNotBeTrue } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { isAwsOwnKey } from "../knowledge/customer-key";
import type { Statement } from "../knowledge/policy-document";
import { allowsEveryone, someStatement } from "../knowledge/policy-judgement";

const key = "aws:kms/key:Key";

const rotation = resourceRule("kms-key-rotation-enabled", {
  check: (resource) => {
    const rotatable = Truth.all([
      resource.get("keyUsage").isGiven().not().or(resource.get("keyUsage").isOneOf("ENCRYPT_DECRYPT")),
      resource
        .get("customerMasterKeySpec")
        .isGiven()
        .not()
        .or(resource.get("customerMasterKeySpec").isOneOf("SYMMETRIC_DEFAULT")),
      resource.get("customKeyStoreId").isGiven().not(),
    ]);
    resource.onlyWhen(rotatable, "AWS KMS cannot rotate this kind of key");
    resource.expect(resource.get("enableKeyRotation").isTrue(), "the key does not rotate");
    const period = resource.get("rotationPeriodInDays");
    resource.expect(period.isGiven().not().or(period.isAtMost(365)), "the key rotates less often than once a year");
  },
});

const deletionWindow = resourceRule("kms-key-deletion-window", {
  check: (resource) => {
    const days = resource.get("deletionWindowInDays");
    resource.expect(days.isGiven().not().or(days.isAtLeast(30)), "the key can be gone in less than 30 days");
  },
});

const noWildcardPrincipal = resourceRule("kms-key-policy-no-wildcard-principal", {
  check: (resource) =>
    resource.expect(allowsEveryone(resource.get("policy")).not(), "the key policy lets everyone use or manage the key"),
});

const administration = /^kms:(create|put|update|enable|disable|revoke|schedule|cancel|delete|tag|untag|replicate)/i;
const use = /^kms:(encrypt|decrypt|reencrypt|generatedatakey|generatemac|sign|verify)/i;

const separationOfDuties = resourceRule("kms-separation-of-duties", {
  check: (resource) => {
    const policy = resource.get("policy");
    if (resource.type === key) {
      resource.onlyWhen(resource.mayHoldPhi(), "is tagged as holding no PHI");
      // A key's policy may stand in a KeyPolicy of its own, which this rule judges by itself.
      resource.expect(policy.isGiven(), "there is no explicit key policy, so IAM alone says who may do what");
    }
    resource.expect(
      someStatement(policy, mixesDuties).not(),
      "one statement of the key policy lets the same principal manage the key and use it",
    );
  },
});

function mixesDuties({ effect, principals, actions }: Statement): boolean {
  if (effect !== "Allow" || !principals || principals.aws.length === 0) return false;
  if (principals.aws.every(isAccountRoot)) return false;
  const all = actions.some((action) => /^(\*|kms:\*)$/i.test(action));
  return all || (actions.some((action) => administration.test(action)) && actions.some((action) => use.test(action)));
}

function isAccountRoot(principal: string): boolean {
  return /^\d{12}$/.test(principal) || /^arn:[^:]+:iam::\d{12}:root$/.test(principal);
}

const enabled = resourceRule("kms-key-enabled", { check: mustNotBeFalse("isEnabled", "the key is disabled") });

const replicaEnabled = resourceRule("kms-replica-key-enabled", {
  check: mustNotBeFalse("enabled", "the key is disabled"),
});

const noLockoutBypass = resourceRule("kms-no-lockout-bypass", {
  check: mustNotBeTrue("bypassPolicyLockoutSafetyCheck", "the check that someone can still manage the key is skipped"),
});

const grants = resourceRule("kms-grants-least-privilege", {
  check: (resource) => {
    const operations = resource.get("operations");
    const has = (name: string): Truth => operations.some((item) => item.isOneOf(name));
    resource.expect(
      has("CreateGrant").and(has("Decrypt")).not(),
      "the grantee may decrypt and hand that right on by further grants",
    );
  },
});

const grantContext = resourceRule("kms-grant-context", {
  check: (resource) => {
    const constrained = resource
      .get("constraints")
      .some((item) => item.get("encryptionContextEquals").isGiven().or(item.get("encryptionContextSubset").isGiven()));
    resource.expect(constrained, "the grant holds for any encryption context");
  },
});

/** Where each kind of store names its key. */
const keyPaths: Readonly<Record<string, string>> = {
  "aws:rds/instance:Instance": "kmsKeyId",
  "aws:rds/cluster:Cluster": "kmsKeyId",
  "aws:efs/fileSystem:FileSystem": "kmsKeyId",
  "aws:ebs/volume:Volume": "kmsKeyId",
  "aws:cloudwatch/logGroup:LogGroup": "kmsKeyId",
  "aws:dynamodb/table:Table": "serverSideEncryption.kmsKeyArn",
  "aws:sqs/queue:Queue": "kmsMasterKeyId",
  "aws:sns/topic:Topic": "kmsMasterKeyId",
};
const bucketEncryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

const keysOfStores = stackRule("kms-cmk-used-for-phi-stores", {
  config: {
    approvedKeyArns: {
      type: "array",
      items: { type: "string" },
      description: "ARNs of keys outside the stack whose policies are known to be sound.",
      default: [],
    },
  },
  check: (check, graph) => {
    const approved = check.setting<readonly string[]>("approvedKeyArns");
    for (const [type, path] of Object.entries(keyPaths)) {
      for (const store of graph.ofType(type)) {
        check.expect(store, keyIsKnown(graph, store, path, store.get(path), approved), strayKey);
      }
    }
    for (const configuration of graph.ofType(bucketEncryption)) {
      for (const rule of configuration.get("rules").items()) {
        const keyId = rule.get("applyServerSideEncryptionByDefault.kmsMasterKeyId");
        check.expect(configuration, keyIsKnown(graph, configuration, "rules", keyId, approved), strayKey);
      }
    }
  },
});

const strayKey =
  "the key is neither declared in this stack nor on the list of approved keys, so its policy is not known";

function keyIsKnown(
  graph: StackGraph,
  store: GraphResource,
  dependency: string,
  keyId: Value,
  approved: readonly string[],
): Truth {
  // No key, or one of AWS's own: the service's rule on customer keys reports that.
  if (keyId.isAbsent || isAwsOwnKey(keyId.text ?? "")) return Truth.yes;
  if (keyId.text !== undefined && approved.includes(keyId.text)) return Truth.yes;
  const reference = graph.references(store, dependency, key, "aws:kms/alias:Alias", "aws:kms/replicaKey:ReplicaKey");
  if (reference.targets.length > 0) return Truth.yes;
  return keyId.isUnknown ? keyId.asUnknown() : Truth.no;
}

/** Rules on AWS KMS keys, their policies and grants. */
export const kmsRules: readonly Rule[] = [
  rotation,
  deletionWindow,
  noWildcardPrincipal,
  separationOfDuties,
  enabled,
  replicaEnabled,
  noLockoutBypass,
  grants,
  grantContext,
  keysOfStores,
];
