import { checksFor } from "@hipaa-aws/foundation";
import type { PhiFileSystemArgs } from "./phi-file-system-args";

/** What steers a PhiFileSystem, checked and with defaults. */
export interface PhiFileSystemSettings {
  readonly availabilityZones: number;
  readonly archiveClass: string;
}

const archiveDays = [1, 7, 14, 30, 60, 90];

/** Checks the plain arguments of a PhiFileSystem. */
export function readPhiFileSystemSettings(name: string, args: PhiFileSystemArgs): PhiFileSystemSettings {
  const checks = checksFor("PhiFileSystem", name);
  checks.atLeast("accessPoints", args.accessPoints, 1);
  checks.unique(
    "accessPoints",
    args.accessPoints.map((point) => point.name),
  );
  for (const { path, userId, groupId } of args.accessPoints) {
    // EFS makes no more than four directories on the way.
    checks.matches(
      "accessPoints[].path",
      path,
      /^(\/[\w.-]+){1,4}$/,
      "an absolute path below the root, of one to four parts, for example /reports",
    );
    // Root, user 0, would own every file.
    if (userId !== undefined) checks.integer("accessPoints[].userId", userId, 1, 4_294_967_295);
    if (groupId !== undefined) checks.integer("accessPoints[].groupId", groupId, 1, 4_294_967_295);
  }
  const days = args.archiveAfterDays ?? 30;
  if (!archiveDays.includes(days)) {
    checks.fail("archiveAfterDays", `is ${String(days)}`, `Choose one of ${archiveDays.join(", ")}`);
  }
  if ((args.replicaRegion === undefined) !== (args.replicaKeyArn === undefined)) {
    checks.fail(
      "replicaRegion and replicaKeyArn",
      "are not given together: a copy without a key of yours would be under AWS's own",
      "Give both, or neither",
    );
  }
  return {
    availabilityZones: checks.integer("availabilityZones", args.availabilityZones ?? 3, 1, 6),
    archiveClass: days === 1 ? "AFTER_1_DAY" : `AFTER_${String(days)}_DAYS`,
  };
}
