import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { anyStatement } from "../knowledge/policy-statements";

const retired = resourceRule("opsworks-retired", {
  check: (role) => {
    // Hardly any role is for a service that has ended: one whose trust is known on update is judged there, unannounced.
    role.onlyWhen(Truth.of(!role.get("assumeRolePolicy").isUnknown), "its trust is known on update");
    role.expect(
      anyStatement(
        role.get("assumeRolePolicy"),
        ({ effect, principals }) =>
          effect === "Allow" && (principals?.services ?? []).some((service) => /^opsworks(?:-cm)?\./i.test(service)),
      ).not(),
      "the role trusts OpsWorks, which has ended",
    );
  },
});

/** Rules on AWS OpsWorks, which has ended. */
export const opsworksRules: readonly Rule[] = [retired];
