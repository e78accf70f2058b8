import type * as pulumi from "@pulumi/pulumi";

/** A file system of Amazon EFS with its access points; `PhiFileSystem` fits. */
export interface ServiceFileSystem {
  /** Id of the file system. */
  fileSystemId: pulumi.Input<string>;
  /** ARN of the file system. */
  fileSystemArn: pulumi.Input<string>;
  /** Access point → its ARN. */
  accessPointArns: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Security group of the mount targets; it gets the ingress rule. */
  securityGroupId: pulumi.Input<string>;
  /** TCP port of NFS, 2049. */
  port: pulumi.Input<number>;
}

/**
 * A directory of a file system, mounted into the application container: with TLS, signed in by the task role, through one
 * access point. The volume is not on the task's own storage, and what is written stays when the task ends.
 */
export interface ServiceFileSystemMountArgs {
  /** Lower-case letters, digits and hyphens; it names the volume, the rules and the statement. */
  name: string;
  /** The file system, for example a `PhiFileSystem`. */
  fileSystem: ServiceFileSystem;
  /** Name of the access point, one of `fileSystem.accessPointArns`. */
  accessPoint: string;
  /** Path in the container, beside the writable paths. Plain value. */
  path: string;
  /** Whether the application may only read. Default: false. Plain value. */
  readOnly?: boolean;
}
