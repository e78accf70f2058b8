import * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { ServiceFileSystemMountArgs } from "./file-system-args";
import type { Grant } from "./grants";
import { checkMountPath, type ScratchMounts } from "./scratch";
import type { FargateServiceConnectionArgs } from "./task-args";

const mountName = /^[a-z][a-z0-9-]{0,30}$/;

/** Refuses names that cannot name a volume, and paths inside of one another or of a writable path. */
export function checkFileSystems(
  checks: ArgumentChecks,
  mounts: readonly ServiceFileSystemMountArgs[],
  writablePaths: readonly string[],
): void {
  checks.unique(
    "fileSystems",
    mounts.map(({ name }) => name),
  );
  const taken = [...writablePaths];
  for (const { name, path } of mounts) {
    checks.matches("fileSystems name", name, mountName, "31 lower-case letters, digits and hyphens at most");
    const argument = `fileSystems "${name}".path`;
    checkMountPath(checks, argument, path);
    const other = taken.find((one) => isWithin(path, one) || isWithin(one, path));
    if (other !== undefined) {
      checks.fail(argument, `is "${path}", and "${other}" is mounted there too`, "Give each a path of its own");
    }
    taken.push(path);
  }
}

/** The hops to the mount targets, one to each group: AWS refuses a rule that is there already. */
export function fileSystemConnections(mounts: readonly ServiceFileSystemMountArgs[]): FargateServiceConnectionArgs[] {
  const groups = mounts.map(({ fileSystem }) => fileSystem.securityGroupId);
  const firsts = mounts.filter(({ fileSystem }, index) => groups.indexOf(fileSystem.securityGroupId) === index);
  return firsts.map(({ name, fileSystem: { securityGroupId, port } }) => ({
    name: `files-${name}`,
    securityGroupId,
    port,
  }));
}

/** Mounting of one file system through one access point. Source: "Using IAM to control access to file systems". */
export function fileSystemGrants(checks: ArgumentChecks, mounts: readonly ServiceFileSystemMountArgs[]): Grant[] {
  return mounts.map((mount) => ({
    name: `MountFiles${mount.name.replace(/(?:^|-+)([a-z0-9]|$)/g, (_, first: string) => first.toUpperCase())}`,
    actions: ["elasticfilesystem:ClientMount", ...(mount.readOnly === true ? [] : ["elasticfilesystem:ClientWrite"])],
    resources: [mount.fileSystem.fileSystemArn],
    conditions: { StringEquals: { "elasticfilesystem:AccessPointArn": [accessPointArn(checks, mount)] } },
  }));
}

/** The task's volumes, one for each mount. */
export function fileSystemVolumes(checks: ArgumentChecks, mounts: readonly ServiceFileSystemMountArgs[]) {
  return mounts.map((mount) => ({
    name: volumeOf(mount),
    efsVolumeConfiguration: {
      fileSystemId: mount.fileSystem.fileSystemId,
      transitEncryption: "ENABLED",
      authorizationConfig: {
        accessPointId: accessPointArn(checks, mount).apply((arn) => arn.split("/").pop() ?? arn),
        iam: "ENABLED",
      },
    },
  }));
}

/** Where the application's container finds them. */
export function fileSystemMountPoints(mounts: readonly ServiceFileSystemMountArgs[]): ScratchMounts["mountPoints"] {
  return mounts.map((mount) => ({
    sourceVolume: volumeOf(mount),
    containerPath: mount.path,
    readOnly: mount.readOnly === true,
  }));
}

/** What the mounted file systems are read for, as the engine stores it with the component. */
export function fileSystemInput({ fileSystem, ...mount }: ServiceFileSystemMountArgs): pulumi.Inputs {
  const { fileSystemId, fileSystemArn, accessPointArns, securityGroupId, port } = fileSystem;
  return { ...mount, fileSystem: { fileSystemId, fileSystemArn, accessPointArns, securityGroupId, port } };
}

// Two underscores: volumes of writable paths are named by letters, digits and hyphens.
function volumeOf({ name }: ServiceFileSystemMountArgs): string {
  return `files__${name}`;
}

function accessPointArn(
  checks: ArgumentChecks,
  { name, fileSystem, accessPoint }: ServiceFileSystemMountArgs,
): pulumi.Output<string> {
  return pulumi
    .output(fileSystem.accessPointArns)
    .apply(
      (arns) =>
        arns[accessPoint] ??
        checks.fail(
          `fileSystems "${name}".accessPoint`,
          `is "${accessPoint}", which the file system does not have`,
          `Choose one of ${Object.keys(arns).join(", ")}`,
        ),
    );
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
