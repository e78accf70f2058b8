import { resourceRule, type Rule } from "../../authoring/rule";
import { isPublicAllow } from "../../knowledge/policy-reach";
import { anyStatement } from "../../knowledge/policy-statements";

const replica = "aws:dynamodb/tableReplica:TableReplica";

const recovery = resourceRule("dynamodb-pitr", {
  check: (resource) => {
    resource.onlyWhen(resource.mayHoldPhi(), "is tagged as holding no PHI");
    const own = resource.get(resource.type === replica ? "pointInTimeRecovery" : "pointInTimeRecovery.enabled");
    resource.expect(own.isTrue(), "point-in-time recovery is off");
    resource.expect(
      resource.get("replicas").every((one) => one.get("pointInTimeRecovery").isTrue()),
      "point-in-time recovery is off for a replica of the table",
    );
  },
});

const resourcePolicy = resourceRule("dynamodb-resource-policy", {
  check: (resource) =>
    resource.expect(
      anyStatement(resource.get("policy"), isPublicAllow).not(),
      "the policy of the table or stream lets everyone in",
    ),
});

export const tableRules: readonly Rule[] = [recovery, resourcePolicy];
