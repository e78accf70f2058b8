import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isCustomerKey } from "../../knowledge/customer-key";
import { bucketTypes, bucketsOf, companionTypes, companionsOf, hasCompanion, isLogArchive } from "./buckets";
import { receivesLogsWithoutKms } from "./log-targets";

const replication = stackRule("s3-replication", {
  check: (stack, graph) => {
    for (const bucket of bucketsOf(graph)) {
      // A copy needs no copy of its own, and delivered access logs are no PHI store.
      const exempt = Truth.any([
        bucket.mayHoldPhi().not(),
        receivesLogsWithoutKms(graph, bucket),
        isDestination(graph, bucket),
      ]);
      const configurations = companionsOf(graph, bucket, "replication");
      const enabled = configurations.map((one) => one.get("rules").some(isEnabled));
      const byResource = enabled.length > 0 ? Truth.any(enabled) : hasCompanion(graph, bucket, "replication");
      const inline = ["replicationConfiguration", "replicationConfigurations"].map((input) =>
        bucket.get(input).isGiven(),
      );
      stack.expect(bucket, Truth.any([exempt, byResource, ...inline]), "the bucket is not replicated");
    }
  },
});

function isEnabled(rule: Value): Truth {
  return rule.get("status").isOneOf("Enabled");
}

/** Whether other buckets are replicated into this one. */
function isDestination(graph: StackGraph, bucket: GraphResource): Truth {
  const name = bucket.get("bucket").text;
  return Truth.any(
    graph.ofType(...companionTypes.replication).map((configuration) => {
      const wired = graph.references(configuration, "rules", ...bucketTypes).targets;
      if (wired.includes(bucket)) return Truth.yes;
      return configuration.get("rules").some((rule) => {
        const arn = rule.get("destination").get("bucket");
        // An unknown that comes from another bucket is that bucket's ARN.
        if (arn.isUnknown && wired.length > 0) return Truth.no;
        return arn.whenKnown((raw) => name !== undefined && typeof raw === "string" && raw.endsWith(`:::${name}`));
      });
    }),
  );
}

const logCrossAccountReplication = stackRule("s3-log-cross-account-replication", {
  check: (stack, graph) => {
    for (const bucket of bucketsOf(graph)) {
      // A log archive that is itself the copy ends the chain.
      const exempt = isLogArchive(bucket).not().or(isDestination(graph, bucket));
      const configurations = companionsOf(graph, bucket, "replication");
      for (const one of configurations) {
        stack.expect(
          one,
          exempt.or(one.get("rules").some(handsOver)),
          "no enabled rule copies the logs to another account, hands them over and leaves delete markers behind",
        );
      }
      if (configurations.length > 0) continue;
      const open = hasCompanion(graph, bucket, "replication");
      stack.expect(bucket, exempt.or(open), "the log archive is not replicated to another account");
    }
  },
});

function handsOver(rule: Value): Truth {
  const destination = rule.get("destination");
  return Truth.all([
    isEnabled(rule),
    destination.isUnknown ? destination.asUnknown() : destination.get("account").isGiven(),
    destination.get("accessControlTranslation").get("owner").isOneOf("Destination"),
    rule.get("deleteMarkerReplication").get("status").isOneOf("Disabled"),
  ]);
}

const replicationEncrypted = resourceRule("s3-replication-encrypted", {
  // The deprecated inline form replicates as well.
  types: [...companionTypes.replication, ...bucketTypes],
  check: (resource) => {
    for (const { status, included, key } of replicationRulesOf(resource)) {
      const isOff = status.isOneOf("Enabled").not();
      resource.expect(isOff.or(included), "a replication rule leaves out objects that are encrypted with KMS");
      resource.expect(
        Truth.any([isOff, included.not(), key]),
        "a replication rule names no customer-managed key for the copies",
      );
    }
  },
});

interface ReplicationRule {
  readonly status: Value;
  /** Whether objects under KMS are replicated at all. */
  readonly included: Truth;
  /** Whether the copies get a customer-managed key. */
  readonly key: Truth;
}

function replicationRulesOf(resource: ResourceCheck): ReplicationRule[] {
  const inline = [resource.get("replicationConfiguration"), resource.get("replicationConfigurations")];
  const inlineRules = inline.flatMap((value) => value.items()).flatMap((block) => block.get("rules").items());
  return [...resource.get("rules").items().map(ofResource), ...inlineRules.map(ofInline)];
}

function ofResource(rule: Value): ReplicationRule {
  const selected = rule.get("sourceSelectionCriteria").get("sseKmsEncryptedObjects").get("status");
  const encryption = rule.get("destination").get("encryptionConfiguration");
  return {
    status: rule.get("status"),
    included: selected.isOneOf("Enabled"),
    key: encryption.isUnknown ? encryption.asUnknown() : isCustomerKey(encryption.get("replicaKmsKeyId")),
  };
}

/** The twin has lists of one where the bucket has blocks. */
function ofInline(rule: Value): ReplicationRule {
  const criteria = block(rule, "sourceSelectionCriteria", "sourceSelectionCriterias");
  const destination = block(rule, "destination", "destinations");
  return {
    status: rule.get("status"),
    included: criteria.get("sseKmsEncryptedObjects").some((selected) => selected.get("enabled").isTrue()),
    key: destination.isUnknown ? destination.asUnknown() : isCustomerKey(destination.get("replicaKmsKeyId")),
  };
}

function block(rule: Value, one: string, many: string): Value {
  const list = rule.get(many);
  return rule.get(one).isAbsent ? (list.items()[0] ?? list) : rule.get(one);
}

export const replicationRules: readonly Rule[] = [replication, logCrossAccountReplication, replicationEncrypted];
