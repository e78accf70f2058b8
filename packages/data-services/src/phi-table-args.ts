import type * as pulumi from "@pulumi/pulumi";

/** The customer managed key of a PhiTable. `KeyRing.database` fits. */
export interface PhiTableKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** Type of a key attribute. */
export enum PhiTableKeyType {
  /** Text. */
  Text = "S",
  /** Number. */
  Number = "N",
  /** Bytes. */
  Binary = "B",
}

/** An attribute by which items are found. Its values stand in logs and metrics, so they are opaque ids, never PHI. */
export interface PhiTableAttribute {
  /** Name, for example `patientId`; names of identifiers such as `ssn` or `birthDate` are refused. Plain value. */
  name: string;
  /** Default: text. Plain value. */
  type?: PhiTableKeyType;
}

/** A global secondary index of a PhiTable, with all attributes. */
export interface PhiTableIndex {
  /** Name, unique in the table. Plain value. */
  name: string;
  /** Partition key. */
  partitionKey: PhiTableAttribute;
  /** Sort key. Default: none. */
  sortKey?: PhiTableAttribute;
}

/** A further Region of a PhiTable. */
export interface PhiTableReplica {
  /** Region, for example `us-west-2`. Plain value. */
  region: string;
  /** ARN of a customer managed key in that Region. `KeyRingKey.replicaArn` fits. */
  keyArn: pulumi.Input<string>;
}

/** Arguments of PhiTable. */
export interface PhiTableArgs {
  /** Customer managed key. Source: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<PhiTableKey>;
  /** Partition key: an opaque id. */
  partitionKey: PhiTableAttribute;
  /** Sort key. Default: none. */
  sortKey?: PhiTableAttribute;
  /** Global secondary indexes, at most 20. Default: none. Plain list. */
  indexes?: PhiTableIndex[];
  /** Attribute with the time in epoch seconds from which on DynamoDB disposes of an item. Default: none. Plain value. */
  expiryAttribute?: string;
  /** Days for which any second can be restored, 1 to 35. Default: 35. Plain value. */
  pointInTimeRecoveryDays?: number;
  /** Whether changes are streamed, with both images, for 24 hours. Default: false. Plain value. */
  stream?: boolean;
  /** Further Regions, for recovery. Default: none. Plain list. */
  replicas?: PhiTableReplica[];
  /** Highest reads a second on demand. Default: what the account allows. Plain value. */
  maxReadUnits?: number;
  /** Highest writes a second on demand. Default: what the account allows. Plain value. */
  maxWriteUnits?: number;
  /** Retention lock: AWS refuses to delete the table, and Pulumi too. Default: true. Plain value. */
  deletionProtection?: boolean;
  /** AWS organization; nobody outside it gets in. Default: this account alone. */
  organizationId?: pulumi.Input<string>;
  /** Topic of the alarms on throttled and failed requests. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
