import { resourceRule, type Rule } from "../authoring/rule";
import { isCustomerKeyIn } from "../knowledge/blocks";

const indexCmk = resourceRule("kendra-index-cmk", {
  check: (resource) =>
    resource.expect(
      isCustomerKeyIn(resource.get("serverSideEncryptionConfiguration"), "kmsKeyId"),
      "the index is encrypted under AWS's own key instead of a customer-managed one",
    ),
});

/** Rules on Amazon Kendra. */
export const kendraRules: readonly Rule[] = [indexCmk];
