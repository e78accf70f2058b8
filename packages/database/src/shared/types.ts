import type * as pulumi from "@pulumi/pulumi";

/** A customer-managed KMS key, for example one of the outputs of `KeyRing`. */
export interface DatabaseKey {
  /** ARN of the key. An alias or an AWS-managed key is not enough. */
  arn: pulumi.Input<string>;
}

/** Where a database is placed. The outputs of `Vpc` fit. */
export interface DatabaseNetwork {
  /** The VPC of the subnets. */
  vpcId: pulumi.Input<string>;
  /** Subnets of the data tier, in two or more Availability Zones and without a route to the internet. */
  dataSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** How much CloudWatch Database Insights records. */
export enum DatabaseInsights {
  /** Seven days of load by wait event and statement; no extra charge. */
  Standard = "standard",
  /** 465 days and per-statement analysis; charged by vCPU. */
  Advanced = "advanced",
}

/** A parameter of the engine beside those that the component sets. */
export interface DatabaseParameter {
  /** Lower-case name. Locked and unsafe names are refused; the README lists them. */
  name: string;
  /** The value as RDS takes it, in the parameter's own unit. */
  value: string;
  /** True for a static parameter, which takes effect at the next reboot. Default: false. */
  pendingReboot?: boolean;
}

/** Continuous copies of the automated backups in a second Region. */
export interface DatabaseBackupReplication {
  /** The Region of the copies, in the same partition and other than the database's own. */
  region: pulumi.Input<string>;
  /** A customer-managed key of that Region. */
  key: pulumi.Input<DatabaseKey>;
}

/**
 * A master password that a rotation function keeps, for the topologies in which RDS cannot manage it itself.
 * Source: "Limitations for Secrets Manager integration" in the RDS and in the Aurora User Guide.
 */
export interface DatabaseRotatedMaster {
  /**
   * The password of the first minutes: 16 to 128 printable ASCII characters, none of `/`, `@`, `"` and space. The
   * rotation that follows the creation replaces it, so what the state holds opens nothing. Secret.
   */
  initialPassword: pulumi.Input<string>;
  /**
   * ARN of the Lambda function that rotates it, for example of AWS's template for the engine's single user. It needs a
   * way to the database, and a permission for Secrets Manager to call it.
   */
  rotationFunctionArn: pulumi.Input<string>;
  /** Days between rotations, 1 to 90. Default: 7, as RDS does it. Plain value. */
  rotateEveryDays?: number;
}
