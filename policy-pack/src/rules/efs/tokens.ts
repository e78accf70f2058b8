/** Type tokens that several files of this service read. */
export const fileSystem = "aws:efs/fileSystem:FileSystem";
export const fileSystemPolicy = "aws:efs/fileSystemPolicy:FileSystemPolicy";
export const backupPolicy = "aws:efs/backupPolicy:BackupPolicy";
export const mountTarget = "aws:efs/mountTarget:MountTarget";
