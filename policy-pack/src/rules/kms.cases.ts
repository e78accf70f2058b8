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
} from "../testing/cases";

type Properties = Record<string, unknown>;
const key = (properties: Properties, name = "subject") => resource("aws:kms/key:Key", properties, { name });
const replica = (properties: Properties) => resource("aws:kms/replicaKey:ReplicaKey", properties);
const external = (properties: Properties) => resource("aws:kms/externalKey:ExternalKey", properties);
const keyPolicy = (policy: unknown) => resource("aws:kms/keyPolicy:KeyPolicy", { policy });
const grant = (properties: Properties) => resource("aws:kms/grant:Grant", properties);
const root = "arn:aws:iam::111122223333:root";
const allow = (principal: unknown, action: unknown, condition?: unknown) =>
  json({ Statement: [{ Effect: "Allow", Principal: principal, Action: action, Resource: "*", Condition: condition }] });

export const kmsCases: ServiceCases = {
  "kms-key-rotation-enabled": [
    pass("a key that rotates", key({ enableKeyRotation: true })),
    pass("a key that rotates twice a year", key({ enableKeyRotation: true, rotationPeriodInDays: 180 })),
    fault("nothing said", key({})),
    fault("rotation off", key({ enableKeyRotation: false })),
    fault("rotation every two years", key({ enableKeyRotation: true, rotationPeriodInDays: 730 })),
    undecided("rotation known on update", key({ enableKeyRotation: unknown })),
    fault("rotation off beside an unknown period", key({ enableKeyRotation: false, rotationPeriodInDays: unknown })),
    notApplicable("a signing key", key({ keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "ECC_NIST_P256" })),
    notApplicable("a key in CloudHSM", key({ customKeyStoreId: "cks-1" })),
    undecided("a key whose use is known on update", key({ keyUsage: unknown })),
  ],
  "kms-key-deletion-window": [
    pass("nothing said, which means 30 days", key({})),
    pass("30 days", key({ deletionWindowInDays: 30 })),
    fault("29 days", key({ deletionWindowInDays: 29 })),
    fault("a replica with 7 days", replica({ deletionWindowInDays: 7 })),
    fault("an external key with 7 days", external({ deletionWindowInDays: 7 })),
    undecided("known on update", key({ deletionWindowInDays: unknown })),
  ],
  "kms-key-policy-no-wildcard-principal": [
    pass("no policy, which leaves it to the account", key({})),
    pass("the account's root", key({ policy: allow({ AWS: root }, "kms:*") })),
    pass(
      "everyone of one account",
      key({ policy: allow("*", "kms:Decrypt", { StringEquals: { "kms:CallerAccount": "111122223333" } }) }),
    ),
    fault("everyone", key({ policy: allow("*", "kms:Decrypt") })),
    fault("everyone in a list of principals", keyPolicy(allow({ AWS: [root, "*"] }, "kms:*"))),
    fault(
      "everyone by way of a service, which narrows nobody",
      key({ policy: allow("*", "kms:Decrypt", { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }) }),
    ),
    undecided("a policy known on update", keyPolicy(unknown)),
    undecided("text that is no policy", keyPolicy("{")),
  ],
  "kms-separation-of-duties": [
    pass("administrators apart from users", [
      key({
        policy: json({
          Statement: [
            { Effect: "Allow", Principal: { AWS: root }, Action: "kms:*", Resource: "*" },
            {
              Effect: "Allow",
              Principal: { AWS: `${root}`.replace("root", "role/admin") },
              Action: ["kms:PutKeyPolicy"],
            },
            { Effect: "Allow", Principal: { AWS: `${root}`.replace("root", "role/app") }, Action: ["kms:Decrypt"] },
          ],
        }),
      }),
    ]),
    fault("no policy", key({})),
    fault(
      "one role for both",
      key({ policy: allow({ AWS: "arn:aws:iam::111122223333:role/app" }, ["kms:Decrypt", "kms:DisableKey"]) }),
    ),
    fault("every action for a role", keyPolicy(allow({ AWS: "arn:aws:iam::111122223333:role/app" }, "kms:*"))),
    pass(
      "every action for a service is no duty of a person",
      keyPolicy(allow({ Service: "s3.amazonaws.com" }, "kms:*")),
    ),
    notApplicable("a key for what is not PHI", key({ tags: { "hipaa:phi": "false" } })),
    undecided("a policy known on update", key({ policy: unknown })),
  ],
  "kms-key-enabled": [
    pass("nothing said", key({})),
    pass("enabled", key({ isEnabled: true })),
    fault("disabled", key({ isEnabled: false })),
    undecided("known on update", key({ isEnabled: unknown })),
  ],
  "kms-replica-key-enabled": [
    pass("nothing said", replica({})),
    pass("an external key that is on", external({ enabled: true })),
    fault("a disabled replica", replica({ enabled: false })),
    fault("a disabled external key", external({ enabled: "false" })),
    fault("a disabled external key with its material", external({ enabled: false, keyMaterialBase64: unknown })),
    undecided("known on update", replica({ enabled: unknown })),
  ],
  "kms-no-lockout-bypass": [
    pass("nothing said", key({})),
    pass("not skipped", key({ bypassPolicyLockoutSafetyCheck: false })),
    fault("skipped", key({ bypassPolicyLockoutSafetyCheck: true })),
    fault("skipped by a key policy", resource("aws:kms/keyPolicy:KeyPolicy", { bypassPolicyLockoutSafetyCheck: true })),
    fault("skipped by a replica", replica({ bypassPolicyLockoutSafetyCheck: true })),
    fault("skipped by an external key", external({ bypassPolicyLockoutSafetyCheck: true })),
    undecided("known on update", key({ bypassPolicyLockoutSafetyCheck: unknown })),
  ],
  "kms-grants-least-privilege": [
    pass("decrypt alone", grant({ operations: ["Decrypt", "DescribeKey"] })),
    pass("further grants without decrypt", grant({ operations: ["CreateGrant", "Encrypt"] })),
    fault("decrypt and further grants", grant({ operations: ["Decrypt", "CreateGrant"] })),
    undecided("operations known on update", grant({ operations: unknown })),
    undecided("one operation known on update", grant({ operations: ["Decrypt", unknown] })),
    pass("no operations", grant({})),
  ],
  "kms-grant-context": [
    pass("an exact context", grant({ constraints: [{ encryptionContextEquals: { tenant: "a" } }] })),
    pass("a context to hold", grant({ constraints: [{ encryptionContextSubset: { tenant: "a" } }] })),
    fault("no constraints", grant({})),
    fault("an empty constraint", grant({ constraints: [{}] })),
    undecided("constraints known on update", grant({ constraints: unknown })),
  ],
  "kms-cmk-used-for-phi-stores": [
    pass("a database with a key of the stack", [
      resource("aws:rds/instance:Instance", { kmsKeyId: ref("key", "arn") }),
      key({}, "key"),
    ]),
    pass("a database without a key, which another rule reports", resource("aws:rds/instance:Instance", {})),
    pass(
      "AWS's own key, which another rule reports",
      resource("aws:sqs/queue:Queue", { kmsMasterKeyId: "alias/aws/sqs" }),
    ),
    pass(
      "a key on the list",
      resource("aws:efs/fileSystem:FileSystem", { kmsKeyId: "arn:aws:kms:us-east-1:1:key/a" }),
      {
        config: { approvedKeyArns: ["arn:aws:kms:us-east-1:1:key/a"] },
      },
    ),
    fault(
      "a key from elsewhere",
      resource("aws:efs/fileSystem:FileSystem", { kmsKeyId: "arn:aws:kms:us-east-1:1:key/b" }),
    ),
    fault(
      "a bucket's key from elsewhere",
      resource("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", {
        rules: [{ applyServerSideEncryptionByDefault: { kmsMasterKeyId: "arn:aws:kms:us-east-1:1:key/b" } }],
      }),
    ),
    undecided(
      "a key known on update, from outside the stack",
      resource("aws:sns/topic:Topic", { kmsMasterKeyId: unknown }),
    ),
    fault(
      "a key beside the list",
      resource("aws:efs/fileSystem:FileSystem", { kmsKeyId: "arn:aws:kms:us-east-1:1:key/b" }),
      { config: { approvedKeyArns: ["arn:aws:kms:us-east-1:1:key/a"] } },
    ),
    fault(
      "a table's key from elsewhere",
      resource("aws:dynamodb/table:Table", {
        serverSideEncryption: { enabled: true, kmsKeyArn: "arn:aws:kms:us-east-1:1:key/b" },
      }),
    ),
    pass(
      "a table without a key, which another rule reports",
      resource("aws:dynamodb/table:Table", { serverSideEncryption: { enabled: true } }),
    ),
  ],
};
