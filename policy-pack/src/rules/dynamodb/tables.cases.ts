import {
  fault,
  json,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type ServiceCases,
} from "../../testing/cases";

const table = (properties: Record<string, unknown> = {}) => resource("aws:dynamodb/table:Table", properties);
const replica = (properties: Record<string, unknown> = {}) =>
  resource("aws:dynamodb/tableReplica:TableReplica", properties);
const policy = (statement: Record<string, unknown>) =>
  resource("aws:dynamodb/resourcePolicy:ResourcePolicy", {
    policy: json({ Statement: { Effect: "Allow", Principal: "*", Action: "dynamodb:GetItem", ...statement } }),
  });
const key = "arn:aws:kms:us-east-1:111122223333:key/k";
const kms = (kmsKeyArn?: unknown) => ({ serverSideEncryption: { enabled: true, kmsKeyArn } });
const on = { pointInTimeRecovery: { enabled: true } };

export const tableCases: ServiceCases = {
  "dynamodb-kms-encrypted": [
    pass("AWS KMS", table(kms())),
    pass("AWS KMS with a key known on update", table({ serverSideEncryption: { enabled: true, kmsKeyArn: unknown } })),
    fault("nothing said", table()),
    fault("off", table({ serverSideEncryption: { enabled: false } })),
    undecided("known on update", table({ serverSideEncryption: unknown })),
  ],
  "dynamodb-encryption-cmk": [
    pass("a wired key", [table(kms(ref("key", "arn"))), resource("aws:kms/key:Key", {}, { name: "key" })]),
    pass("no AWS KMS at all, which another rule judges", table()),
    pass("keys for the table and its replicas", table({ ...kms(key), replicas: [{ kmsKeyArn: key }] })),
    pass("replicas of a table without AWS KMS", table({ replicas: [{ regionName: "us-west-2" }] })),
    pass("a replica of its own with a key", replica({ kmsKeyArn: key })),
    fault("AWS's own key by default", table(kms())),
    fault("AWS's own key by name", table(kms("alias/aws/dynamodb"))),
    fault(
      "a replica without a key",
      table({ ...kms(key), replicas: [{ kmsKeyArn: key }, { regionName: "us-west-2" }] }),
    ),
    fault("a replica with AWS's own key", table({ replicas: [{ kmsKeyArn: "alias/aws/dynamodb" }] })),
    fault("a replica of its own without a key", replica()),
    undecided("encryption known on update", table({ serverSideEncryption: { enabled: unknown } })),
    undecided("replicas known on update", table({ ...kms(key), replicas: unknown })),
  ],
  "dynamodb-deletion-protection": [
    pass("on", table({ deletionProtectionEnabled: true })),
    pass("on for a replica", replica({ deletionProtectionEnabled: "true" })),
    fault("off", table({ deletionProtectionEnabled: false })),
    fault("nothing said", table()),
    fault("a replica that says nothing", replica()),
    undecided("known on update", table({ deletionProtectionEnabled: unknown })),
  ],
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
    pass("no document, which AWS does not accept", resource("aws:dynamodb/resourcePolicy:ResourcePolicy", {})),
  ],
};
