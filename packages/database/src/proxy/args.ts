import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseKey, DatabaseNetwork } from "../shared/types";

/** The database behind a proxy. `PostgresInstance`, `AuroraPostgresCluster` and `DatabaseInstance` with MySQL fit. */
export interface DatabaseProxyTarget {
  /** Physical name of the instance or cluster. */
  identifier: pulumi.Input<string>;
  /** ARN of the cluster, which says that it is one. Left out for an instance. */
  clusterArn?: pulumi.Input<string>;
  /** The id that `rds-db:connect` names. */
  resourceId: pulumi.Input<string>;
  /** The database's own group, which lets the proxy in. */
  securityGroupId: pulumi.Input<string>;
  /** The port of the database. */
  port: pulumi.Input<number>;
}

/** The protocol that a proxy speaks. */
export enum DatabaseProxyFamily {
  /** RDS for PostgreSQL and Aurora PostgreSQL. */
  Postgres = "POSTGRESQL",
  /** RDS for MySQL. */
  MySql = "MYSQL",
}

/** A password in Secrets Manager that the proxy signs in to the database with. */
export interface DatabaseProxySecret {
  /** ARN of a secret with `username` and `password`; it should be rotated. */
  secretArn: pulumi.Input<string>;
  /** Key of the secret. */
  key: pulumi.Input<DatabaseKey>;
}

/** Arguments of `DatabaseProxy`. */
export interface DatabaseProxyArgs {
  /** VPC and data-tier subnets. */
  network: DatabaseNetwork;
  /** The database behind the proxy. */
  database: DatabaseProxyTarget;
  /** Key of the proxy's log; its policy admits `logs.<region>.amazonaws.com`. */
  logsKey: pulumi.Input<DatabaseKey>;
  /** Default: Postgres. Fixed at creation. Plain value. */
  family?: DatabaseProxyFamily;
  /**
   * Database users that sign in by IAM all the way: to the proxy, and from the proxy to the database. No password is
   * kept anywhere. Up to 30. Either `users` or `secrets`. Plain values.
   */
  users?: string[];
  /**
   * Passwords for the way from the proxy to the database, up to 30; clients sign in to the proxy by IAM all the same.
   * Either `users` or `secrets`.
   */
  secrets?: DatabaseProxySecret[];
  /** Seconds after which an idle client is logged off (45 CFR 164.312(a)(2)(iii)), 60 to 900. Default: 900. Plain value. */
  idleClientSeconds?: number;
  /** Share of the database's connections that the proxy may use, in percent, 1 to 100. Default: 90. Plain value. */
  maxConnectionsPercent?: number;
  /** SNS topic of the alarms on refused sign-ins and on waiting for connections. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /** SNS topic of RDS events of the proxy. Default: no subscription. */
  eventTopicArn?: pulumi.Input<string>;
  /** Tags of every resource of the component. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
