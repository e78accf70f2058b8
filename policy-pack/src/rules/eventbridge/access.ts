import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { allowsEveryone } from "../../knowledge/policy-judgement";

const policyScoped = resourceRule("eventbridge-policy-scoped", {
  check: (resource) => {
    resource.expect(allowsEveryone(resource.get("policy")).not(), "the policy of the event bus lets everyone in");
    const condition = resource.get("condition");
    const ofOrganization = Truth.all([
      condition.get("key").isOneOf("aws:PrincipalOrgID"),
      condition.get("type").isOneOf("StringEquals"),
      condition.get("value").whenKnown((raw) => typeof raw === "string" && !/[*?]/.test(raw)),
    ]);
    resource.expect(
      resource.get("principal").isOneOf("*").not().or(ofOrganization),
      "every account may put events on the bus, and no condition narrows it to the organization",
    );
  },
});

const https = resourceRule("eventbridge-api-destination-https", {
  check: (resource) =>
    resource.expect(
      resource.get("invocationEndpoint").matches(/^https:\/\//i),
      "the API destination is not called over HTTPS",
    ),
});

export const accessRules: readonly Rule[] = [policyScoped, https];
