import type * as pulumi from "@pulumi/pulumi";

/** The customer managed key of a BackupPlan's vault. `KeyRing.backup` fits. */
export interface BackupPlanKey {
  /** ARN of the KMS key. Its policy lets AWS Backup use it, also through Amazon S3 and Amazon RDS. */
  arn: pulumi.Input<string>;
}

/** One resource that is backed up. */
export interface BackupPlanResource {
  /** Short name, unique in the plan: messages name the resource by it, and ARNs are listed in its order. Plain value. */
  name: string;
  /** ARN of the resource, without wildcards. A bucket has to be versioned. */
  arn: pulumi.Input<string>;
}

/** A second vault, which gets a copy of every recovery point. */
export interface BackupPlanCopy {
  /** ARN of a vault in another Region or account. A vault of another account has to allow `backup:CopyIntoBackupVault`. */
  vaultArn: pulumi.Input<string>;
}

/** How the vault guards the retention of recovery points. */
export enum BackupPlanLockMode {
  /** No vault lock. The vault's policy alone guards the recovery points. */
  None = "None",
  /**
   * AWS Backup refuses jobs that keep less than the minimum, and nobody deletes recovery points early. Those whom IAM
   * allows `backup:DeleteBackupVaultLockConfiguration` can take the lock off again.
   */
  Governance = "Governance",
}

/** Arguments of BackupPlan. */
export interface BackupPlanArgs {
  /**
   * Customer managed key of the vault. It cannot be changed later: a change replaces the vault.
   * Source: 45 CFR 164.312(a)(2)(iv).
   */
  key: pulumi.Input<BackupPlanKey>;
  /** What is backed up, from 1 to 500 resources. Plain list. Source: 45 CFR 164.308(a)(7)(ii)(A). */
  resources: BackupPlanResource[];
  /**
   * ARNs of the only roles that may delete recovery points or the vault, change how long recovery points are kept, or
   * change the vault's policy. Default: none: nobody may delete recovery points or change how long they are kept, while
   * the policy itself stays with whoever IAM allows. Source: 45 CFR 164.312(c)(1).
   */
  breakGlassRoles?: pulumi.Input<string>[];
  /** Days that daily recovery points are kept, from 35 to 36500. Default: 35. Plain value. */
  dailyRetentionDays?: number;
  /**
   * Days that monthly recovery points are kept, from 365 to 36500 and not less than `dailyRetentionDays`. Default: 397,
   * the longest 13 months, or `dailyRetentionDays` where that is more. Plain value.
   */
  monthlyRetentionDays?: number;
  /**
   * Hour in UTC at which backups start, from 0 to 23. Default: 2, so that the last job has started two hours before the
   * default window of the databases' own backups. Plain value.
   */
  startHour?: number;
  /** Minutes within which a job has to start, 60 or more, or it counts as failed. Default: 120. Plain value. */
  startWindowMinutes?: number;
  /**
   * Minutes within which a job has to end, counted from the start of the schedule, or it is canceled; 60 or more above
   * `startWindowMinutes`. Default: 10080 (a week), as in AWS Backup: the first backup of a large bucket takes days.
   * Plain value.
   */
  completionWindowMinutes?: number;
  /** Vault in another Region or account for a second copy. Default: no copy. Source: 45 CFR 164.308(a)(7)(ii)(B). */
  copyTo?: BackupPlanCopy;
  /** Vault lock. Default: None. Plain value. Source: 45 CFR 164.312(c)(1). */
  lockMode?: BackupPlanLockMode;
  /**
   * Least number of days that the locked vault keeps a recovery point, from 35 up to `dailyRetentionDays`. Only with
   * `lockMode` Governance. Default: 35. Plain value.
   */
  lockMinRetentionDays?: number;
  /**
   * ARN of an Amazon SNS topic of this account and Region that is told when a backup, copy or restore ends or fails. The
   * topic's policy has to let `backup.amazonaws.com` publish. Default: none.
   */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of the vault, the plan and the role. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
