import { resourceRule, type Rule } from "../authoring/rule";
import type { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import { isCustomerKey } from "../knowledge/customer-key";

const crossRegionKey = resourceRule("dlm-cross-region-cmk", {
  check: (policy) => {
    const details = policy.get("policyDetails");
    policy.expect(
      details.get("schedules").every((schedule) => schedule.get("crossRegionCopyRules").every(isUnderCustomerKey)),
      "a schedule copies snapshots to another Region under AWS's own key",
    );
    policy.expect(
      details.get("action.crossRegionCopies").every((copy) => isUnderCustomerKey(copy.get("encryptionConfiguration"))),
      "an action copies snapshots to another Region under AWS's own key",
    );
  },
});

/** Judged only where encryption is on: that it is off is another rule's finding. */
function isUnderCustomerKey(copy: Value): Truth {
  if (copy.isUnknown) return copy.asUnknown();
  return copy
    .get("encrypted")
    .isTrue()
    .not()
    .or(isCustomerKey(copy.get("cmkArn")));
}

/** Rules on Amazon Data Lifecycle Manager. */
export const dlmRules: readonly Rule[] = [crossRegionKey];
