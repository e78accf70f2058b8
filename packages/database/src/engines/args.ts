import type * as pulumi from "@pulumi/pulumi";
import type {
  DatabaseBackupReplication,
  DatabaseInsights,
  DatabaseKey,
  DatabaseNetwork,
  DatabaseParameter,
} from "../shared/types";

/** Engines of `DatabaseInstance`. SQL Server Express is not one: it must not hold PHI. PostgreSQL has components of its own. */
export enum DatabaseInstanceEngine {
  /** MySQL. */
  MySql = "mysql",
  /** MariaDB. */
  MariaDb = "mariadb",
  /** Oracle Database Enterprise Edition, with your own license. */
  OracleEnterprise = "oracle-ee",
  /** Oracle Database Standard Edition 2. */
  OracleStandardTwo = "oracle-se2",
  /** Microsoft SQL Server Enterprise Edition. */
  SqlServerEnterprise = "sqlserver-ee",
  /** Microsoft SQL Server Standard Edition. */
  SqlServerStandard = "sqlserver-se",
  /** Microsoft SQL Server Web Edition, for public web workloads by its license. */
  SqlServerWeb = "sqlserver-web",
}

/** How connections to Oracle are encrypted. RDS takes one of the two. */
export enum DatabaseInstanceOracleEncryption {
  /** Oracle's native network encryption, required of every client: AES-256 and SHA-2 on port 1521. Needs no certificate. */
  NativeNetworkEncryption = "native-network-encryption",
  /** TLS 1.2 with the server's certificate on port 2484. RDS keeps port 1521 open in clear: the security group must never admit it. */
  Tls = "tls",
}

/** Who licenses Oracle. */
export enum DatabaseInstanceOracleLicense {
  /** Your own license; the only choice for Enterprise Edition. */
  BringYourOwn = "bring-your-own-license",
  /** In the price of the instance; Standard Edition 2 only. */
  Included = "license-included",
}

/** What only Oracle has. */
export interface DatabaseInstanceOracle {
  /** Default: NativeNetworkEncryption. Plain value. */
  encryption?: DatabaseInstanceOracleEncryption;
  /** Default: BringYourOwn. Plain value. */
  license?: DatabaseInstanceOracleLicense;
  /** Transparent Data Encryption, a second layer beside the encrypted storage. Enterprise Edition only, and for good: RDS cannot take it off again. Default: false. Plain value. */
  transparentDataEncryption?: boolean;
}

/** A bucket that audit files go to. The outputs of a log bucket fit. */
export interface DatabaseInstanceAuditBucket {
  /** ARN of the bucket, in the Region and account of the database. */
  bucketArn: pulumi.Input<string>;
}

/** What only SQL Server has. */
export interface DatabaseInstanceSqlServer {
  /** Where SQL Server Audit uploads its files (45 CFR 164.312(b)); the bucket keeps them six years. */
  auditBucket: DatabaseInstanceAuditBucket;
  /** Key that the bucket encrypts with. */
  auditBucketKey: pulumi.Input<DatabaseKey>;
  /** Prefix of the audit files, without slashes at its ends. Default: `sqlserver-audit`. Plain value. */
  auditPrefix?: string;
  /** Transparent Data Encryption, a second layer beside the encrypted storage. Not for Web Edition, and for good. Default: false. Plain value. */
  transparentDataEncryption?: boolean;
}

/** Arguments of `DatabaseInstance`. */
export interface DatabaseInstanceArgs {
  /** The engine, which decides TLS, audit, logs and port. Fixed at creation. Plain value. */
  engine: DatabaseInstanceEngine;
  /** VPC and data-tier subnets. */
  network: DatabaseNetwork;
  /** Key of storage, backups, snapshots and Performance Insights. Fixed at creation. */
  key: pulumi.Input<DatabaseKey>;
  /** Key of the exported logs; its policy admits `logs.<region>.amazonaws.com`. */
  logsKey: pulumi.Input<DatabaseKey>;
  /** Key of the master user's secret in Secrets Manager. */
  secretsKey: pulumi.Input<DatabaseKey>;
  /** What only Oracle has. Default: native network encryption, own license, no second layer. */
  oracle?: DatabaseInstanceOracle;
  /** What only SQL Server has; required for it. */
  sqlServer?: DatabaseInstanceSqlServer;

  /** Instance class. Default: `db.m7g.large` for MySQL and MariaDB, `db.m6i.large` for Oracle, `db.m6i.xlarge` for SQL Server. */
  instanceClass?: pulumi.Input<string>;
  /** gp3 storage at creation, in GiB, 20 to 65,536 (SQL Server 16,384). Default: 100. Plain value. */
  allocatedStorage?: number;
  /** Storage that RDS may grow to by itself, in GiB; a tenth or more above `allocatedStorage`. Default: ten times that. Plain value. */
  maxAllocatedStorage?: number;
  /** Provisioned IOPS: 12,000 to 64,000 from 400 GiB on (Oracle from 200); SQL Server 3,000 to 16,000. Default: what gp3 includes. Plain value. */
  iops?: number;
  /** Provisioned throughput in MiB/s: 500 to 4,000 from 400 GiB on (Oracle from 200); SQL Server 125 to 1,000. Default: what gp3 includes. Plain value. */
  storageThroughput?: number;
  /** Standby in a second Availability Zone (45 CFR 164.308(a)(7)). Default: true. Plain value. */
  multiAz?: boolean;
  /** How much Database Insights records. Default: Standard. Plain value. */
  insights?: DatabaseInsights;

  /** Days of automated backups and point-in-time recovery, 7 to 35 (45 CFR 164.308(a)(7)(ii)(A)). Default: 35. Plain value. */
  backupRetentionDays?: number;
  /** Copies of the automated backups in a second Region. Default: none. */
  backupReplication?: DatabaseBackupReplication;
  /** Retention lock: RDS refuses to delete the database. Default: true. Plain value. */
  deletionProtection?: boolean;
  /** Daily backup window in UTC, 30 minutes or more. Default: `06:00-07:00`. Plain value. */
  backupWindow?: string;
  /** Weekly maintenance window in UTC, 30 minutes or more. Default: `sun:08:00-sun:09:00`. Plain value. */
  maintenanceWindow?: string;
  /** Snapshot to start from, encrypted under `key`, with the same master user. Default: an empty database. */
  snapshotIdentifier?: pulumi.Input<string>;

  /** Version, major or full. Default: MySQL 8.4, MariaDB 11.4, Oracle 19, SQL Server 16.00. Plain value. */
  engineVersion?: string;
  /** Physical name, for an imported database. Default: the autonamed one of the subnet group. Plain value. */
  identifier?: string;
  /** Database created at first start; for Oracle the SID, up to 8 characters; none for SQL Server. Default: `app`, for Oracle `ORCL`. Plain value. */
  databaseName?: string;
  /** Master user, for administration only. Default: `dbadmin`. Plain value. */
  masterUsername?: string;
  /** Parameters beside those of the component. Default: none. Plain values. */
  parameters?: DatabaseParameter[];

  /** SNS topic of the alarms on CPU, memory and storage. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /** SNS topic of RDS events such as failover, failure, deletion and low storage. Default: no subscription. */
  eventTopicArn?: pulumi.Input<string>;
  /** Tags of every resource of the component. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
