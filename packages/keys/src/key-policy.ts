import {
  accountRootArn,
  policyDocument,
  viaServices,
  type AwsEnvironment,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import { keyClasses, type KeyClass } from "./key-classes";
import { serviceStatements } from "./service-statements";

/** Whom the policy of one key names. */
export interface KeyPolicyRoles {
  readonly administrators: readonly pulumi.Input<string>[];
  readonly users: readonly pulumi.Input<string>[];
  /** Undefined: nobody is denied deletion. */
  readonly breakGlass: readonly pulumi.Input<string>[] | undefined;
}

/**
 * Everything an administrator does with a key. Not in it: cryptographic operations; `CreateGrant`, by which one could
 * give oneself such operations; and `DisableKeyRotation`, which nobody needs.
 */
export const managementActions: readonly string[] = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:ReplicateKey",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
  "kms:UpdatePrimaryRegion",
];

/** The cryptographic operations of a symmetric key. */
export const useActions: readonly string[] = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

/**
 * What AWS Backup asks, beside use and a grant, of the principal that creates a vault with the key. Only the grant
 * itself says who may retire it, so this gives nobody another's grant.
 * Source: "Backup vault creation and deletion", required permissions, in the AWS Backup Developer Guide.
 */
const vaultActions: readonly string[] = ["kms:RetireGrant"];

/** The operations after which a key no longer decrypts. */
export const destructiveActions: readonly string[] = ["kms:DisableKey", "kms:ScheduleKeyDeletion"];

/**
 * The policy of one key in one Region. `resources` is `*` throughout, which in a key policy means this key; KMS
 * ignores statements without it.
 */
export function keyPolicy(
  keyClass: KeyClass,
  environment: AwsEnvironment,
  roles: KeyPolicyRoles,
): pulumi.Output<string> {
  const account = { aws: [accountRootArn(environment)] };
  return policyDocument([
    // The account's root principal stands for IAM. It always keeps PutKeyPolicy, so no key can become unmanageable.
    { sid: "DelegateManagementToIam", principals: account, actions: [...managementActions], resources: ["*"] },
    {
      // A principal needs an IAM policy that allows the operation and has to come through a service of the class:
      // the rights of an account administrator alone decrypt nothing.
      sid: "DelegateUseThroughServices",
      principals: account,
      actions: [...useActions, ...(keyClass === "backup" ? vaultActions : [])],
      resources: ["*"],
      conditions: {
        StringEquals: {
          "kms:CallerAccount": [environment.accountId],
          "kms:ViaService": viaServices(environment, keyClasses[keyClass].viaServices),
        },
      },
    },
    {
      // Services that keep using a key (database, volume, vault) hold a grant that the creating principal makes.
      sid: "DelegateGrantsOfServices",
      principals: account,
      actions: ["kms:CreateGrant"],
      resources: ["*"],
      conditions: { Bool: { "kms:GrantIsForAWSResource": ["true"] } },
    },
    ...administratorStatements(roles.administrators),
    ...userStatements(roles.users),
    ...serviceStatements(keyClass, environment),
    ...breakGlassStatements(roles.breakGlass),
  ]);
}

function administratorStatements(roles: readonly pulumi.Input<string>[]): PolicyStatement[] {
  if (roles.length === 0) return [];
  const principals = { aws: [...roles] };
  return [
    { sid: "AllowAdministrators", principals, actions: [...managementActions], resources: ["*"] },
    {
      sid: "DenyUseByAdministrators",
      effect: "Deny",
      principals,
      actions: [...useActions, "kms:CreateGrant"],
      resources: ["*"],
    },
  ];
}

function userStatements(roles: readonly pulumi.Input<string>[]): PolicyStatement[] {
  if (roles.length === 0) return [];
  const principals = { aws: [...roles] };
  return [
    { sid: "AllowUsers", principals, actions: [...useActions, "kms:DescribeKey"], resources: ["*"] },
    {
      sid: "AllowGrantsOfUsers",
      principals,
      actions: ["kms:CreateGrant"],
      resources: ["*"],
      conditions: { Bool: { "kms:GrantIsForAWSResource": ["true"] } },
    },
  ];
}

function breakGlassStatements(roles: readonly pulumi.Input<string>[] | undefined): PolicyStatement[] {
  if (roles === undefined) return [];
  return [
    {
      sid: "DenyLossOfKeyButByBreakGlass",
      effect: "Deny",
      principals: "*",
      actions: [...destructiveActions],
      resources: ["*"],
      conditions: { ArnNotEquals: { "aws:PrincipalArn": [...roles] } },
    },
  ];
}
