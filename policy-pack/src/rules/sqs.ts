import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { hasOwnPolicy } from "../graph/policy-of-store";
import { isCustomerKey } from "../knowledge/customer-key";
import { isWholeServiceToOthers } from "../knowledge/foreign-accounts";
import { allowsEveryone, refusesPlainHttp } from "../knowledge/policy-judgement";
import { anyStatement } from "../knowledge/policy-statements";

const queueType = "aws:sqs/queue:Queue";
const queuePolicy = "aws:sqs/queuePolicy:QueuePolicy";

const encrypted = resourceRule("sqs-encrypted", {
  check: (resource) =>
    resource.expect(
      resource.get("sqsManagedSseEnabled").isFalse().not().or(resource.get("kmsMasterKeyId").isGiven()),
      "server-side encryption of the queue is switched off",
    ),
});

const cmk = resourceRule("sqs-cmk", {
  check: (resource) => {
    resource.onlyWhen(resource.mayHoldPhi(), "is tagged as holding no PHI");
    const key = resource.get("kmsMasterKeyId");
    // A queue without any encryption is reported by sqs-encrypted.
    const isOff = resource.get("sqsManagedSseEnabled").isFalse().and(key.isGiven().not());
    resource.expect(
      isOff.or(isCustomerKey(key)),
      "the queue is encrypted under a key of AWS's own instead of a customer-managed one",
    );
  },
});

const hasPolicy = stackRule("sqs-deny-insecure-transport", {
  check: (stack, graph) => {
    for (const queue of graph.ofType(queueType)) {
      stack.expect(
        queue,
        hasOwnPolicy(graph, queue, queuePolicy, "queueUrl"),
        "the queue has no policy, so it accepts requests without TLS",
      );
    }
  },
});

const tlsStatement = resourceRule("sqs-policy-tls-statement", {
  check: (resource) => {
    const policy = resource.get("policy");
    resource.expect(
      policy
        .isGiven()
        .not()
        .or(refusesPlainHttp(policy, ["sqs:*"])),
      "the queue policy does not refuse requests without TLS",
    );
  },
});

const notPublic = resourceRule("sqs-policy-not-public", {
  check: (resource) => {
    const policy = resource.get("policy");
    resource.expect(allowsEveryone(policy).not(), "the queue policy lets everyone in");
    resource.expect(
      anyStatement(policy, (statement) => isWholeServiceToOthers(statement, "sqs")).not(),
      "the queue policy gives another account every action of Amazon SQS",
    );
  },
});

const dlqEncrypted = stackRule("sqs-dlq-encrypted", {
  // A redrive policy may stand on its own.
  types: [queueType, "aws:sqs/redrivePolicy:RedrivePolicy"],
  check: (stack, graph) => {
    for (const from of graph.ofType(queueType, "aws:sqs/redrivePolicy:RedrivePolicy")) {
      const { targets } = graph.references(from, "redrivePolicy", queueType);
      for (const target of targets.filter((queue) => queue !== from)) {
        // A queue within PHI scope is judged by sqs-cmk itself; one outside of it takes in what the source held.
        const isJudged = target.mayHoldPhi();
        const sourceHolds = from.type === queueType ? from.mayHoldPhi() : Truth.yes;
        stack.expect(
          from,
          Truth.any([isJudged, sourceHolds.not(), isCustomerKey(target.get("kmsMasterKeyId"))]),
          "the dead-letter queue is left out of PHI scope and is not encrypted under a customer-managed key",
        );
      }
    }
  },
});

/** Rules on Amazon SQS. */
export const sqsRules: readonly Rule[] = [encrypted, cmk, hasPolicy, tlsStatement, notPublic, dlqEncrypted];
