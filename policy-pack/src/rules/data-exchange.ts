import { resourceRule, type Rule } from "../authoring/rule";
import { isCustomerKeyIn } from "../knowledge/blocks";

const encryptedExports = resourceRule("dataexchange-encrypted-exports", {
  check: (resource) => {
    const encryption = resource.get("action.exportRevisionToS3.encryption");
    resource.expect(
      encryption.get("type").isOneOf("aws:kms").and(isCustomerKeyIn(encryption, "kmsKeyArn")),
      "exported revisions are not encrypted with AWS KMS under a customer-managed key",
    );
  },
});

/** Rules on AWS Data Exchange. */
export const dataExchangeRules: readonly Rule[] = [encryptedExports];
