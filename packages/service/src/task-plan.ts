import { accessGrants, checkAccess } from "./access";
import { checkConnections } from "./connections";
import { checkEnvironmentNames } from "./environment-variables";
import { checkFileSystems, fileSystemGrants } from "./file-systems";
import { checkGrants, type Grant } from "./grants";
import { parseImage } from "./image-reference";
import { scratchPaths, type ScratchPath } from "./scratch";
import { parseSecretReference } from "./secret-reference";
import { ServiceArchitecture, ServiceScratchMedium, ServiceTier, type ServiceTaskArgs } from "./task-args";
import { checkTaskSize } from "./task-size";
import type { ArgumentChecks, AwsEnvironment } from "@hipaa-aws/foundation";

const defaultWritablePaths = ["/tmp"];

/** The arguments that shape a task, checked and with defaults. */
export interface TaskPlan {
  readonly checks: ArgumentChecks;
  readonly tier: ServiceTier;
  readonly cpu: number;
  readonly memoryMib: number;
  readonly architecture: ServiceArchitecture;
  readonly medium: ServiceScratchMedium;
  readonly scratch: readonly ScratchPath[];
  readonly stopTimeout: number;
}

/**
 * Checks a task that somebody starts and that nothing listens to, with its name and tier.
 *
 * @throws ArgumentError for the first argument that cannot be built.
 */
export function planRun(
  checks: ArgumentChecks,
  name: string,
  args: ServiceTaskArgs & { readonly tier?: ServiceTier },
): TaskPlan {
  checks.matches("name", name, /^[A-Za-z][A-Za-z0-9-]*$/, "letters, digits and hyphens, a letter first");
  checks.fitsAutoname(`${name}-execution-role`, 64, "roles");
  const tier = checks.oneOf("tier", args.tier ?? ServiceTier.App, Object.values(ServiceTier));
  return { checks, tier, ...planTask(checks, args) };
}

/**
 * Checks what every task has. `beside` are the writable paths of containers that the component adds.
 *
 * @throws ArgumentError for the first argument that cannot be built.
 */
export function planTask(
  checks: ArgumentChecks,
  args: ServiceTaskArgs,
  beside: readonly ScratchPath[] = [],
): Omit<TaskPlan, "checks" | "tier"> {
  const cpu = args.cpu ?? 512;
  const memoryMib = args.memoryMib ?? 1024;
  checkTaskSize(checks, cpu, memoryMib);
  if (args.ephemeralStorageGib !== undefined) checks.integer("ephemeralStorageGib", args.ephemeralStorageGib, 21, 200);
  checkApplication(checks, args);
  return {
    cpu,
    memoryMib,
    architecture: checks.oneOf(
      "architecture",
      args.architecture ?? ServiceArchitecture.Arm64,
      Object.values(ServiceArchitecture),
    ),
    stopTimeout: checks.integer("stopTimeoutSeconds", args.stopTimeoutSeconds ?? 60, 2, 120),
    ...planScratch(checks, args, memoryMib, beside),
  };
}

/** Permissions of the application: those of `access` and of mounts, then those of `grants`. */
export function taskGrants(checks: ArgumentChecks, args: ServiceTaskArgs, environment: AwsEnvironment): Grant[] {
  return [
    ...accessGrants(environment, args.access ?? {}),
    ...fileSystemGrants(checks, args.fileSystems ?? []),
    ...(args.grants ?? []),
  ];
}

function planScratch(
  checks: ArgumentChecks,
  args: ServiceTaskArgs,
  memoryMib: number,
  beside: readonly ScratchPath[],
): Pick<TaskPlan, "medium" | "scratch"> {
  const medium = checks.oneOf(
    "scratchMedium",
    args.scratchMedium ?? ServiceScratchMedium.Memory,
    Object.values(ServiceScratchMedium),
  );
  if (medium === ServiceScratchMedium.Disk && args.scratchSizeMib !== undefined) {
    checks.fail("scratchMedium and scratchSizeMib", "do not fit: disk has no size of its own", "Leave the size out");
  }
  const sizeMib = checks.integer("scratchSizeMib", args.scratchSizeMib ?? 64, 1, 16384);
  const scratch = scratchPaths(checks, args.writablePaths ?? defaultWritablePaths, sizeMib);
  const inMemory = [...scratch, ...beside].reduce((sum, one) => sum + one.sizeMib, 0);
  if (medium === ServiceScratchMedium.Memory && inMemory > memoryMib / 2) {
    checks.fail(
      "scratchSizeMib and memoryMib",
      `do not fit: writable paths may take ${inMemory} of ${memoryMib} MiB`,
      "Keep them to half of the memory, or set scratchMedium to disk",
    );
  }
  return { medium, scratch };
}

function checkApplication(checks: ArgumentChecks, args: ServiceTaskArgs): void {
  if (typeof args.image === "string") parseImage(checks, "image", args.image);
  const secrets = args.secrets ?? [];
  checkEnvironmentNames(
    checks,
    args.environment ?? {},
    secrets.map((secret) => secret.name),
  );
  for (const { name, valueFrom } of secrets) {
    if (typeof valueFrom === "string") parseSecretReference(checks, name, valueFrom);
  }
  if (secrets.length > 0 && (args.secretKeys ?? []).length === 0) {
    checks.fail("secrets and secretKeys", "belong together and the keys are missing", "Name the keys of the secrets");
  }
  if (args.healthCheckCommand !== undefined) {
    checks.atLeast("healthCheckCommand", args.healthCheckCommand, 2);
    checks.oneOf("healthCheckCommand", args.healthCheckCommand[0] ?? "", ["CMD", "CMD-SHELL"]);
  }
  checkGrants(checks, args.grants ?? []);
  checkAccess(checks, args.access ?? {});
  checkFileSystems(checks, args.fileSystems ?? [], args.writablePaths ?? defaultWritablePaths);
  checkConnections(checks, args);
}
