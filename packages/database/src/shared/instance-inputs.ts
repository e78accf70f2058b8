import type * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { certificateAuthority } from "../postgres-version";
import { DatabaseInsights, type DatabaseKey } from "./types";

/** What every instance is sized and scheduled by. */
interface InstanceSettings {
  maxAllocatedStorage: number;
  backupRetentionDays: number;
  backupWindow: string;
  maintenanceWindow: string;
  deletionProtection: boolean;
  insights: string;
}

/** What an instance that is no replica has besides. */
interface PrimarySettings extends InstanceSettings {
  engineVersion: string;
  databaseName?: string | undefined;
  allocatedStorage: number;
  iops?: number | undefined;
  storageThroughput?: number | undefined;
  multiAz: boolean;
  masterUsername: string;
}

/** What an instance is wired to. */
interface PrimaryParts {
  identifier: pulumi.Input<string>;
  subnetGroupName: pulumi.Input<string>;
  securityGroupId: pulumi.Input<string>;
  monitoringRoleArn: pulumi.Input<string>;
}

/** The safeguards of every instance, replicas too, whatever its engine. */
export function instanceInputs(givenKey: pulumi.Input<DatabaseKey>, settings: InstanceSettings) {
  const key = pulumi.output(givenKey).arn;
  return {
    storageType: "gp3",
    maxAllocatedStorage: settings.maxAllocatedStorage,
    storageEncrypted: true,
    kmsKeyId: key,
    publiclyAccessible: false,
    networkType: "IPV4",
    caCertIdentifier: certificateAuthority.identifier,
    autoMinorVersionUpgrade: true,
    allowMajorVersionUpgrade: false,
    backupRetentionPeriod: settings.backupRetentionDays,
    backupWindow: settings.backupWindow,
    maintenanceWindow: settings.maintenanceWindow,
    deleteAutomatedBackups: false,
    copyTagsToSnapshot: true,
    deletionProtection: settings.deletionProtection,
    monitoringInterval: 60,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: key,
    // The advanced mode asks for 15 months; the standard mode takes seven days without charge.
    performanceInsightsRetentionPeriod: settings.insights === String(DatabaseInsights.Advanced) ? 465 : 7,
    databaseInsightsMode: settings.insights,
  };
}

/** The same, with what an instance of its own has: its storage, its place, its master user and its last snapshot. */
export function primaryInputs(
  args: { key: pulumi.Input<DatabaseKey>; snapshotIdentifier?: pulumi.Input<string> },
  settings: PrimarySettings,
  parts: PrimaryParts,
): Omit<rds.InstanceArgs, "instanceClass"> {
  return {
    ...instanceInputs(args.key, settings),
    identifier: parts.identifier,
    engineVersion: settings.engineVersion,
    dbName: settings.databaseName,
    snapshotIdentifier: args.snapshotIdentifier,
    allocatedStorage: settings.allocatedStorage,
    iops: settings.iops,
    storageThroughput: settings.storageThroughput,
    multiAz: settings.multiAz,
    dbSubnetGroupName: parts.subnetGroupName,
    vpcSecurityGroupIds: [parts.securityGroupId],
    username: settings.masterUsername,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: pulumi.interpolate`${parts.identifier}-final`,
    monitoringRoleArn: parts.monitoringRoleArn,
  };
}
