import type * as pulumi from "@pulumi/pulumi";
import type {
  DatabaseInsights,
  DatabaseKey,
  DatabaseNetwork,
  DatabaseParameter,
  DatabaseRotatedMaster,
} from "../shared/types";

/** Capacity of Aurora Serverless v2, in Aurora capacity units of about 2 GiB of memory each. */
export interface AuroraPostgresClusterServerless {
  /** Least capacity, 0.5 to 256 in steps of 0.5. Below 2 the database has no memory for pgaudit and insights to spare. Default: 2. Plain value. */
  minCapacity?: number;
  /** Greatest capacity, 1 to 256 in steps of 0.5. Default: 16. Plain value. */
  maxCapacity?: number;
}

/** When a session goes on after one of its statements was recorded. */
export enum AuroraPostgresClusterActivityStreamMode {
  /** At once: no loss of speed; records may be lost in a failure. */
  Async = "async",
  /** When the record is written: complete, at a price in speed. */
  Sync = "sync",
}

/** The database activity stream: every statement, out of reach of the database's administrators. */
export interface AuroraPostgresClusterActivityStream {
  /** Default: Async. Plain value. */
  mode?: AuroraPostgresClusterActivityStreamMode;
  /** Key that the records are encrypted under; who reads the stream needs it. Records hold statements with their values, which are PHI. */
  key: pulumi.Input<DatabaseKey>;
}

/** Which side of an Aurora global database a cluster is. */
export enum AuroraPostgresClusterGlobalRole {
  /** The Region that writes. The component makes the global cluster. */
  Primary = "primary",
  /** A Region that reads, and can be promoted. */
  Secondary = "secondary",
}

/** Membership of an Aurora global database. */
export interface AuroraPostgresClusterGlobalDatabase {
  /** Side of this cluster. Plain value. */
  role: AuroraPostgresClusterGlobalRole;
  /** Name of the global cluster, unique in the account: up to 63 lower-case letters, digits and single hyphens. A secondary takes the primary's output `globalClusterIdentifier`. */
  identifier: pulumi.Input<string>;
  /** Region of the primary; for a secondary only, which needs it to have the encrypted copy signed. */
  sourceRegion?: pulumi.Input<string>;
}

/** Arguments of `AuroraPostgresCluster`. */
export interface AuroraPostgresClusterArgs {
  /** VPC and data-tier subnets. */
  network: DatabaseNetwork;
  /** Key of storage, backups, snapshots and Performance Insights, in the cluster's Region. Fixed at creation. */
  key: pulumi.Input<DatabaseKey>;
  /** Key of the exported logs; its policy admits `logs.<region>.amazonaws.com`. */
  logsKey: pulumi.Input<DatabaseKey>;
  /** Key of the master user's secret in Secrets Manager. Required, except for the secondary of a global database, which has none. */
  secretsKey?: pulumi.Input<DatabaseKey>;

  /** Class of every instance. Default: `db.r7g.large` (2 vCPU, 16 GiB). Plain value. */
  instanceClass?: string;
  /** Serverless v2 instead of an instance class. Default: none. */
  serverless?: AuroraPostgresClusterServerless;
  /** Instances beside the writer, each of which can take over, 0 to 15 (45 CFR 164.308(a)(7)). Default: 1. Plain value. */
  readers?: number;
  /** Storage whose price holds all I/O, which pays when I/O is above a quarter of the bill. Default: false. Plain value. */
  ioOptimized?: boolean;
  /** How much Database Insights records. Default: Standard. Plain value. */
  insights?: DatabaseInsights;

  /** Days of automated backups and point-in-time recovery, 7 to 35 (45 CFR 164.308(a)(7)(ii)(A)). Default: 35. Plain value. */
  backupRetentionDays?: number;
  /** Retention lock: RDS refuses to delete the cluster. Default: true. Plain value. */
  deletionProtection?: boolean;
  /** Daily backup window in UTC, 30 minutes or more. Default: `06:00-07:00`. Plain value. */
  backupWindow?: string;
  /** Weekly maintenance window in UTC, 30 minutes or more. Default: `sun:08:00-sun:09:00`. Plain value. */
  maintenanceWindow?: string;
  /** Cluster snapshot to start from, with the same master user; not with `globalDatabase`. Default: an empty database. */
  snapshotIdentifier?: pulumi.Input<string>;
  /** Membership of a global database, with a copy in another Region about a second behind (45 CFR 164.308(a)(7)(ii)(B)). Default: none. */
  globalDatabase?: AuroraPostgresClusterGlobalDatabase;

  /** Major or minor version, for example `17` or `17.4`. Default: the package's dated constant, now 17. Plain value. */
  engineVersion?: string;
  /** Physical name, for an imported cluster. Default: the autonamed one of the subnet group. Plain value. */
  identifier?: string;
  /** Database created at first start: a letter, then letters, digits and underscores. Default: `app`. Plain value. */
  databaseName?: string;
  /** Master user, for administration only; applications sign in by IAM. Default: `dbadmin`. Plain value. */
  masterUsername?: string;
  /** Master password kept by a rotation function, where RDS cannot: the primary of a global database. Default: RDS manages it. */
  rotatedMaster?: DatabaseRotatedMaster;
  /** Parameters of the cluster beside those of the component. Default: none. Plain values. */
  parameters?: DatabaseParameter[];
  /** Parameters of every instance, such as `work_mem`, which win over the cluster's. Default: none. Plain values. */
  instanceParameters?: DatabaseParameter[];
  /** Libraries to preload beside `pg_stat_statements` and `pgaudit`, for example `pg_cron`. Default: none. Plain values. */
  preloadLibraries?: string[];

  /** Database activity stream (45 CFR 164.312(b)); not with `serverless`. Charged by what it records. Default: none. */
  activityStream?: AuroraPostgresClusterActivityStream;
  /** SNS topic of the alarms on CPU, memory, replicas, transaction ids and replication slots. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /** SNS topic of RDS events such as failover, failure and deletion. Default: no subscription. */
  eventTopicArn?: pulumi.Input<string>;
  /** Tags of every resource of the component. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
