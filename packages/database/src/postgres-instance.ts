import type * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import type { PostgresInstanceArgs } from "./args";
import { createInstance, createParameterGroup, postgresLogs, postgresPort } from "./instance";
import { createReplica } from "./replica";
import { settingsOf, type Settings } from "./settings";
import {
  cpuAlarm,
  createAlarms,
  createEventSubscription,
  instanceEvents,
  memoryAlarm,
  slotLagAlarm,
  storageAlarm,
  transactionIdsAlarm,
  type EventSource,
} from "./shared/alerts";
import { createBackupReplication } from "./shared/backup-replication";
import { createLogGroups } from "./shared/logs";
import { createMasterSecretRotation } from "./shared/master-secret";
import { createMonitoring } from "./shared/monitoring";
import { createPlacement } from "./shared/placement";
import { createRotatedMaster } from "./shared/rotated-master";

/**
 * PostgreSQL on Amazon RDS for PHI: encrypted under a customer key, TLS only, audited with pgaudit into log groups
 * kept six years, multi-AZ, 35 days of point-in-time recovery, master password managed and rotated by RDS, IAM
 * sign-in for applications (45 CFR 164.312(a)(2)(iv), (b), (d), (e)(1); 164.308(a)(7)).
 *
 * The security group has no rules: a client takes `securityGroupId` and `port` and adds the ingress rule that lets it
 * in. The database itself opens no connections.
 *
 * The physical identifier is the autonamed one of the subnet group, so that the log groups, whose names hold it, can
 * be made first and no two stacks share a name.
 *
 * Cost, list prices of us-east-1 in November 2026: about 270 USD a month with default arguments, of which the standby
 * is half; backups beyond the size of the database and log storage come on top.
 *
 * @throws ArgumentError when an argument is out of range, would weaken a safeguard, or does not fit another one.
 */
export class PostgresInstance extends pulumi.ComponentResource {
  /** Physical name of the instance. */
  public readonly identifier!: pulumi.Output<string>;
  /** ARN of the instance. */
  public readonly instanceArn!: pulumi.Output<string>;
  /** The id that `rds-db:connect` names: `arn:<partition>:rds-db:<region>:<account>:dbuser:<resourceId>/<user>`. */
  public readonly resourceId!: pulumi.Output<string>;
  /** Host name; the server certificate is issued for it. */
  public readonly address!: pulumi.Output<string>;
  /** TCP port, 5432. */
  public readonly port!: pulumi.Output<number>;
  /** The database created at first start. */
  public readonly databaseName!: pulumi.Output<string>;
  /** ARN of the master user's secret in Secrets Manager, for administrators. */
  public readonly masterSecretArn!: pulumi.Output<string>;
  /** The group that a client's ingress rule goes to. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Names of the audit log groups: server log, upgrades, failed IAM sign-ins. */
  public readonly logGroupNames!: pulumi.Output<string[]>;
  /** ARN of the replica, where there is one. */
  public readonly replicaArn?: pulumi.Output<string>;
  /** Host name of the replica, where there is one. */
  public readonly replicaAddress?: pulumi.Output<string>;
  /** The replica's group in its Region, where there is one. */
  public readonly replicaSecurityGroupId?: pulumi.Output<string>;

