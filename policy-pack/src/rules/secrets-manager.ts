import { customerKey, mustBeTrue } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { asText } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { isCustomerKey } from "../knowledge/customer-key";
import { allowsEveryone } from "../knowledge/policy-judgement";
import { longestGapInDays } from "../knowledge/schedule";

const secret = "aws:secretsmanager/secret:Secret";
const secretRotation = "aws:secretsmanager/secretRotation:SecretRotation";

const cmk = resourceRule("secretsmanager-cmk", {
  check: (resource) => {
    customerKey("kmsKeyId", "the secret is encrypted under AWS's own key instead of a customer-managed one")(resource);
    resource.expect(
      resource.get("replicas").every((replica) => isCustomerKey(replica.get("kmsKeyId"))),
      "a replica of the secret is encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

const rotationLimit = 90;

const rotationInterval = resourceRule("secretsmanager-rotation-interval", {
  check: (resource) => {
    const rules = resource.get("rotationRules");
    const days = rules.get("automaticallyAfterDays");
    const schedule = rules.get("scheduleExpression");
    resource.expect(
      days
        .isAtMost(rotationLimit)
        .or(schedule.whenKnown((raw) => (longestGapInDays(asText(raw)) ?? Infinity) <= rotationLimit)),
      "the secret may go longer than 90 days without rotation",
    );
    resource.expect(resource.get("rotationEnabled").isFalse().not(), "rotation is declared and switched off");
  },
});

/** Where resources name a secret that holds their database credentials. */
const credentialUsers: readonly (readonly [type: string, path: string])[] = [
  ["aws:rds/proxy:Proxy", "auths"],
  ["aws:dms/endpoint:Endpoint", "secretsManagerArn"],
];

const rotation = stackRule("secretsmanager-rotation", {
  types: [secret],
  check: (check, graph) => {
    const open = graph.unresolvedReferrers(secretRotation, "secretId", secret).length > 0;
    for (const candidate of graph.ofType(secret)) {
      const wanted = mustRotate(graph, candidate);
      if (wanted.isNo) continue;
      const rotates = graph.referrers(candidate, secretRotation, "secretId").length > 0;
      const answer = rotates ? Truth.yes : open ? Truth.unknown("rotation") : Truth.no;
      check.expect(candidate, wanted.not().or(answer), "the secret holds credentials and has no rotation schedule");
    }
  },
});

// Keys of third parties often cannot rotate by themselves, so a secret is judged only where it is known to hold
// database credentials or is tagged to rotate.
function mustRotate(graph: StackGraph, candidate: GraphResource): Truth {
  const tag = candidate.tag("rotate");
  const used = credentialUsers.some(([type, path]) => graph.referrers(candidate, type, path).length > 0);
  return used ? tag.isFalse().not() : tag.isTrue();
}

const resourcePolicy = resourceRule("secretsmanager-resource-policy", {
  check: (resource) =>
    resource.expect(allowsEveryone(resource.get("policy")).not(), "the secret's policy lets everyone in"),
});

const blockPublicPolicy = resourceRule("secretsmanager-block-public-policy", {
  check: mustBeTrue("blockPublicPolicy", "Secrets Manager is not asked to refuse a broad policy"),
});

const noPlaintextVersion = resourceRule("secretsmanager-no-plaintext-version", {
  // A policy receives secrets unwrapped, so it cannot see whether the author wrapped the value: the write-only input
  // is what keeps it out of state for certain.
  faultsOnPresence: true,
  check: (resource) =>
    resource.expect(
      resource.get("secretString").isGiven().not(),
      "the secret's value is kept in state; use the write-only input",
    ),
});

const recoveryWindow = resourceRule("secretsmanager-recovery-window", {
  check: (resource) => {
    const days = resource.get("recoveryWindowInDays");
    resource.expect(days.isGiven().not().or(days.isAtLeast(7)), "a deleted secret can be gone in less than 7 days");
  },
});

/** Rules on AWS Secrets Manager. */
export const secretsManagerRules: readonly Rule[] = [
  cmk,
  rotation,
  rotationInterval,
  resourcePolicy,
  blockPublicPolicy,
  noPlaintextVersion,
  recoveryWindow,
];
