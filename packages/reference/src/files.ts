import type * as pulumi from "@pulumi/pulumi";
import { PhiFileSystem } from "@hipaa-aws/data-services";
import type { ServiceFileSystemMountArgs } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import type { DataSurroundings } from "./data-options";
import { zonesOf } from "./existing-network";

/** The file system, and what programs mount of it. */
export interface Files {
  readonly fileSystem: PhiFileSystem;
  readonly mounts: ServiceFileSystemMountArgs[];
}

/** Directories, as they are given or by default. */
export function fileDirectories({ files }: HipaaWebApplicationArgs): string[] {
  return files === undefined ? [] : (files.directories ?? ["shared"]);
}

/** Creates the file system, with an access point for each directory. */
export function createFiles(
  name: string,
  args: HipaaWebApplicationArgs,
  { network, keys }: DataSurroundings,
  parent: pulumi.Resource,
): Files | undefined {
  if (args.files === undefined) return undefined;
  const { deletionProtection = true, organizationId, tags } = args;
  const directories = fileDirectories(args);
  const fileSystem = new PhiFileSystem(
    `${name}-files`,
    {
      network,
      availabilityZones: zonesOf(args),
      key: keys.documents,
      accessPoints: directories.map((directory) => ({ name: directory, path: `/${directory}` })),
      archiveAfterDays: args.files.archiveAfterDays,
      organizationId,
      deletionProtection,
      tags,
    },
    { parent },
  );
  return {
    fileSystem,
    mounts: directories.map((directory) => ({
      name: directory,
      fileSystem,
      accessPoint: directory,
      path: `/mnt/${directory}`,
    })),
  };
}

/** Where programs find the directories. */
export function filesEnvironment({ mounts }: Files): Record<string, string> {
  return Object.fromEntries(mounts.map(({ name, path }) => [`FILES_${name.toUpperCase()}`, path]));
}
