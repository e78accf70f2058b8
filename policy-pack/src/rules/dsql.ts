import { both, customerKey, mustBeTrue, mustNotBeTrue } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";

const cmk = resourceRule("dsql-cmk", {
  check: customerKey(
    "kmsEncryptionKey",
    "the cluster is encrypted under AWS's own key instead of a customer-managed one",
  ),
});

const deletionProtection = resourceRule("dsql-deletion-protection", {
  check: both(
    mustBeTrue("deletionProtectionEnabled", "the cluster can be deleted by accident"),
    mustNotBeTrue("forceDestroy", "destroying the stack switches the cluster's deletion protection off"),
  ),
});

/** Rules on Amazon Aurora DSQL. */
export const dsqlRules: readonly Rule[] = [cmk, deletionProtection];
