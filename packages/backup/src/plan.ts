import * as backup from "@pulumi/aws/backup";
import type { input } from "@pulumi/aws/types";
import type * as pulumi from "@pulumi/pulumi";
import type { BackupPlanArgs } from "./backup-plan-args";
import type { BackupPlanSettings } from "./backup-plan-settings";
import type { BackupRole } from "./backup-role";
import type { GuardedVault } from "./vault";

/** A daily and a monthly rule. */
export function createPlan(
  name: string,
  args: BackupPlanArgs,
  settings: BackupPlanSettings,
  { vault, guards }: GuardedVault,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): backup.Plan {
  const { startHour, startWindowMinutes, completionWindowMinutes } = settings;
  const rule = (ruleName: string, days: string, deleteAfter: number): input.backup.PlanRule => ({
    ruleName,
    targetVaultName: vault.name,
    schedule: `cron(0 ${startHour} ${days} * ? *)`,
    startWindow: startWindowMinutes,
    completionWindow: completionWindowMinutes,
    // No cold storage: AWS Backup has none for Amazon S3 and Amazon RDS, which is where the records are.
    lifecycle: { deleteAfter },
    ...(args.copyTo === undefined
      ? {}
      : { copyActions: [{ destinationVaultArn: args.copyTo.vaultArn, lifecycle: { deleteAfter } }] }),
  });
  return new backup.Plan(
    name,
    {
      rules: [rule("daily", "*", settings.dailyRetentionDays), rule("monthly", "1", settings.monthlyRetentionDays)],
      tags,
    },
    // The guards first, so that no recovery point is ever without them.
    { parent, dependsOn: guards },
  );
}

/** What the plan backs up, by ARN, in the order of the names: another order of the list changes nothing. */
export function createSelection(
  name: string,
  args: BackupPlanArgs,
  plan: backup.Plan,
  { role, attachments }: BackupRole,
  parent: pulumi.Resource,
): void {
  const resources = [...args.resources].sort((one, other) => (one.name < other.name ? -1 : 1)).map(({ arn }) => arn);
  new backup.Selection(name, { planId: plan.id, iamRoleArn: role.arn, resources }, { parent, dependsOn: attachments });
}
