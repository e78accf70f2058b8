import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { account, bucketUnder, databaseUnder, key, keyAllows, noPhi, roleOfService, toIam } from "../../testing/access";
import { documentOf } from "../../testing/iam";

const other = "444455556666";
const partner = `arn:aws:iam::${other}:role/partner`;
const decrypts = (principal: unknown, more: Record<string, unknown> = {}) =>
  keyAllows({ AWS: principal }, ["kms:Decrypt", "kms:DescribeKey"], more);
const ofOrganization = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abc123" } } };
const lent = (changed: Record<string, unknown> = {}) =>
  resource(
    "aws:kms/grant:Grant",
    { keyId: ref("data", "keyId"), granteePrincipal: partner, operations: ["Decrypt"], ...changed },
    { name: "lent" },
  );
const at = { at: ["data"] };

export const outsideCases: ServiceCases = {
  "access-phi-key-decrypt-outside-account": [
    pass("AWS's default policy", [key(), databaseUnder()]),
    pass("the account and a role of it", [key([toIam, decrypts(`arn:aws:iam::${account}:role/app`)]), databaseUnder()]),
    pass("another account on the list", [key([toIam, decrypts(partner)]), databaseUnder()], {
      config: { accountIds: [other] },
    }),
    pass("accounts of the organization", [key([toIam, decrypts(other, ofOrganization)]), databaseUnder()]),
    pass("another account that only encrypts", [
      key([toIam, keyAllows({ AWS: other }, ["kms:Encrypt", "kms:GenerateDataKey"])]),
      databaseUnder(),
    ]),
    pass("another account, which a deny takes back outside of the organization", [
      key([
        toIam,
        decrypts(other),
        {
          ...keyAllows("*", "kms:*", { Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-abc123" } } }),
          Effect: "Deny",
        },
      ]),
      databaseUnder(),
    ]),
    pass("a key that no PHI store uses", [key([toIam, decrypts(other)]), databaseUnder(ref("data", "arn"), noPhi)]),
    pass("a key that no store uses", [key([toIam, decrypts(other)])]),
    pass("everyone, which another rule reports", [key([toIam, keyAllows("*", "kms:Decrypt")]), databaseUnder()]),
    pass("a service", [key([toIam, keyAllows({ Service: "logs.amazonaws.com" }, "kms:Decrypt")]), databaseUnder()]),
    pass("a grant to a role of the stack", [
      key(),
      databaseUnder(),
      roleOfService("app"),
      lent({ granteePrincipal: ref("app", "arn") }),
    ]),
    pass("a grant to a listed account", [key(), databaseUnder(), lent()], { config: { accountIds: [other] } }),
    pass("a grant that decrypts nothing", [key(), databaseUnder(), lent({ operations: ["Encrypt"] })]),
    fault("another account by its id", [key([toIam, decrypts(other)]), databaseUnder()], at),
    fault("another account's root", [key([toIam, decrypts(`arn:aws:iam::${other}:root`)]), databaseUnder()], at),
    fault(
      "another account's role, in a list",
      [key([toIam, decrypts([`arn:aws:iam::${account}:role/app`, partner])]), databaseUnder()],
      at,
    ),
    fault("another account with every action", [key([toIam, keyAllows({ AWS: other }, "kms:*")]), databaseUnder()], at),
    fault(
      "another account with all actions but some",
      [key([toIam, { ...keyAllows({ AWS: other }, undefined), NotAction: "kms:Put*" }]), databaseUnder()],
      at,
    ),
    fault(
      "another account, through a service",
      [
        key([
          toIam,
          decrypts(other, { Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } }),
        ]),
        ...bucketUnder("scans"),
      ],
      at,
    ),
    fault(
      "another account of the organization, if any",
      [
        key([toIam, decrypts(other, { Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-abc123" } } })]),
        databaseUnder(),
      ],
      at,
    ),
    fault(
      "another account, with a deny for a third",
      [key([toIam, decrypts(other), { ...decrypts("777788889999"), Effect: "Deny" }]), databaseUnder()],
      at,
    ),
    fault(
      "re-encryption for another account",
      [key([toIam, keyAllows({ AWS: other }, "kms:ReEncrypt*")]), databaseUnder()],
      at,
    ),
    fault(
      "a key policy of its own resource",
      [
        key(),
        resource(
          "aws:kms/keyPolicy:KeyPolicy",
          { keyId: ref("data", "id"), policy: documentOf(toIam, decrypts(other)) },
          { name: "policy" },
        ),
        databaseUnder(),
      ],
      at,
    ),
    fault("a grant to another account", [key(), databaseUnder(), lent()], at),
    undecided("a store whose key is known on update", [key([toIam, decrypts(other)]), databaseUnder(unknown)], at),
    pass("a store whose key is known on update, beside a sound one", [key([toIam]), databaseUnder(unknown)]),
    undecided("a principal known on update", [key([toIam, decrypts(unknown)]), databaseUnder()], at),
    undecided("a grantee known on update", [key(), databaseUnder(), lent({ granteePrincipal: unknown })], at),
    fault(
      "before AWS gave any ARN: who may change the policy is of the key's account",
      [resource("aws:kms/key:Key", { policy: documentOf(toIam, decrypts(other)) }, { name: "data" }), databaseUnder()],
      at,
    ),
    undecided(
      "before AWS gave any ARN, where two accounts may change the policy",
      [
        resource(
          "aws:kms/key:Key",
          { policy: documentOf(toIam, keyAllows({ AWS: other }, "kms:*")) },
          { name: "data" },
        ),
        databaseUnder(),
      ],
      { ...at, afterUpdate: "fault" },
    ),
    undecided(
      "before AWS gave any ARN, where the check of who may change the policy is skipped",
      [
        resource(
          "aws:kms/key:Key",
          { policy: documentOf(toIam, decrypts(other)), bypassPolicyLockoutSafetyCheck: true },
          { name: "data" },
        ),
        databaseUnder(),
      ],
      { ...at, afterUpdate: "fault" },
    ),
    undecided(
      "tags known on update",
      [key([toIam, decrypts(other)]), databaseUnder(ref("data", "arn"), { tags: unknown })],
      at,
    ),
  ],
};
