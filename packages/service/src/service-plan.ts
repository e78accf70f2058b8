import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import {
  ServiceArchitecture,
  ServiceScratchMedium,
  ServiceTier,
  ServiceTls,
  type FargateServiceArgs,
} from "./fargate-service-args";
import { checkEnvironmentNames } from "./environment-variables";
import { checkGrants } from "./grants";
import { parseImage } from "./image-reference";
import { parseSecretReference } from "./secret-reference";
import { scratchPaths, type ScratchPath } from "./scratch";
import { checkTaskSize } from "./task-size";
import { proxyScratch } from "./tls-proxy";

/** The arguments that shape the graph, checked and with defaults. */
export interface ServicePlan {
  readonly checks: ArgumentChecks;
  readonly tier: ServiceTier;
  readonly tls: ServiceTls;
  readonly port: number;
  /** Port behind the proxy; unused without one. */
  readonly applicationPort: number;
  readonly cpu: number;
  readonly memoryMib: number;
  readonly architecture: ServiceArchitecture;
  readonly medium: ServiceScratchMedium;
  readonly scratch: readonly ScratchPath[];
  readonly healthCheckPath: string;
  readonly stopTimeout: number;
  readonly deregistrationDelay: number;
  readonly gracePeriod: number;
  readonly minCount: number;
  readonly maxCount: number;
  readonly desiredCount: number;
  readonly spotWeight: number;
  readonly requestsPerTarget: number;
}

const connectionName = /^[a-z][a-z0-9-]*$/;
const serviceName = /^[A-Za-z][A-Za-z0-9-]*$/;
const urlPath = /^\/[A-Za-z0-9._~/-]*$/;

/** @throws ArgumentError for the first argument that cannot be built. */
export function planService(name: string, args: FargateServiceArgs): ServicePlan {
  const checks = checksFor("FargateService", name);
  checks.matches("name", name, serviceName, "letters, digits and hyphens, a letter first");
  checks.fitsAutoname(`${name}-tg`, 32, "target groups");
  const plan = {
    checks,
    tier: checks.oneOf("tier", args.tier, Object.values(ServiceTier)),
    architecture: checks.oneOf(
      "architecture",
      args.architecture ?? ServiceArchitecture.Arm64,
      Object.values(ServiceArchitecture),
    ),
    healthCheckPath: checks.matches("healthCheckPath", args.healthCheckPath ?? "/healthz", urlPath, "a path"),
    stopTimeout: checks.integer("stopTimeoutSeconds", args.stopTimeoutSeconds ?? 60, 2, 120),
    deregistrationDelay: checks.integer("deregistrationDelaySeconds", args.deregistrationDelaySeconds ?? 30, 0, 3600),
    gracePeriod: checks.integer("healthCheckGracePeriodSeconds", args.healthCheckGracePeriodSeconds ?? 60, 0, 7200),
    spotWeight: checks.integer("spotWeight", args.spotWeight ?? 0, 0, 1000),
    ...planTls(checks, args),
    ...planTask(checks, args),
    ...planCounts(checks, args),
    requestsPerTarget: checks.integer("requestsPerTarget", args.requestsPerTarget ?? 1000, 1, 10_000_000),
  };
  checkRouting(checks, args);
  checkApplication(checks, args);
  return plan;
}

function planTls(checks: ArgumentChecks, args: FargateServiceArgs) {
  const tls = checks.oneOf("tls", args.tls, Object.values(ServiceTls));
  const port = checks.integer("containerPort", args.containerPort ?? 8443, 1024, 65535);
  const applicationPort = checks.integer("applicationPort", args.applicationPort ?? 8080, 1024, 65535);
  if (tls === ServiceTls.Sidecar) {
    if (args.proxyImage === undefined) {
      checks.fail("tls and proxyImage", "do not fit: a sidecar needs an image", "Give proxyImage");
    }
    if (port === applicationPort) {
      checks.fail("containerPort and applicationPort", `are both ${port}`, "The proxy needs a port of its own");
    }
  } else {
    for (const argument of ["proxyImage", "applicationPort"] as const) {
      if (args[argument] === undefined) continue;
      checks.fail(`tls and ${argument}`, "do not fit: the application serves TLS", `Leave ${argument} out`);
    }
  }
  return { tls, port, applicationPort };
}

