import { resourceRule, type Rule } from "../authoring/rule";
import { anyStatement } from "../knowledge/policy-statements";

const retired = resourceRule("opsworks-retired", {
  check: (role) =>
    role.expect(
      anyStatement(
        role.get("assumeRolePolicy"),
        ({ effect, principals }) =>
          effect === "Allow" && (principals?.services ?? []).some((service) => /^opsworks(?:-cm)?\./i.test(service)),
      ).not(),
      "the role trusts OpsWorks, which has ended",
    ),
});

/** Rules on AWS OpsWorks, which has ended. */
export const opsworksRules: readonly Rule[] = [retired];
