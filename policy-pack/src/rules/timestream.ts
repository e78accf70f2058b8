import { customerKey } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";

const cmk = resourceRule("timestream-cmk", {
  check: customerKey("kmsKeyId", "the database is encrypted under AWS's own key instead of a customer-managed one"),
});

/** Rules on Amazon Timestream. */
export const timestreamRules: readonly Rule[] = [cmk];
