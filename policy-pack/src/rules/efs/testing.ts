import { ref, resource, type CaseProperties, type CaseResource } from "../../testing/cases";

export const fileSystem = (properties: CaseProperties = {}): CaseResource =>
  resource("aws:efs/fileSystem:FileSystem", { encrypted: true, ...properties });

/** A companion of the file system that is judged. */
export const backupPolicy = (properties: CaseProperties = {}): CaseResource =>
  resource(
    "aws:efs/backupPolicy:BackupPolicy",
    { fileSystemId: ref("subject"), backupPolicy: { status: "ENABLED" }, ...properties },
    { name: "policy" },
  );

export const fileSystemPolicy = (policy: unknown, fileSystemId: unknown = "fs-1"): CaseResource =>
  resource("aws:efs/fileSystemPolicy:FileSystemPolicy", { fileSystemId, policy });
