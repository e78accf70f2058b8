import { resourceRule, type Rule } from "../authoring/rule";
import { isWholeServiceToOthers } from "../knowledge/foreign-accounts";
import { isPublicAllow } from "../knowledge/policy-reach";
import { anyStatement } from "../knowledge/policy-statements";

const encrypted = resourceRule("sqs-encrypted", {
  check: (resource) =>
    resource.expect(
      resource.get("sqsManagedSseEnabled").isFalse().not().or(resource.get("kmsMasterKeyId").isGiven()),
      "server-side encryption of the queue is switched off",
    ),
});

const notPublic = resourceRule("sqs-policy-not-public", {
  check: (resource) => {
    const policy = resource.get("policy");
    resource.expect(anyStatement(policy, isPublicAllow).not(), "the queue policy lets everyone in");
    resource.expect(
      anyStatement(policy, (statement) => isWholeServiceToOthers(statement, "sqs")).not(),
      "the queue policy gives another account every action of Amazon SQS",
    );
  },
});

/** Rules on Amazon SQS. */
export const sqsRules: readonly Rule[] = [encrypted, notPublic];
