import * as backup from "@pulumi/aws/backup";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "@hipaa-aws/foundation";
import type { BackupPlanArgs } from "./backup-plan-args";
import type { BackupPlanSettings } from "./backup-plan-settings";

/** A vault, and what guards it. */
export interface GuardedVault {
  readonly vault: backup.Vault;
  /** What has to be in place before the first recovery point is written. */
  readonly guards: pulumi.Resource[];
}

/**
 * The loss of backups, action by action: vault policies take no wildcard. AWS Backup itself expires recovery points at
 * the end of their retention, which no vault policy stops.
 */
export const lossOfBackups: readonly string[] = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"];

/**
 * The loss of the policy. It is denied only where somebody is excepted: denied to all it could never be taken back, and
 * a stack with it could be neither changed nor destroyed. The AWS Config rule
 * BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED looks for the first.
 */
export const lossOfPolicy: readonly string[] = [
  "backup:PutBackupVaultAccessPolicy",
  "backup:DeleteBackupVaultAccessPolicy",
  "backup:DeleteBackupVault",
];

/**
 * What a topic is told. A failed or expired backup is a completed one in another state: `BACKUP_JOB_FAILED` and
 * `BACKUP_JOB_EXPIRED` are names that AWS Backup no longer sends. Source: AWS Backup API, PutBackupVaultNotifications.
 */
export const notifiedEvents: readonly string[] = [
  "BACKUP_JOB_COMPLETED",
  "COPY_JOB_FAILED",
  "RESTORE_JOB_COMPLETED",
  "S3_BACKUP_OBJECT_FAILED",
  "S3_RESTORE_OBJECT_FAILED",
];

/** The vault under the customer managed key, its policy, and the lock and notifications that were asked for. */
export function createVault(
  name: string,
  args: BackupPlanArgs,
  settings: BackupPlanSettings,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): GuardedVault {
  const vault = new backup.Vault(
    name,
    { kmsKeyArn: pulumi.output(args.key).apply((key) => key.arn), tags },
    { parent },
  );
  const policy = new backup.VaultPolicy(
    `${name}-policy`,
    { backupVaultName: vault.name, policy: vaultPolicy(args.breakGlassRoles ?? []) },
    { parent },
  );
  const guards: pulumi.Resource[] = [policy];
  if (settings.lockMinRetentionDays !== undefined) {
    guards.push(
      new backup.VaultLockConfiguration(
        `${name}-lock`,
        // Without `changeableForDays` the lock is in governance mode.
        { backupVaultName: vault.name, minRetentionDays: settings.lockMinRetentionDays },
        { parent },
      ),
    );
  }
  if (args.alarmTopicArn !== undefined) {
    new backup.VaultNotifications(
      `${name}-notifications`,
      { backupVaultName: vault.name, snsTopicArn: args.alarmTopicArn, backupVaultEvents: [...notifiedEvents] },
      { parent },
    );
  }
  return { vault, guards };
}

// `*` as resource is what the AWS Config rule asks for; in a vault policy it stands for the vault and what is in it.
function vaultPolicy(breakGlassRoles: pulumi.Input<string>[]): pulumi.Output<string> {
  return policyDocument([
    {
      sid: breakGlassRoles.length > 0 ? "DenyLossOfBackupsButByBreakGlass" : "DenyLossOfBackups",
      effect: "Deny",
      principals: "*",
      actions: [...lossOfBackups, ...(breakGlassRoles.length > 0 ? lossOfPolicy : [])],
      resources: ["*"],
      // As text, not as ARN: ARN operators take wildcards, and an exception has to name its roles.
      ...(breakGlassRoles.length > 0
        ? { conditions: { StringNotEquals: { "aws:PrincipalArn": breakGlassRoles } } }
        : {}),
    },
  ]);
}
