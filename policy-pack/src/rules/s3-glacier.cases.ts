import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const vault = (properties: Record<string, unknown> = {}) =>
  resource("aws:glacier/vault:Vault", properties, { name: "vault" });
const withPolicy = (...statements: readonly Record<string, unknown>[]) =>
  vault({ accessPolicy: json({ Statement: statements }) });
const tlsDeny = {
  Effect: "Deny",
  Principal: "*",
  Action: "glacier:*",
  Resource: "arn:aws:glacier:us-east-1:111122223333:vaults/v",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const allow = { Effect: "Allow", Principal: "*", Action: "glacier:UploadArchive", Resource: "*" };
const lock = (properties: Record<string, unknown> = {}) =>
  resource(
    "aws:glacier/vaultLock:VaultLock",
    { vaultName: ref("vault", "name"), completeLock: true, policy: keep(2190), ...properties },
    { name: "lock" },
  );
const keep = (days: unknown, changed: Record<string, unknown> = {}) =>
  json({
    Statement: [
      {
        Effect: "Deny",
        Principal: "*",
        Action: "glacier:DeleteArchive",
        Resource: "*",
        Condition: { NumericLessThan: { "glacier:ArchiveAgeInDays": days } },
        ...changed,
      },
    ],
  });

export const s3GlacierCases: ServiceCases = {
  "glacier-vault-policy": [
    pass("a deny of plain HTTP", withPolicy(tlsDeny)),
    pass(
      "a deny of plain HTTP beside another statement",
      withPolicy(tlsDeny, { ...allow, Principal: { AWS: "111122223333" } }),
    ),
    fault("no policy", vault()),
    fault("an empty policy", vault({ accessPolicy: "" })),
    fault("another statement only", withPolicy({ ...allow, Principal: { AWS: "111122223333" } })),
    fault("the actions of another service", withPolicy({ ...tlsDeny, Action: "s3:*" })),
    fault("a deny of TLS itself", withPolicy({ ...tlsDeny, Condition: { Bool: { "aws:SecureTransport": true } } })),
    undecided("known on update", vault({ accessPolicy: unknown })),
  ],
  "glacier-vault-not-public": [
    pass("no policy", vault()),
    pass("one account", withPolicy({ ...allow, Principal: { AWS: "arn:aws:iam::111122223333:root" } })),
    pass("a deny for everyone", withPolicy(tlsDeny)),
    pass("everyone of the organization", [
      withPolicy({ ...allow, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abc123" } } }),
    ]),
    fault("everyone", withPolicy(tlsDeny, allow)),
    fault("every AWS principal", withPolicy({ ...allow, Principal: { AWS: ["*"] } })),
    fault("all but one", withPolicy({ ...allow, Principal: undefined, NotPrincipal: { AWS: "111122223333" } })),
    undecided("known on update", vault({ accessPolicy: unknown })),
  ],
  "glacier-vault-locked": [
    fault("a list of ages, one of them too low", [vault(), lock({ policy: keep(["2190", "30"]) })], { at: ["lock"] }),
    fault("no age", [vault(), lock({ policy: keep([]) })], { at: ["lock"] }),
    pass("a completed lock for six years", [vault(), lock()]),
    pass("joined by the literal name", [vault({ name: "archive" }), lock({ vaultName: "archive" })]),
    fault("no lock", vault()),
    fault("a lock that is not completed", [vault(), lock({ completeLock: false })], { at: ["lock"] }),
    fault("a lock for a year", [vault(), lock({ policy: keep("365") })], { at: ["lock"] }),
    fault("a lock that allows", [vault(), lock({ policy: keep(2190, { Effect: "Allow" }) })], { at: ["lock"] }),
    fault(
      "a lock on the newest archives only",
      [
        vault(),
        lock({ policy: keep(2190, { Condition: { NumericGreaterThan: { "glacier:ArchiveAgeInDays": 2190 } } }) }),
      ],
      { at: ["lock"] },
    ),
    fault("the lock of another vault", [vault({ name: "archive" }), lock({ vaultName: "other" })]),
    undecided("a lock whose vault is known on update", [vault({ name: "archive" }), lock({ vaultName: unknown })]),
    undecided("a policy known on update", [vault(), lock({ policy: unknown })], { at: ["lock"] }),
  ],
};
