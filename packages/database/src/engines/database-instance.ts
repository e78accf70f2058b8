import * as pulumi from "@pulumi/pulumi";
import {
  cpuAlarm,
  createAlarms,
  createEventSubscription,
  instanceEvents,
  memoryAlarm,
  storageAlarm,
  type EventSource,
} from "../shared/alerts";
import { createBackupReplication } from "../shared/backup-replication";
import { createLogGroups } from "../shared/logs";
import { createMasterSecretRotation } from "../shared/master-secret";
import { createMonitoring } from "../shared/monitoring";
import { createPlacement } from "../shared/placement";
import type { DatabaseInstanceArgs } from "./args";
import { createEngineInstance } from "./instance";
import { engineSettingsOf } from "./settings";
import { createAuditUpload } from "./sql-server";

/**
 * MySQL, MariaDB, Oracle or SQL Server on Amazon RDS for PHI: encrypted under a customer key, encrypted connections
 * only, audited without values of statements, with a standby, 35 days of point-in-time recovery, and a master
 * password managed and rotated by RDS (45 CFR 164.312(a)(2)(iv), (b), (d), (e)(1); 164.308(a)(7)).
 *
 * How each engine is made safe: MySQL and MariaDB by `require_secure_transport` and the audit plugin; Oracle by native
 * network encryption, or TLS, and its audit trail; SQL Server by `rds.force_ssl`, TLS 1.2 and SQL Server Audit to S3.
 *
 * The security group has no rules: a client takes `securityGroupId` and `port` and adds the ingress rule that lets it
 * in.
 *
 * Cost, list prices of us-east-1 in November 2026, with default arguments: about 250 USD a month for MySQL or MariaDB,
 * 370 for Oracle with your own license, 1,400 for SQL Server Standard with its license; the standby is half of it.
 *
 * @throws ArgumentError when an argument is out of range, would weaken a safeguard, or does not fit another one.
 */
export class DatabaseInstance extends pulumi.ComponentResource {
  /** Physical name of the instance. */
  public readonly identifier!: pulumi.Output<string>;
  /** ARN of the instance. */
  public readonly instanceArn!: pulumi.Output<string>;
  /** The id that `rds-db:connect` names, for MySQL and MariaDB. */
  public readonly resourceId!: pulumi.Output<string>;
  /** Host name; the server certificate is issued for it. */
  public readonly address!: pulumi.Output<string>;
  /** TCP port of encrypted connections: 3306, 1521 or with TLS 2484 for Oracle, 1433 for SQL Server. */
  public readonly port!: pulumi.Output<number>;
  /** The database created at first start, or the SID; none for SQL Server. */
  public readonly databaseName?: pulumi.Output<string>;
  /** ARN of the master user's secret in Secrets Manager, for administrators. */
  public readonly masterSecretArn!: pulumi.Output<string>;
  /** The group that a client's ingress rule goes to. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Names of the log groups that the engine exports to. */
  public readonly logGroupNames!: pulumi.Output<string[]>;

  /**
   * @param name lower-case letters, digits and single hyphens, beginning with a letter, up to 45 characters
   * @param args engine, network and keys are required; SQL Server asks for its audit bucket too
   * @param opts resource options; `transforms` reaches every child named in the README
   */
  constructor(name: string, args: DatabaseInstanceArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = engineSettingsOf(name, args);
    super("database:index:DatabaseInstance", name, plainArgs(args), opts);
    const options = { parent: this };

    const { what, logs } = settings.preset;
    const { subnetGroup, securityGroup } = createPlacement(name, { what, ...args }, options);
    const identifier = args.identifier ?? subnetGroup.name;
    const prefix = pulumi.interpolate`/aws/rds/instance/${identifier}`;
    const logGroups = createLogGroups(name, { ...args, logs, prefix }, options);
    const monitoring = createMonitoring(name, args, this, options);
    const { auditPrefix } = settings;
    const parts = {
      identifier,
      subnetGroupName: subnetGroup.name,
      securityGroupId: securityGroup.id,
      monitoringRoleArn: monitoring.role.arn,
      auditUpload:
        args.sqlServer && auditPrefix !== undefined
          ? createAuditUpload(name, args.sqlServer, auditPrefix, args.tags, this)
          : undefined,
      first: [...logGroups, monitoring.attachment],
    };
    const instance = createEngineInstance(name, args, settings, parts, options);
    this.masterSecretArn = createMasterSecretRotation(name, instance, options);
    createBackupReplication(name, args.backupReplication, settings.backupRetentionDays, instance, options);
    const alarms = [cpuAlarm, memoryAlarm, storageAlarm(settings.allocatedStorage)];
    createAlarms(name, args, alarms, { DBInstanceIdentifier: instance.identifier }, options);
    const events: EventSource = { type: "db-instance", ids: [instance.identifier], categories: instanceEvents };
    createEventSubscription(name, args, events, options);

    this.identifier = instance.identifier;
    this.instanceArn = instance.arn;
    this.resourceId = instance.resourceId;
    this.address = instance.address;
    this.port = pulumi.output(settings.clientPort);
    if (settings.databaseName !== undefined) this.databaseName = pulumi.output(settings.databaseName);
    this.securityGroupId = securityGroup.id;
    this.logGroupNames = pulumi.output(logGroups.map((group) => group.name));
    this.registerOutputs({
      identifier: this.identifier,
      instanceArn: this.instanceArn,
      resourceId: this.resourceId,
      address: this.address,
      port: this.port,
      ...(this.databaseName ? { databaseName: this.databaseName } : {}),
      masterSecretArn: this.masterSecretArn,
      securityGroupId: this.securityGroupId,
      logGroupNames: this.logGroupNames,
    });
  }
}

// A Vpc or bucket component may be given, and a component cannot be kept as an input of another.
function plainArgs(args: DatabaseInstanceArgs): pulumi.Inputs {
  const arn = (key: DatabaseInstanceArgs["key"]) => ({ arn: pulumi.output(key).arn });
  const { backupReplication: copies, sqlServer } = args;
  return {
    ...args,
    network: { vpcId: args.network.vpcId, dataSubnetIds: args.network.dataSubnetIds },
    key: arn(args.key),
    logsKey: arn(args.logsKey),
    secretsKey: arn(args.secretsKey),
    ...(copies ? { backupReplication: { region: copies.region, key: arn(copies.key) } } : {}),
    ...(sqlServer
      ? {
          sqlServer: {
            ...sqlServer,
            auditBucket: { bucketArn: sqlServer.auditBucket.bucketArn },
            auditBucketKey: arn(sqlServer.auditBucketKey),
          },
        }
      : {}),
  };
}