function planTask(checks: ArgumentChecks, args: FargateServiceArgs) {
  const cpu = args.cpu ?? 512;
  const memoryMib = args.memoryMib ?? 1024;
  checkTaskSize(checks, cpu, memoryMib);
  if (args.ephemeralStorageGib !== undefined) checks.integer("ephemeralStorageGib", args.ephemeralStorageGib, 21, 200);
  const medium = checks.oneOf(
    "scratchMedium",
    args.scratchMedium ?? ServiceScratchMedium.Memory,
    Object.values(ServiceScratchMedium),
  );
  if (medium === ServiceScratchMedium.Disk && args.scratchSizeMib !== undefined) {
    checks.fail("scratchMedium and scratchSizeMib", "do not fit: disk has no size of its own", "Leave the size out");
  }
  const sizeMib = checks.integer("scratchSizeMib", args.scratchSizeMib ?? 64, 1, 16384);
  const scratch = scratchPaths(checks, args.writablePaths ?? ["/tmp"], sizeMib);
  const proxy = args.tls === ServiceTls.Sidecar ? proxyScratch : [];
  const inMemory = [...scratch, ...proxy].reduce((sum, one) => sum + one.sizeMib, 0);
  if (medium === ServiceScratchMedium.Memory && inMemory > memoryMib / 2) {
    checks.fail(
      "scratchSizeMib and memoryMib",
      `do not fit: writable paths may take ${inMemory} of ${memoryMib} MiB`,
      "Keep them to half of the memory, or set scratchMedium to disk",
    );
  }
  return { cpu, memoryMib, medium, scratch };
}

function planCounts(checks: ArgumentChecks, args: FargateServiceArgs) {
  const minCount = checks.integer("minCount", args.minCount ?? 2, 1, 5000);
  const maxCount = checks.integer("maxCount", args.maxCount ?? minCount * 2, 1, 5000);
  const desiredCount = checks.integer("desiredCount", args.desiredCount ?? minCount, 1, 5000);
  if (minCount > maxCount) {
    checks.fail("minCount and maxCount", `are ${minCount} and ${maxCount}`, "minCount must not exceed maxCount");
  }
  if (desiredCount < minCount || desiredCount > maxCount) {
    checks.fail("desiredCount", `is ${desiredCount}`, `It must lie from minCount ${minCount} to maxCount ${maxCount}`);
  }
  return { minCount, maxCount, desiredCount };
}

function checkRouting(checks: ArgumentChecks, args: FargateServiceArgs): void {
  checks.integer("rulePriority", args.rulePriority, 1, 50_000);
  const values = (args.hostNames?.length ?? 0) + (args.pathPatterns?.length ?? 0);
  if (values < 1 || values > 5) {
    checks.fail(
      "hostNames and pathPatterns",
      `hold ${values} value(s) together`,
      "A listener rule takes one to five; use wildcards for more",
    );
  }
  if (args.requestsPerTarget !== undefined && args.loadBalancer.loadBalancerArnSuffix === undefined) {
    checks.fail(
      "requestsPerTarget and loadBalancer.loadBalancerArnSuffix",
      "belong together and the suffix is missing",
      "Give the suffix, which names the load balancer in CloudWatch",
    );
  }
}

function checkApplication(checks: ArgumentChecks, args: FargateServiceArgs): void {
  if (typeof args.image === "string") parseImage(checks, "image", args.image);
  if (typeof args.proxyImage === "string") parseImage(checks, "proxyImage", args.proxyImage);
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
  const connections = args.connections ?? [];
  checks.unique(
    "connections",
    connections.map((connection) => connection.name),
  );
  for (const { name, port } of connections) {
    checks.matches("connections name", name, connectionName, "lower-case letters, digits and hyphens");
    if (typeof port === "number") checks.integer(`connections "${name}".port`, port, 1, 65535);
  }
}
