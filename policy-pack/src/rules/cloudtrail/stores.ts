import { both, customerKey, mustNotBeFalse, mustNotBeTrue } from "../../authoring/conditions";
import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule } from "../../authoring/rule";

export const storeKey = resourceRule("cloudtrail-event-data-store-cmk", {
  check: customerKey("kmsKeyId", "the event data store is not encrypted under a customer-managed key"),
});

/** Six years, by 45 CFR 164.316(b)(2)(i); nothing said means seven. */
const sixYears = 2190;

const keepsSixYears = (store: ResourceCheck): void => {
  const days = store.get("retentionPeriod");
  store.expect(days.isGiven().not().or(days.isAtLeast(sixYears)), "events are kept for less than six years");
};

export const storeRetention = resourceRule("cloudtrail-lake-retention", {
  check: both(
    keepsSixYears,
    mustNotBeFalse("terminationProtectionEnabled", "the event data store can be deleted"),
    mustNotBeFalse("multiRegionEnabled", "the event data store records one Region only"),
    mustNotBeTrue("suspend", "the event data store records nothing"),
  ),
});
