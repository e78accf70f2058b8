import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";

const longestLoadBalancerName = 32;
const defaultIdleTimeoutSeconds = 60;
const longestIdleTimeoutSeconds = 4000;

/** Checks a name that becomes the name of a load balancer. */
export function checkLoadBalancerName(checks: ArgumentChecks, name: string): void {
  checks.matches(
    "name",
    name,
    /^(?!internal-)[A-Za-z0-9][A-Za-z0-9-]*$/,
    'letters, digits and hyphens, not beginning with "internal-", as in names of load balancers',
  );
  checks.fitsAutoname(name, longestLoadBalancerName, "names of load balancers");
}

/** An Application Load Balancer spans at least two Availability Zones. Checks what the program knows by now. */
export function checkSubnets(
  checks: ArgumentChecks,
  argument: string,
  subnetIds: pulumi.Input<pulumi.Input<string>[]> | undefined,
): void {
  if (subnetIds === undefined) {
    checks.fail(argument, "is missing", "Give subnets in at least two Availability Zones");
  }
  if (Array.isArray(subnetIds)) void checks.atLeast(argument, subnetIds, 2);
}

/** Seconds that an idle connection is kept. */
export function idleTimeout(checks: ArgumentChecks, seconds: number | undefined): number {
  return checks.integer("idleTimeoutSeconds", seconds ?? defaultIdleTimeoutSeconds, 1, longestIdleTimeoutSeconds);
}

/** Refuses a missing argument. Callers without types have nothing else that stands in the way of leaving it out. */
export function requireArgument(checks: ArgumentChecks, argument: string, value: unknown, mend: string): void {
  if (value === undefined || value === null) checks.fail(argument, "is missing", mend);
}
