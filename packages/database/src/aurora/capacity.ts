import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { AuroraPostgresClusterArgs, AuroraPostgresClusterServerless } from "./args";

/** Instances and storage after checks and defaults. */
export interface Capacity {
  instanceClass: string;
  /** Set for Serverless v2. */
  scaling?: { minCapacity: number; maxCapacity: number };
  /** Writer and readers. */
  instances: number;
  storageType?: string;
}

/**
 * Checks what the cluster runs on.
 *
 * @throws ArgumentError for capacities that Aurora does not take, and for classes that a feature rules out.
 */
export function capacityOf(checks: ArgumentChecks, args: AuroraPostgresClusterArgs): Capacity {
  const { serverless, instanceClass, activityStream, globalDatabase } = args;
  checks.exclusive({ instanceClass, serverless });
  if (activityStream && serverless)
    checks.fail(
      "activityStream and serverless",
      "do not fit: Aurora Serverless has no database activity streams",
      "Give instanceClass instead of serverless, or leave activityStream out",
    );
  if (instanceClass !== undefined) {
    checks.matches("instanceClass", instanceClass, /^db\.[a-z0-9-]+\.[a-z0-9]+$/, 'a class such as "db.r7g.large"');
    for (const [argument, given] of Object.entries({ activityStream, globalDatabase }))
      if (given && instanceClass.startsWith("db.t"))
        checks.fail(
          `${argument} and instanceClass`,
          `do not fit: burstable classes such as ${instanceClass} have none`,
          "Choose a memory-optimized class such as db.r7g.large",
        );
  }
  return {
    instanceClass: serverless ? "db.serverless" : (instanceClass ?? "db.r7g.large"),
    scaling: serverless && scalingOf(checks, serverless),
    instances: 1 + checks.integer("readers", args.readers ?? 1, 0, 15),
    // Left out, it is Aurora's standard storage.
    storageType: args.ioOptimized ? "aurora-iopt1" : undefined,
  };
}

function scalingOf(checks: ArgumentChecks, serverless: AuroraPostgresClusterServerless) {
  const minCapacity = halfUnits(checks, "serverless.minCapacity", serverless.minCapacity ?? 2, 0.5);
  const maxCapacity = halfUnits(checks, "serverless.maxCapacity", serverless.maxCapacity ?? 16, 1);
  if (maxCapacity < minCapacity)
    checks.fail(
      "serverless.minCapacity and serverless.maxCapacity",
      `are ${minCapacity} and ${maxCapacity}`,
      "Raise maxCapacity or reduce minCapacity",
    );
  return { minCapacity, maxCapacity };
}

function halfUnits(checks: ArgumentChecks, argument: string, value: number, min: number): number {
  if (Number.isInteger(value * 2) && value >= min && value <= 256) return value;
  return checks.fail(argument, `is ${value}, which is not ${min} to 256 in steps of 0.5`, "Give one");
}
