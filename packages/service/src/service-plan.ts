import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import type { FargateServiceArgs } from "./fargate-service-args";
import { parseImage } from "./image-reference";
import { ServiceTier } from "./task-args";
import { planTask, type TaskPlan } from "./task-plan";
import { planCounts } from "./task-counts";
import { planTls, type TlsPlan } from "./tls-plan";
import { proxyScratch } from "./tls-proxy";

/** The arguments that shape the graph, checked and with defaults. */
export interface ServicePlan extends TaskPlan, TlsPlan {
  readonly healthCheckPath: string;
  readonly deregistrationDelay: number;
  readonly gracePeriod: number;
  readonly minCount: number;
  readonly maxCount: number;
  readonly desiredCount: number;
  readonly spotWeight: number;
  readonly cpuPercent: number;
  readonly requestsPerTarget: number;
}

const serviceName = /^[A-Za-z][A-Za-z0-9-]*$/;
const urlPath = /^\/[A-Za-z0-9._~/-]*$/;

/** @throws ArgumentError for the first argument that cannot be built. */
export function planService(name: string, args: FargateServiceArgs): ServicePlan {
  const checks = checksFor("FargateService", name);
  checks.matches("name", name, serviceName, "letters, digits and hyphens, a letter first");
  checks.fitsAutoname(`${name}-tg`, 32, "target groups");
  const tls = planTls(checks, args);
  const plan = {
    checks,
    tier: checks.oneOf("tier", args.tier, Object.values(ServiceTier)),
    healthCheckPath: checks.matches("healthCheckPath", args.healthCheckPath ?? "/healthz", urlPath, "a path"),
    deregistrationDelay: checks.integer("deregistrationDelaySeconds", args.deregistrationDelaySeconds ?? 30, 0, 3600),
    gracePeriod: checks.integer("healthCheckGracePeriodSeconds", args.healthCheckGracePeriodSeconds ?? 60, 0, 7200),
    spotWeight: checks.integer("spotWeight", args.spotWeight ?? 0, 0, 1000),
    ...tls,
    ...planTask(checks, args, tls.proxied ? proxyScratch : []),
    ...planCounts(checks, args.minCount, args.maxCount, args.desiredCount),
    cpuPercent: checks.integer("cpuPercent", args.cpuPercent ?? 60, 10, 90),
    requestsPerTarget: checks.integer("requestsPerTarget", args.requestsPerTarget ?? 1000, 1, 10_000_000),
  };
  if (typeof args.proxyImage === "string") parseImage(checks, "proxyImage", args.proxyImage);
  if (args.memoryPercent !== undefined) checks.integer("memoryPercent", args.memoryPercent, 10, 90);
  checkRouting(checks, args);
  checkAlarms(checks, args);
  return plan;
}

function checkAlarms(checks: ArgumentChecks, args: FargateServiceArgs): void {
  if (args.latencyAlarmMillis === undefined) return;
  checks.integer("latencyAlarmMillis", args.latencyAlarmMillis, 1, 3_600_000);
  if (args.alarmTopicArn === undefined || args.loadBalancer.loadBalancerArnSuffix === undefined) {
    checks.fail(
      "latencyAlarmMillis",
      "is given without alarmTopicArn and loadBalancer.loadBalancerArnSuffix, and so there would be no alarm",
      "Give both",
    );
  }
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
