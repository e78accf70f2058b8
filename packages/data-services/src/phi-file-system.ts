import * as ec2 from "@pulumi/aws/ec2";
import * as efs from "@pulumi/aws/efs";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, denyOutsiders, policyDocument } from "@hipaa-aws/foundation";
import { plainInputs } from "./component-inputs";
import type { PhiFileSystemArgs } from "./phi-file-system-args";
import { readPhiFileSystemSettings, type PhiFileSystemSettings } from "./phi-file-system-settings";

/**
 * An Amazon EFS file system for PHI: under a customer managed key, mounted with TLS and through access points only, in
 * every zone, backed up daily, closed to everybody outside the account or organization.
 *
 * A client opens the door: it makes an egress rule on its own security group and an ingress rule on
 * {@link securityGroupId} for TCP port 2049, and mounts with the EFS mount helper and its options `tls` and `iam`.
 *
 * Cost, list prices of us-east-1 in November 2026: 0.30 USD for a GiB a month, 0.016 USD once it is archived; 0.03 USD
 * for a GiB read, 0.06 USD for a GiB written.
 *
 * @throws ArgumentError for access points that start at the root or run as root, and for a copy without a key.
 * Source: 45 CFR 164.312(a)(2)(iv), 164.312(e)(1), 164.308(a)(7)(ii)(A); Architecting for HIPAA Security and Compliance
 * on AWS, "Amazon EFS".
 */
export class PhiFileSystem extends pulumi.ComponentResource {
  /** Id, known once the policy and the mount targets are in place. */
  public readonly fileSystemId!: pulumi.Output<string>;
  /** ARN, for grants and backups. */
  public readonly fileSystemArn!: pulumi.Output<string>;
  /** Access point → its ARN. */
  public readonly accessPointArns!: pulumi.Output<Record<string, string>>;
  /** Security group of the mount targets, without rules. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Port of NFS, 2049. */
  public readonly port!: pulumi.Output<number>;

  constructor(name: string, args: PhiFileSystemArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = readPhiFileSystemSettings(name, args);
    super("data-services:index:PhiFileSystem", name, plainInputs(args), opts);

    const fileSystem = createFileSystem(name, args, settings, this);
    const policy = createPolicy(name, args, fileSystem, this);
    new efs.BackupPolicy(
      `${name}-backup`,
      { fileSystemId: fileSystem.id, backupPolicy: { status: "ENABLED" } },
      { parent: this },
    );
    const group = new ec2.SecurityGroup(
      `${name}-security-group`,
      {
        description: `Mount targets of the file system ${name}`,
        vpcId: args.network.vpcId,
        revokeRulesOnDelete: true,
        tags: args.tags,
      },
      { parent: this },
    );
    const mountTargets = createMountTargets(name, args, settings, fileSystem, group, this);
    const accessPoints = createAccessPoints(name, args, fileSystem, this);
    createReplica(name, args, fileSystem, this);

    this.fileSystemId = pulumi
      .all([fileSystem.id, policy.id, pulumi.all(mountTargets.map(({ id }) => id))])
      .apply(([fileSystemId]) => fileSystemId);
    this.fileSystemArn = fileSystem.arn;
    this.accessPointArns = pulumi.output(accessPoints);
    this.securityGroupId = group.id;
    this.port = pulumi.output(2049);
    this.registerOutputs({
      fileSystemId: this.fileSystemId,
      fileSystemArn: this.fileSystemArn,
      accessPointArns: this.accessPointArns,
      securityGroupId: this.securityGroupId,
      port: this.port,
    });
  }
}

function createFileSystem(
  name: string,
  args: PhiFileSystemArgs,
  settings: PhiFileSystemSettings,
  parent: pulumi.Resource,
): efs.FileSystem {
  return new efs.FileSystem(
    name,
    {
      encrypted: true,
      kmsKeyId: pulumi.output(args.key).apply((key) => key.arn),
      throughputMode: "elastic",
      lifecyclePolicies: [
        { transitionToIa: settings.archiveClass },
        { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
      ],
      // Only a replica can be overwritten by replication; this one is not.
      protection: { replicationOverwrite: "ENABLED" },
      tags: args.tags,
    },
    { parent, ...((args.deletionProtection ?? true) ? { protect: true } : {}) },
  );
}

function createPolicy(
  name: string,
  args: PhiFileSystemArgs,
  fileSystem: efs.FileSystem,
  parent: pulumi.Resource,
): efs.FileSystemPolicy {
  const policy = policyDocument([
    {
      sid: "DenyInsecureTransport",
      effect: "Deny",
      principals: "*",
      actions: ["elasticfilesystem:Client*"],
      resources: [fileSystem.arn],
      conditions: { Bool: { "aws:SecureTransport": ["false"] } },
    },
    {
      // Without a mount target nobody mounts; through one, only as the user of an access point.
      sid: "DenyMountOutsideAccessPoints",
      effect: "Deny",
      principals: "*",
      actions: ["elasticfilesystem:ClientMount"],
      resources: [fileSystem.arn],
      conditions: { Null: { "elasticfilesystem:AccessPointArn": ["true"] } },
    },
    denyOutsiders(awsEnvironment(parent), args.organizationId, ["elasticfilesystem:*"], [fileSystem.arn]),
  ]);
  return new efs.FileSystemPolicy(`${name}-policy`, { fileSystemId: fileSystem.id, policy }, { parent });
}

function createMountTargets(
  name: string,
  args: PhiFileSystemArgs,
  settings: PhiFileSystemSettings,
  fileSystem: efs.FileSystem,
  group: ec2.SecurityGroup,
  parent: pulumi.Resource,
): efs.MountTarget[] {
  const subnets = pulumi.output(args.network.dataSubnetIds);
  return Array.from({ length: settings.availabilityZones }, (_, zone) => {
    const subnetId = subnets.apply((ids) => {
      const id = ids[zone];
      if (id !== undefined) return id;
      throw new Error(
        `PhiFileSystem "${name}": availabilityZones is ${String(settings.availabilityZones)}, but network.dataSubnetIds has ${String(ids.length)}. Make them the same`,
      );
    });
    return new efs.MountTarget(
      `${name}-${String(zone + 1)}`,
      { fileSystemId: fileSystem.id, subnetId, securityGroups: [group.id] },
      { parent },
    );
  });
}

function createAccessPoints(
  name: string,
  args: PhiFileSystemArgs,
  fileSystem: efs.FileSystem,
  parent: pulumi.Resource,
): Record<string, pulumi.Output<string>> {
  return Object.fromEntries(
    args.accessPoints.map((point) => {
      const { userId: uid = 10_001, groupId: gid = 10_001, path } = point;
      const accessPoint = new efs.AccessPoint(
        `${name}-${point.name}`,
        {
          fileSystemId: fileSystem.id,
          posixUser: { uid, gid },
          rootDirectory: { path, creationInfo: { ownerUid: uid, ownerGid: gid, permissions: "750" } },
          tags: args.tags,
        },
        { parent },
      );
      return [point.name, accessPoint.arn];
    }),
  );
}

function createReplica(
  name: string,
  args: PhiFileSystemArgs,
  fileSystem: efs.FileSystem,
  parent: pulumi.Resource,
): void {
  if (args.replicaRegion === undefined) return;
  new efs.ReplicationConfiguration(
    `${name}-replica`,
    {
      sourceFileSystemId: fileSystem.id,
      destination: { region: args.replicaRegion, kmsKeyId: args.replicaKeyArn },
    },
    { parent },
  );
}
