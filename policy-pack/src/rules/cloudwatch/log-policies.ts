import { resourceRule } from "../../authoring/rule";
import { allowsEveryone, someStatement } from "../../knowledge/policy-judgement";
import { isNarrowed } from "../../knowledge/policy-reach";

export const logPoliciesScoped = resourceRule("cloudwatch-log-policies-scoped", {
  check: (resource) => {
    const isDestination = resource.type === "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy";
    const policy = resource.get(isDestination ? "accessPolicy" : "policyDocument");
    resource.expect(policy.isGiven(), "there is no policy");
    resource.expect(allowsEveryone(policy).not(), "everyone may write into the logs");
    resource.expect(
      someStatement(
        policy,
        (one) => one.effect === "Allow" && (one.principals?.services.length ?? 0) > 0 && !isNarrowed(one),
      ).not(),
      "a service may write into the logs on behalf of any account",
    );
  },
});
