import { fault, json, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const policy = (statement: Record<string, unknown>) =>
  resource("aws:cloudwatch/eventBusPolicy:EventBusPolicy", {
    policy: json({ Statement: [{ Effect: "Allow", Principal: "*", Action: "events:PutEvents", ...statement }] }),
  });
const permission = (properties: Record<string, unknown>) =>
  resource("aws:cloudwatch/eventPermission:EventPermission", { statementId: "all", ...properties });
const organization = { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-abc" };
const destination = (invocationEndpoint: unknown) =>
  resource("aws:cloudwatch/eventApiDestination:EventApiDestination", { invocationEndpoint });

export const accessCases: ServiceCases = {
  "eventbridge-policy-scoped": [
    pass("a policy for an account", policy({ Principal: { AWS: "111122223333" } })),
    pass("a policy for the organization", [policy({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abc" } } })]),
    pass("a permission for an account", permission({ principal: "111122223333" })),
    pass("a permission for the organization", permission({ principal: "*", condition: organization })),
    fault("a policy for everyone", policy({})),
    fault("a policy narrowed by the event's source, which the sender sets", [
      policy({ Condition: { StringEquals: { "events:source": "clinic.visits" } } }),
    ]),
    fault("a permission for everyone", permission({ principal: "*" })),
    fault("a permission on another condition", [
      permission({ principal: "*", condition: { ...organization, key: "aws:PrincipalTag/team" } }),
    ]),
    fault("a permission for any organization", [
      permission({ principal: "*", condition: { ...organization, value: "o-*" } }),
    ]),
    fault("a permission whose condition has another operator", [
      permission({ principal: "*", condition: { ...organization, type: "StringLike" } }),
    ]),
    fault("another operator, and an organization known on update", [
      permission({ principal: "*", condition: { ...organization, type: "StringLike", value: unknown } }),
    ]),
    undecided("an organization known on update", [
      permission({ principal: "*", condition: { ...organization, value: unknown } }),
    ]),
    undecided("a principal known on update", permission({ principal: unknown })),
    undecided("a policy known on update", [
      resource("aws:cloudwatch/eventBusPolicy:EventBusPolicy", { policy: unknown }),
    ]),
    pass("a permission for nobody, which AWS does not accept", permission({})),
    pass("no document, which AWS does not accept", resource("aws:cloudwatch/eventBusPolicy:EventBusPolicy", {})),
  ],
  "eventbridge-api-destination-https": [
    pass("HTTPS", destination("https://ehr.example.org/events")),
    pass("HTTPS in capitals", destination("HTTPS://ehr.example.org/events")),
    fault("HTTP", destination("http://ehr.example.org/events")),
    fault("HTTP to a path that names HTTPS", destination("http://ehr.example.org/https://x")),
    undecided("known on update", destination(unknown)),
    fault("no endpoint", destination(undefined)),
  ],
};
