import { fault, json, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const table = (properties: Record<string, unknown> = {}) => resource("aws:dynamodb/table:Table", properties);
const replica = (properties: Record<string, unknown> = {}) =>
  resource("aws:dynamodb/tableReplica:TableReplica", properties);
const policy = (statement: Record<string, unknown>) =>
  resource("aws:dynamodb/resourcePolicy:ResourcePolicy", {
    policy: json({ Statement: { Effect: "Allow", Principal: "*", Action: "dynamodb:GetItem", ...statement } }),
  });
const on = { pointInTimeRecovery: { enabled: true } };

export const tableCases: ServiceCases = {
  "dynamodb-pitr": [
    pass("on", table(on)),
    pass("on for the table and its replicas", table({ ...on, replicas: [{ pointInTimeRecovery: true }] })),
    pass("on for a replica of its own", replica({ pointInTimeRecovery: true })),
    notApplicable("a table without PHI", table({ tags: { "hipaa:phi": "false" } })),
    fault("nothing said", table()),
    fault("off", table({ pointInTimeRecovery: { enabled: false } })),
    fault("off for one replica", [
      table({ ...on, replicas: [{ pointInTimeRecovery: true }, { regionName: "us-west-2" }] }),
    ]),
    fault("off for a replica, beside an unknown one", table({ ...on, replicas: [unknown, {}] })),
    fault("a replica of its own that says nothing", replica()),
    undecided("known on update", table({ pointInTimeRecovery: { enabled: unknown } })),
    undecided("replicas known on update", table({ ...on, replicas: unknown })),
    undecided("a tag known on update", table({ tags: { "hipaa:phi": unknown } })),
  ],
  "dynamodb-resource-policy": [
    pass("an account", policy({ Principal: { AWS: "111122223333" } })),
    pass("everyone of the organization", [policy({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abc" } } })]),
    fault("everyone", policy({})),
    fault("everyone, in a list", policy({ Principal: { AWS: ["111122223333", "*"] } })),
    fault("all but one", policy({ Principal: undefined, NotPrincipal: { AWS: "111122223333" } })),
    fault("a condition that also holds for strangers", [
      policy({ Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-abc" } } }),
    ]),
    undecided("known on update", resource("aws:dynamodb/resourcePolicy:ResourcePolicy", { policy: unknown })),
  ],
};
