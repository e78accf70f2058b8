import type * as pulumi from "@pulumi/pulumi";

/** The customer managed key of a PhiFileSystem. `KeyRing.documents` fits. */
export interface PhiFileSystemKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** Where a PhiFileSystem lies. A `Vpc` fits. */
export interface PhiFileSystemNetwork {
  /** The VPC. */
  vpcId: pulumi.Input<string>;
  /** Private subnets, one for each Availability Zone. */
  dataSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** A directory that an application mounts as a user of its own. */
export interface PhiFileSystemAccessPoint {
  /** Name, unique in the file system. Plain value. */
  name: string;
  /** Directory, below the root; made with mode 750 where it is not there yet. Never an identifier. Plain value. */
  path: string;
  /** Id of the user as whom everything is done, from 1. Default: 10001. Plain value. */
  userId?: number;
  /** Id of the group, from 1. Default: 10001. Plain value. */
  groupId?: number;
}

/** Arguments of PhiFileSystem. */
export interface PhiFileSystemArgs {
  /** VPC and subnets. */
  network: PhiFileSystemNetwork;
  /** Availability Zones with a mount target: as many as `network` has subnets, 1 to 6. Default: 3. Plain value. */
  availabilityZones?: number;
  /** Customer managed key. Fixed at creation. Source: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<PhiFileSystemKey>;
  /** Directories that applications mount; there is no other way in. Plain list. */
  accessPoints: PhiFileSystemAccessPoint[];
  /** Days after which a file that nobody reads moves to the cheaper class: 1, 7, 14, 30, 60, 90. Default: 30. Plain value. */
  archiveAfterDays?: number;
  /** Region of a read-only copy, for recovery. Default: none. Plain value. */
  replicaRegion?: string;
  /** ARN of a customer managed key in `replicaRegion`. `KeyRingKey.replicaArn` fits. */
  replicaKeyArn?: pulumi.Input<string>;
  /** AWS organization; nobody outside it gets in. Default: this account alone. */
  organizationId?: pulumi.Input<string>;
  /** Retention lock: Pulumi refuses to delete the file system. Default: true. Plain value. */
  deletionProtection?: boolean;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
