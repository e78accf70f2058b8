import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** What gp3 storage takes for one engine. Source: "gp3 storage" in the RDS User Guide. */
export interface StorageLimits {
  /** Largest storage in GiB. */
  readonly largest: number;
  /** Storage in GiB from which on figures may be provisioned. */
  readonly provisionedFrom: number;
  readonly iops: readonly [min: number, max: number];
  /** MiB/s. */
  readonly throughput: readonly [min: number, max: number];
}

/** PostgreSQL, MySQL and MariaDB: from 400 GiB on, RDS stripes over four volumes. */
export const openSourceStorage: StorageLimits = {
  largest: 65_536,
  provisionedFrom: 400,
  iops: [12_000, 64_000],
  throughput: [500, 4_000],
};

/** What a user may say of the storage. */
export interface StorageArgs {
  allocatedStorage?: number;
  maxAllocatedStorage?: number;
  iops?: number;
  storageThroughput?: number;
}

/** The storage after checks and defaults. */
export interface StorageSettings {
  allocatedStorage: number;
  maxAllocatedStorage: number;
  iops?: number;
  storageThroughput?: number;
}

/**
 * Checks the storage and fills in the defaults: 100 GiB, growing to ten times that.
 *
 * @throws ArgumentError for figures that gp3 does not take, alone or together.
 */
export function storageOf(checks: ArgumentChecks, args: StorageArgs, limits: StorageLimits): StorageSettings {
  const { largest } = limits;
  const allocatedStorage = checks.integer("allocatedStorage", args.allocatedStorage ?? 100, 20, largest);
  const least = allocatedStorage + Math.ceil(allocatedStorage / 10);
  const maxAllocatedStorage = checks.integer(
    "maxAllocatedStorage",
    args.maxAllocatedStorage ?? Math.min(allocatedStorage * 10, largest),
    20,
    largest,
  );
  if (maxAllocatedStorage < least)
    checks.fail(
      "allocatedStorage and maxAllocatedStorage",
      `leave storage autoscaling no room (${allocatedStorage} and ${maxAllocatedStorage} GiB)`,
      least > largest ? `Reduce allocatedStorage` : `Raise maxAllocatedStorage to ${least} or more`,
    );
  const from = limits.provisionedFrom;
  if (args.iops !== undefined) provisioned(checks, "iops", args.iops, limits.iops, allocatedStorage, from);
  if (args.storageThroughput !== undefined)
    provisioned(checks, "storageThroughput", args.storageThroughput, limits.throughput, allocatedStorage, from);
  return { allocatedStorage, maxAllocatedStorage, iops: args.iops, storageThroughput: args.storageThroughput };
}

function provisioned(
  checks: ArgumentChecks,
  argument: string,
  value: number,
  [min, max]: readonly [number, number],
  allocatedStorage: number,
  from: number,
): void {
  checks.integer(argument, value, min, max);
  if (allocatedStorage < from)
    checks.fail(
      `${argument} and allocatedStorage`,
      `do not fit: gp3 takes ${argument} from ${from} GiB on, and allocatedStorage is ${allocatedStorage}`,
      `Raise allocatedStorage or leave ${argument} out`,
    );
}
