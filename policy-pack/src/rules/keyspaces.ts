import { resourceRule, type Rule } from "../authoring/rule";
import { isCustomerKeyIn } from "../knowledge/blocks";

const cmk = resourceRule("keyspaces-cmk", {
  check: (resource) => {
    const specification = resource.get("encryptionSpecification");
    resource.expect(
      specification
        .get("type")
        .isOneOf("CUSTOMER_MANAGED_KMS_KEY")
        .and(isCustomerKeyIn(specification, "kmsKeyIdentifier")),
      "the table is encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

/** Rules on Amazon Keyspaces. */
export const keyspacesRules: readonly Rule[] = [cmk];
