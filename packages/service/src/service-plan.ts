import { checksFor } from "@hipaa-aws/foundation";
import { planDeployment, type TrafficShiftPlan } from "./deployment-plan";
import type { FargateServiceArgs } from "./fargate-service-args";
import { parseImage } from "./image-reference";
import { planRouting, type RoutingPlan } from "./routing-plan";
import { ServiceTier } from "./task-args";
import { planTask, type TaskPlan } from "./task-plan";
import { planCounts, type TaskCounts } from "./task-counts";
import { planTls, type TlsPlan } from "./tls-plan";
import { proxyScratch } from "./tls-proxy";

/** The arguments that shape the graph, checked and with defaults. */
export interface ServicePlan extends TaskPlan, TlsPlan, RoutingPlan, TaskCounts {
  readonly spotWeight: number;
  readonly cpuPercent: number;
  /** How deployments move requests; undefined where tasks are replaced one after another. */
  readonly shift: TrafficShiftPlan | undefined;
}

const serviceName = /^[A-Za-z][A-Za-z0-9-]*$/;

/** @throws ArgumentError for the first argument that cannot be built. */
export function planService(name: string, args: FargateServiceArgs): ServicePlan {
  const checks = checksFor("FargateService", name);
  checks.matches("name", name, serviceName, "letters, digits and hyphens, a letter first");
  checks.fitsAutoname(`${name}-tg`, 32, "target groups");
  const tls = planTls(checks, args);
  const shift = planDeployment(checks, args);
  if (shift !== undefined) checks.fitsAutoname(`${name}-alt`, 32, "target groups");
  const plan = {
    checks,
    tier: checks.oneOf("tier", args.tier, Object.values(ServiceTier)),
    ...planRouting(checks, args),
    shift,
    spotWeight: checks.integer("spotWeight", args.spotWeight ?? 0, 0, 1000),
    ...tls,
    ...planTask(checks, args, tls.proxied ? proxyScratch : []),
    ...planCounts(checks, args.minCount, args.maxCount, args.desiredCount),
    cpuPercent: checks.integer("cpuPercent", args.cpuPercent ?? 60, 10, 90),
  };
  if (typeof args.proxyImage === "string") parseImage(checks, "proxyImage", args.proxyImage);
  if (args.memoryPercent !== undefined) checks.integer("memoryPercent", args.memoryPercent, 10, 90);
  return plan;
}
