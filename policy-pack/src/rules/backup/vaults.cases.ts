import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

type Properties = Record<string, unknown>;
const vault = (properties: Properties = {}) => resource("aws:backup/vault:Vault", properties);
const airGapped = (properties: Properties = {}) =>
  resource("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", properties);
const lock = (properties: Properties, name = "subject") =>
  resource("aws:backup/vaultLockConfiguration:VaultLockConfiguration", properties, { name });
const policy = (document: unknown) => resource("aws:backup/vaultPolicy:VaultPolicy", { policy: document });
const statements = (...list: unknown[]) => policy(json({ Statement: list }));
const notifications = (properties: Properties) =>
  resource(
    "aws:backup/vaultNotifications:VaultNotifications",
    {
      backupVaultName: ref("subject", "name"),
      backupVaultEvents: ["BACKUP_JOB_COMPLETED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED"],
      ...properties,
    },
    { name: "notifications" },
  );
const deletion = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle", "backup:DeleteBackupVault"];
const deny = (more: Properties = {}) => ({ Effect: "Deny", Principal: "*", Action: deletion, Resource: "*", ...more });
const production = { config: { production: true } };

export const vaultCases: ServiceCases = {
  "backup-vault-cmk": [
    pass("a wired key", vault({ kmsKeyArn: unknown })),
    pass("an air-gapped vault without a key", airGapped()),
    pass("an air-gapped vault with a key", airGapped({ encryptionKeyArn: "arn:aws:kms:us-east-1:1:key/a" })),
    fault("no key", vault()),
    fault("AWS's own key", vault({ kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:alias/aws/backup" })),
    fault("an air-gapped vault with AWS's own key", airGapped({ encryptionKeyArn: "alias/aws/backup" })),
  ],
  "backup-vault-no-force-destroy": [
    pass("nothing said", vault()),
    pass("switched off", vault({ forceDestroy: false })),
    fault("switched on", vault({ forceDestroy: true })),
    fault("switched on, as text", vault({ forceDestroy: "true" })),
    undecided("known on update", vault({ forceDestroy: unknown })),
  ],
  "backup-vault-policy-not-public": [
    pass("a deny for everyone", statements(deny())),
    pass(
      "another account",
      statements({ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "backup:CopyIntoBackupVault" }),
    ),
    pass(
      "everyone of one organization",
      statements({
        Effect: "Allow",
        Principal: "*",
        Action: "backup:CopyIntoBackupVault",
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
      }),
    ),
    fault("everyone", statements({ Effect: "Allow", Principal: "*", Action: "backup:CopyIntoBackupVault" })),
    fault("everyone but one", statements({ Effect: "Allow", NotPrincipal: { AWS: "1" }, Action: "backup:*" })),
    fault(
      "everyone, if the organization happens to be there",
      statements({
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: "backup:*",
        Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } },
      }),
    ),
    undecided("a policy known on update", policy(unknown)),
    pass("no document, which AWS does not accept", policy(undefined)),
  ],
  "backup-vault-policy": [
    pass("a deny of all three", statements(deny())),
    pass("a deny of everything in the service", statements(deny({ Action: "backup:*" }))),
    pass("one statement each", statements(...deletion.map((action) => deny({ Action: action })))),
    pass(
      "a deny for all but the role for emergencies",
      statements(deny({ Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/x" } } })),
    ),
    fault("a deny that leaves one out", statements(deny({ Action: deletion.slice(1) }))),
    fault("a deny for one role", statements(deny({ Principal: { AWS: "arn:aws:iam::111122223333:role/x" } }))),
    fault("no deny", statements({ Effect: "Allow", Principal: { AWS: "1" }, Action: "backup:*" })),
    undecided("a policy known on update", policy(unknown)),
    fault("no document, which denies nothing", policy(undefined)),
  ],
  "backup-vault-lock": [
    pass("a lock", [vault(), lock({ backupVaultName: ref("subject", "name") }, "lock")], production),
    pass("no lock outside of production", vault()),
    fault("no lock", vault(), production),
    fault("a lock of another vault", [vault({ name: "a" }), lock({ backupVaultName: "b" }, "lock")], production),
    undecided("a lock of a vault known on update", [vault(), lock({ backupVaultName: unknown }, "lock")], production),
  ],
  "backup-vault-lock-retention": [
    pass("35 days", lock({ minRetentionDays: 35 })),
    pass(
      "35 days under a lock in governance mode, which another rule reports",
      lock({ minRetentionDays: 35, changeableForDays: undefined }),
    ),
    fault("34 days", lock({ minRetentionDays: 34 })),
    fault("nothing said", lock({})),
    undecided("known on update", lock({ minRetentionDays: unknown })),
  ],
  "backup-vault-lock-compliance-mode": [
    pass("a week to think again", lock({ changeableForDays: 7 })),
    pass("the fewest days that AWS takes", lock({ changeableForDays: 3 })),
    fault("nothing said, which means governance", lock({})),
    fault("fewer days than AWS takes", lock({ changeableForDays: 2 })),
    undecided("known on update", lock({ changeableForDays: unknown })),
  ],
  "backup-notifications": [
    pass("all of it", [vault(), notifications({})]),
    pass("failed jobs instead of completed ones", [
      vault(),
      notifications({ backupVaultEvents: ["BACKUP_JOB_FAILED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED"] }),
    ]),
    fault("none", vault()),
    fault(
      "without copies",
      [vault(), notifications({ backupVaultEvents: ["BACKUP_JOB_COMPLETED", "RESTORE_JOB_COMPLETED"] })],
      { at: ["notifications"] },
    ),
    undecided("events known on update", [vault(), notifications({ backupVaultEvents: unknown })], {
      at: ["notifications"],
    }),
    undecided("of a vault known on update", [vault(), notifications({ backupVaultName: unknown })]),
  ],
};
