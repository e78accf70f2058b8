import { mustBeTrue } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isCustomerKey } from "../../knowledge/customer-key";
import { allowsEveryone } from "../../knowledge/policy-judgement";

const replica = "aws:dynamodb/tableReplica:TableReplica";

const kmsEncrypted = resourceRule("dynamodb-kms-encrypted", {
  check: mustBeTrue(
    "serverSideEncryption.enabled",
    "the table is encrypted under a key that AWS owns, whose use shows in no trail",
  ),
});

const encryptionCmk = resourceRule("dynamodb-encryption-cmk", {
  check: (resource) => {
    const ofReplica = "a replica is not encrypted under a customer-managed key of its Region";
    if (resource.type === replica) {
      resource.expect(isCustomerKey(resource.get("kmsKeyArn")), ofReplica);
      return;
    }
    const key = resource.get("serverSideEncryption.kmsKeyArn");
    // Without AWS KMS at all the table is judged by dynamodb-kms-encrypted.
    const withKms = resource.get("serverSideEncryption.enabled").isTrue();
    resource.expect(
      withKms.not().or(isCustomerKey(key)),
      "the table is encrypted under AWS's own key instead of a customer-managed one",
    );
    resource.expect(
      resource.get("replicas").every((one) => {
        const own = one.get("kmsKeyArn");
        return Truth.any([isCustomerKey(own), own.isGiven().or(key.isGiven()).not()]);
      }),
      ofReplica,
    );
  },
});

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

const deletionProtection = resourceRule("dynamodb-deletion-protection", {
  check: mustBeTrue("deletionProtectionEnabled", "the table is not protected from deletion"),
});

const resourcePolicy = resourceRule("dynamodb-resource-policy", {
  check: (resource) =>
    resource.expect(allowsEveryone(resource.get("policy")).not(), "the policy of the table or stream lets everyone in"),
});

export const tableRules: readonly Rule[] = [kmsEncrypted, encryptionCmk, recovery, deletionProtection, resourcePolicy];
