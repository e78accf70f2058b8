import * as rds from "@pulumi/aws/rds";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import type { PostgresInstanceArgs, PostgresInstanceReplica } from "./args";
import { createParameterGroup, postgresLogs } from "./instance";
import type { Settings } from "./settings";
import { createAlarms, type DatabaseAlarm } from "./shared/alerts";
import { instanceInputs } from "./shared/instance-inputs";
import { createLogGroups } from "./shared/logs";
import type { Monitoring } from "./shared/monitoring";
import { createPlacement } from "./shared/placement";

/**
 * Holds credentials and replica against each other.
 * Source: "Limitations for Secrets Manager integration with Amazon RDS" in the RDS User Guide: no read replica, for any
 * engine but SQL Server, while RDS manages the master password.
 *
 * @throws ArgumentError that names both arguments.
 */
export function checkReplica(checks: ArgumentChecks, args: PostgresInstanceArgs): void {
  const { replica, rotatedMaster } = args;
  if (!replica) return;
  if (!rotatedMaster)
    checks.fail(
      "replica and rotatedMaster",
      "do not fit: RDS makes no read replica of an instance whose master password it manages",
      "Give rotatedMaster, or backupReplication instead of replica",
    );
  for (const argument of ["region", "network", "key", "logsKey"] as const)
    if (replica[argument] === undefined) checks.fail(`replica.${argument}`, "is missing", "Give it");
}

/** What a program is told of the replica. */
export interface Replica {
  instance: rds.Instance;
  securityGroupId: pulumi.Output<string>;
}

/** A copy in another Region that reads, and can be promoted (45 CFR 164.308(a)(7)(ii)(B), (C)). */
export function createReplica(
  name: string,
  args: PostgresInstanceArgs,
  settings: Settings,
  source: rds.Instance,
  monitoring: Monitoring,
  options: pulumi.CustomResourceOptions,
): Replica | undefined {
  const { replica, tags } = args;
  if (!replica) return undefined;
  const { region, logsKey } = replica;
  const there = { ...replica, region, tags, logsKey };
  const { subnetGroup, securityGroup } = createPlacement(
    `${name}-replica`,
    { what: "PostgreSQL replica", ...there },
    options,
  );
  const prefix = pulumi.interpolate`/aws/rds/instance/${subnetGroup.name}`;
  const logGroups = createLogGroups(`${name}-replica`, { ...there, logs: postgresLogs, prefix }, options);
  const parameterGroup = createParameterGroup(`${name}-replica`, { tags, region }, settings, options);
  const instance = new rds.Instance(
    `${name}-replica`,
    {
      region,
      replicateSourceDb: source.arn,
      identifier: subnetGroup.name,
      dbSubnetGroupName: subnetGroup.name,
      vpcSecurityGroupIds: [securityGroup.id],
      parameterGroupName: parameterGroup.name,
      monitoringRoleArn: monitoring.role.arn,
      ...replicaInputs(args, replica, settings),
      tags,
    },
    { ...options, dependsOn: [...logGroups, monitoring.attachment] },
  );
  const dimensions = { DBInstanceIdentifier: instance.identifier };
  createAlarms(`${name}-replica`, { ...there, alarmTopicArn: replica.alarmTopicArn }, [lagAlarm], dimensions, options);
  return { instance, securityGroupId: securityGroup.id };
}

/** As safe as its source, from which it takes engine, users and databases. */
function replicaInputs(args: PostgresInstanceArgs, replica: PostgresInstanceReplica, settings: Settings) {
  return {
    // Its own backups too, so that it is as safe as its source from the minute in which it is promoted.
    ...instanceInputs(replica.key, settings),
    instanceClass: replica.instanceClass ?? args.instanceClass ?? "db.m7g.large",
    multiAz: replica.multiAz ?? true,
    iamDatabaseAuthenticationEnabled: true,
    // RDS refuses a final snapshot of a replica.
    skipFinalSnapshot: true,
    enabledCloudwatchLogsExports: [...postgresLogs],
  };
}

const lagAlarm: DatabaseAlarm = {
  suffix: "lag",
  metricName: "ReplicaLag",
  comparisonOperator: "GreaterThanThreshold",
  threshold: 300,
  evaluationPeriods: 3,
  description: "The replica more than 5 minutes behind its source for 15 minutes",
};
