import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseRotatedMaster } from "./shared/types";

/** A customer-managed KMS key, for example one of the outputs of `KeyRing`. */
export interface PostgresInstanceKey {
  /** ARN of the key. An alias or an AWS-managed key is not enough. */
  arn: pulumi.Input<string>;
}

/** Where the database is placed. The outputs of `Vpc` fit. */
export interface PostgresInstanceNetwork {
  /** The VPC of the subnets. */
  vpcId: pulumi.Input<string>;
  /** Subnets of the data tier, in two or more Availability Zones and without a route to the internet. */
  dataSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** How much CloudWatch Database Insights records. */
export enum PostgresInstanceInsights {
  /** Seven days of load by wait event and statement; no extra charge. */
  Standard = "standard",
  /** 465 days and per-statement analysis; charged by vCPU. */
  Advanced = "advanced",
}

/** A parameter of PostgreSQL beside those that the component sets. */
export interface PostgresInstanceParameter {
  /** Lower-case name, for example `work_mem`. Locked and unsafe names are refused; the README lists them. */
  name: string;
  /** The value as RDS takes it, in the parameter's own unit. */
  value: string;
  /** True for a static parameter, which takes effect at the next reboot. Default: false. */
  pendingReboot?: boolean;
}

/** Continuous copies of the automated backups in a second Region. */
export interface PostgresInstanceBackupReplication {
  /** The Region of the copies, in the same partition and other than the database's own. */
  region: pulumi.Input<string>;
  /** A customer-managed key of that Region. */
  key: pulumi.Input<PostgresInstanceKey>;
}

/** A read replica in another Region, which can be promoted when the first Region is lost. */
export interface PostgresInstanceReplica {
  /** The Region, in the same partition and other than the database's own. */
  region: pulumi.Input<string>;
  /** VPC and data-tier subnets of that Region. */
  network: PostgresInstanceNetwork;
  /** A customer-managed key of that Region, of storage, backups and Performance Insights. Fixed at creation. */
  key: pulumi.Input<PostgresInstanceKey>;
  /** A customer-managed key of that Region, of the exported logs. */
  logsKey: pulumi.Input<PostgresInstanceKey>;
  /** Instance class. Default: that of the database. */
  instanceClass?: pulumi.Input<string>;
  /** Standby in a second zone of that Region. Default: true. Plain value. */
  multiAz?: boolean;
  /** SNS topic of that Region, of the alarm on lag. Default: no alarm. */
  alarmTopicArn?: pulumi.Input<string>;
}

/** Arguments of `PostgresInstance`. */
export interface PostgresInstanceArgs {
  /** VPC and data-tier subnets. */
  network: PostgresInstanceNetwork;
  /** Key of storage, backups, snapshots and Performance Insights. Fixed at creation. */
  key: pulumi.Input<PostgresInstanceKey>;
  /** Key of the exported logs; its policy admits `logs.<region>.amazonaws.com`. */
  logsKey: pulumi.Input<PostgresInstanceKey>;
  /** Key of the master user's secret in Secrets Manager. */
  secretsKey: pulumi.Input<PostgresInstanceKey>;

  /** Instance class. Default: `db.m7g.large` (2 vCPU, 8 GiB). */
  instanceClass?: pulumi.Input<string>;
  /** gp3 storage at creation, in GiB, 20 to 65,536. Default: 100. Plain value. */
  allocatedStorage?: number;
  /** Storage that RDS may grow to by itself, in GiB; a tenth or more above `allocatedStorage`. Default: ten times that. Plain value. */
  maxAllocatedStorage?: number;
  /** Provisioned IOPS, 12,000 to 64,000, from 400 GiB on. Default: what gp3 includes. Plain value. */
  iops?: number;
  /** Provisioned throughput in MiB/s, 500 to 4,000, from 400 GiB on. Default: what gp3 includes. Plain value. */
  storageThroughput?: number;
  /** Standby in a second Availability Zone (45 CFR 164.308(a)(7)). Default: true. Plain value. */
  multiAz?: boolean;
  /** How much Database Insights records. Default: Standard. Plain value. */
  insights?: PostgresInstanceInsights;

  /** Days of automated backups and point-in-time recovery, 7 to 35 (45 CFR 164.308(a)(7)(ii)(A)). Default: 35. Plain value. */
  backupRetentionDays?: number;
  /** Copies of the automated backups in a second Region. Default: none. */
  backupReplication?: PostgresInstanceBackupReplication;
  /**
   * Read replica in another Region, seconds to minutes behind (45 CFR 164.308(a)(7)(ii)(B)); only with
   * `rotatedMaster`, because RDS makes none of an instance whose master password it manages. Default: none.
   */
  replica?: PostgresInstanceReplica;
  /** Retention lock: RDS refuses to delete the database. Default: true. Plain value. */
  deletionProtection?: boolean;
  /** Daily backup window in UTC, 30 minutes or more. Default: `06:00-07:00`. Plain value. */
  backupWindow?: string;
  /** Weekly maintenance window in UTC, 30 minutes or more. Default: `sun:08:00-sun:09:00`. Plain value. */
  maintenanceWindow?: string;
  /**
   * Snapshot that the database is restored from at creation. It has to be encrypted under `key` (copy it under that
   * key first) and to hold the same master user. Default: an empty database.
   */
  snapshotIdentifier?: pulumi.Input<string>;

  /** Major or minor version, for example `17` or `17.4`. Default: the package's dated constant, now 17. Plain value. */
  engineVersion?: string;
  /** Physical name, for an imported database. Default: the autonamed one of the subnet group. Plain value. */
  identifier?: string;
  /** Database created at first start: a letter, then letters, digits and underscores. Default: `app`. Plain value. */
  databaseName?: string;
  /** Master user, for administration only; applications sign in by IAM. Default: `dbadmin`. Plain value. */
  masterUsername?: string;
  /** Master password kept by a rotation function, where RDS cannot: with `replica`. Default: RDS manages it. */
  rotatedMaster?: DatabaseRotatedMaster;
  /** Parameters beside those of the component. Default: none. Plain values. */
  parameters?: PostgresInstanceParameter[];
  /** Libraries to preload beside `pg_stat_statements` and `pgaudit`, for example `pg_cron`. Default: none. Plain values. */
  preloadLibraries?: string[];

  /** SNS topic of the alarms on CPU, memory, storage, transaction ids and replication slots. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /** SNS topic of RDS events such as failover, failure, deletion and low storage. Default: no subscription. */
  eventTopicArn?: pulumi.Input<string>;
  /** Tags of every resource of the component. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
