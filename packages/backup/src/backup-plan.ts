import * as pulumi from "@pulumi/pulumi";
import { tags } from "@hipaa-aws/foundation";
import type { BackupPlanArgs } from "./backup-plan-args";
import { settingsOf } from "./backup-plan-settings";
import { createRole } from "./backup-role";
import { createPlan, createSelection } from "./plan";
import { createVault } from "./vault";

/**
 * Daily and monthly backups with AWS Backup: a vault under a customer managed key whose policy keeps everybody but named
 * roles from deleting recovery points, a plan, the resources that it covers, and the role that AWS Backup works as.
 *
 * Continuous backups are not used: for databases AWS Backup would take the instance's own backups over and change its
 * settings behind the program, and point-in-time recovery is what those already give.
 *
 * Cost, list prices of November 2026: recovery points by GB and month, 0.095 USD for RDS and 0.05 USD for S3 in
 * us-east-1; a copy to another Region doubles them and adds the transfer.
 *
 * @throws ArgumentError for arguments that AWS Backup would refuse, at deployment or when the first job runs.
 * Source: 45 CFR 164.308(a)(7)(ii)(A), 164.312(a)(2)(iv), 164.312(c)(1).
 */
export class BackupPlan extends pulumi.ComponentResource {
  /** ARN of the vault. */
  public readonly vaultArn!: pulumi.Output<string>;
  /** Name of the vault. */
  public readonly vaultName!: pulumi.Output<string>;
  /** Id of the plan. */
  public readonly planId!: pulumi.Output<string>;
  /** ARN of the role that AWS Backup works as. It cannot restore. */
  public readonly roleArn!: pulumi.Output<string>;

  constructor(name: string, args: BackupPlanArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = settingsOf(name, args);
    super("backup:index:BackupPlan", name, args, opts);

    const allTags = tags({}, args.tags);
    const vault = createVault(name, args, settings, allTags, this);
    const role = createRole(name, allTags, this);
    const plan = createPlan(name, args, settings, vault, allTags, this);
    createSelection(name, args, plan, role, this);

    this.vaultArn = vault.vault.arn;
    this.vaultName = vault.vault.name;
    this.planId = plan.id;
    this.roleArn = role.role.arn;
    this.registerOutputs({
      vaultArn: this.vaultArn,
      vaultName: this.vaultName,
      planId: this.planId,
      roleArn: this.roleArn,
    });
  }
}
