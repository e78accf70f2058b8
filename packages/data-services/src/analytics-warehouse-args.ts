import type * as pulumi from "@pulumi/pulumi";

/** A customer managed key of an AnalyticsWarehouse. Keys of a `KeyRing` fit. */
export interface AnalyticsWarehouseKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** Where an AnalyticsWarehouse lies. A `Vpc` fits. */
export interface AnalyticsWarehouseNetwork {
  /** The VPC. */
  vpcId: pulumi.Input<string>;
  /** Private subnets, one for each Availability Zone. */
  dataSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** What runs the queries. */
export enum AnalyticsWarehouseKind {
  /** Nodes of a cluster, with snapshots of its own and a copy in another Region. */
  Cluster = "CLUSTER",
  /** Capacity on demand; its snapshots are AWS Backup's. */
  Serverless = "SERVERLESS",
}

/** Arguments of AnalyticsWarehouse. */
export interface AnalyticsWarehouseArgs {
  /** VPC and subnets. Source: 45 CFR 164.312(e)(1). */
  network: AnalyticsWarehouseNetwork;
  /** What runs the queries. Default: Cluster. Plain value. */
  kind?: AnalyticsWarehouseKind;
  /**
   * Customer managed key of data and snapshots; where an HSM is mandated, one of a custom key store on AWS CloudHSM.
   * Source: 45 CFR 164.312(a)(2)(iv).
   */
  key: pulumi.Input<AnalyticsWarehouseKey>;
  /** Customer managed key of the administrator's secret. `KeyRing.secrets` fits. */
  secretsKey: pulumi.Input<AnalyticsWarehouseKey>;
  /**
   * Customer managed key of the audit log, which holds statements, and so PHI where it stands in them. Its policy lets
   * CloudWatch Logs use it. `KeyRing.logs` fits.
   */
  logsKey: pulumi.Input<AnalyticsWarehouseKey>;
  /** Name in AWS, unique in account and Region. Default: `<name>-<stack>`. Plain value. */
  identifier?: string;
  /** Database. Default: `warehouse`. Plain value. */
  databaseName?: string;
  /** Administrator; Amazon Redshift makes and rotates the password. Default: `administrator`. Plain value. */
  administratorName?: string;
  /** Availability Zones, 2 or 3; three with Serverless. Default: 3. Plain value. */
  availabilityZones?: number;
  /** Type of the nodes of a cluster. Default: `ra3.xlplus`. Plain value. */
  nodeType?: string;
  /** Nodes of a cluster, 2 to 128. Default: 2. Plain value. */
  nodes?: number;
  /**
   * Whether a cluster runs in two zones at once. Default: false, and the cluster moves to another zone when its own
   * fails, without loss. Plain value.
   */
  multiAz?: boolean;
  /** Days for which a cluster keeps snapshots, 7 to 35. Default: 35. Plain value. */
  snapshotDays?: number;
  /** Region to which a cluster copies its snapshots. Default: none. Plain value. */
  replicaRegion?: string;
  /** ARN of a customer managed key in `replicaRegion`. `KeyRingKey.replicaArn` fits. */
  replicaKeyArn?: pulumi.Input<string>;
  /** Capacity in RPU with which Serverless begins, 8 to 512 in steps of 8. Default: 32. Plain value. */
  baseCapacity?: number;
  /** Capacity in RPU that Serverless never passes. Default: four times `baseCapacity`, 512 at most. Plain value. */
  maxCapacity?: number;
  /** Roles with which statements read and write elsewhere. Default: none. Plain list. */
  roleArns?: pulumi.Input<string>[];
  /** Days for which the audit log is kept, as CloudWatch Logs takes them. Default: 2192, six years. Plain value. */
  logRetentionDays?: number;
  /** Retention lock: Pulumi refuses to delete the warehouse. Default: true. Plain value. */
  deletionProtection?: boolean;
  /** Topic of the alarms on health and space of a cluster. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
