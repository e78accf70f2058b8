import { both, customerKey, mustNotBeFalse, oneOf } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";

// That the service has ended, general-ineligible-or-retired-services-blocked reports.
const notUsed = resourceRule("qldb-not-used", {
  check: both(
    oneOf("permissionsMode", ["STANDARD"], "permissions of the ledger cannot be given by table and command"),
    customerKey("kmsKey", "the ledger is encrypted under AWS's own key instead of a customer-managed one"),
    mustNotBeFalse("deletionProtection", "the ledger can be deleted by accident"),
  ),
});

/** Rules on Amazon QLDB. */
export const qldbRules: readonly Rule[] = [notUsed];
