import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { ServiceRoutingArgs } from "./routing-args";

/** How requests reach a service, checked and with defaults. */
export interface RoutingPlan {
  readonly healthCheckPath: string;
  readonly deregistrationDelay: number;
  readonly gracePeriod: number;
  readonly requestsPerTarget: number;
}

const urlPath = /^\/[A-Za-z0-9._~/-]*$/;

/** @throws ArgumentError for the first argument that cannot be built. */
export function planRouting(checks: ArgumentChecks, args: ServiceRoutingArgs): RoutingPlan {
  checkRouting(checks, args);
  checkAlarms(checks, args);
  return {
    healthCheckPath: checks.matches("healthCheckPath", args.healthCheckPath ?? "/healthz", urlPath, "a path"),
    deregistrationDelay: checks.integer("deregistrationDelaySeconds", args.deregistrationDelaySeconds ?? 30, 0, 3600),
    gracePeriod: checks.integer("healthCheckGracePeriodSeconds", args.healthCheckGracePeriodSeconds ?? 60, 0, 7200),
    requestsPerTarget: checks.integer("requestsPerTarget", args.requestsPerTarget ?? 1000, 1, 10_000_000),
  };
}

function checkAlarms(checks: ArgumentChecks, args: ServiceRoutingArgs): void {
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

function checkRouting(checks: ArgumentChecks, args: ServiceRoutingArgs): void {
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
