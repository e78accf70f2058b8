import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseBackupReplication } from "./types";

/** Copies of the automated backups and transaction logs in a second Region (45 CFR 164.308(a)(7)(ii)(A)). */
export function createBackupReplication(
  name: string,
  replication: DatabaseBackupReplication | undefined,
  retentionDays: number,
  instance: rds.Instance,
  options: pulumi.CustomResourceOptions,
): void {
  if (!replication) return;
  new rds.InstanceAutomatedBackupsReplication(
    `${name}-backup-replication`,
    {
      region: replication.region,
      sourceDbInstanceArn: instance.arn,
      kmsKeyId: pulumi.output(replication.key).arn,
      retentionPeriod: retentionDays,
    },
    options,
  );
}