  /**
   * @param name lower-case letters, digits and single hyphens, beginning with a letter, up to 45 characters
   * @param args network and keys are required; everything else has a default
   * @param opts resource options; `transforms` reaches every child named in the README
   */
  constructor(name: string, args: PostgresInstanceArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = settingsOf(name, args);
    super("database:index:PostgresInstance", name, plainArgs(args), opts);
    const options = { parent: this };

    const { subnetGroup, securityGroup } = createPlacement(name, { what: "PostgreSQL database", ...args }, options);
    const identifier = args.identifier ?? subnetGroup.name;
    const prefix = pulumi.interpolate`/aws/rds/instance/${identifier}`;
    const logGroups = createLogGroups(name, { ...args, logs: postgresLogs, prefix }, options);
    const monitoring = createMonitoring(name, args, this, options);
    const parameterGroup = createParameterGroup(name, args, settings, options);
    const parts = {
      identifier,
      subnetGroupName: subnetGroup.name,
      securityGroupId: securityGroup.id,
      parameterGroupName: parameterGroup.name,
      monitoringRoleArn: monitoring.role.arn,
      first: [...logGroups, monitoring.attachment],
    };
    const instance = createInstance(name, args, settings, parts, options);
    this.masterSecretArn = createMasterSecret(name, args, settings, instance, this);
    createBackupReplication(name, args.backupReplication, settings.backupRetentionDays, instance, options);
    const replica = createReplica(name, args, settings, instance, monitoring, options);
    const alarms = [cpuAlarm, memoryAlarm, storageAlarm(settings.allocatedStorage), transactionIdsAlarm, slotLagAlarm];
    createAlarms(name, args, alarms, { DBInstanceIdentifier: instance.identifier }, options);
    const events: EventSource = { type: "db-instance", ids: [instance.identifier], categories: instanceEvents };
    createEventSubscription(name, args, events, options);

    this.identifier = instance.identifier;
    this.instanceArn = instance.arn;
    this.resourceId = instance.resourceId;
    this.address = instance.address;
    this.port = pulumi.output(postgresPort);
    this.databaseName = pulumi.output(settings.databaseName);
    this.securityGroupId = securityGroup.id;
    this.logGroupNames = pulumi.output(logGroups.map((group) => group.name));
    if (replica) {
      this.replicaArn = replica.instance.arn;
      this.replicaAddress = replica.instance.address;
      this.replicaSecurityGroupId = replica.securityGroupId;
    }
    this.registerOutputs({
      identifier: this.identifier,
      instanceArn: this.instanceArn,
      resourceId: this.resourceId,
      address: this.address,
      port: this.port,
      databaseName: this.databaseName,
      masterSecretArn: this.masterSecretArn,
      securityGroupId: this.securityGroupId,
      logGroupNames: this.logGroupNames,
      ...(replica
        ? {
            replicaArn: this.replicaArn,
            replicaAddress: this.replicaAddress,
            replicaSecurityGroupId: this.replicaSecurityGroupId,
          }
        : {}),
    });
  }
}

function createMasterSecret(
  name: string,
  args: PostgresInstanceArgs,
  settings: Settings,
  instance: rds.Instance,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const { rotatedMaster, secretsKey, tags } = args;
  if (rotatedMaster === undefined || settings.rotateEveryDays === undefined)
    return createMasterSecretRotation(name, instance, { parent });
  const signIn = {
    engine: "postgres",
    host: instance.address,
    port: postgresPort,
    username: settings.masterUsername,
    databaseName: settings.databaseName,
  };
  const given = { secretsKey, rotatedMaster, tags };
  return createRotatedMaster(name, given, settings.rotateEveryDays, signIn, { parent, dependsOn: [instance] });
}

// A Vpc component may be given as the network, a component cannot be kept as an input of another, and what a
// component is given stands in the state: the initial password is left out.
function plainArgs(args: PostgresInstanceArgs): pulumi.Inputs {
  const arn = (key: PostgresInstanceArgs["key"]) => ({ arn: pulumi.output(key).arn });
  const { backupReplication: copies, replica, rotatedMaster } = args;
  return {
    ...args,
    network: { vpcId: args.network.vpcId, dataSubnetIds: args.network.dataSubnetIds },
    key: arn(args.key),
    logsKey: arn(args.logsKey),
    secretsKey: arn(args.secretsKey),
    ...(copies ? { backupReplication: { region: copies.region, key: arn(copies.key) } } : {}),
    ...(replica
      ? {
          replica: {
            ...replica,
            network: { vpcId: replica.network.vpcId, dataSubnetIds: replica.network.dataSubnetIds },
            key: arn(replica.key),
            logsKey: arn(replica.logsKey),
          },
        }
      : {}),
    ...(rotatedMaster ? { rotatedMaster: { ...rotatedMaster, initialPassword: undefined } } : {}),
  };
}
