import { both, mustBeTrue } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";

const remediationOn = resourceRule("fms-remediation-on", {
  check: both(mustBeTrue("remediationEnabled", "the policy reports what it finds and mends nothing"), (policy) =>
    policy.expect(
      policy.get("deleteAllPolicyResources").isFalse(),
      "the policy takes its protections away from all accounts when it is deleted",
    ),
  ),
});

/** Rules on AWS Firewall Manager. */
export const fmsRules: readonly Rule[] = [remediationOn];
