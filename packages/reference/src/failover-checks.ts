import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { HipaaWebApplicationArgs } from "./args";
import { HipaaWebApplicationFailoverRole, type HipaaWebApplicationFailoverArgs } from "./failover-args";

/** Checks the name of the service in both Regions against the rest of the application. */
export function checkFailover(checks: ArgumentChecks, args: HipaaWebApplicationArgs): void {
  const { failover, distribution, domainName, internalDomainName, api } = args;
  if (failover === undefined) return;
  checks.oneOf("failover.role", failover.role, Object.values(HipaaWebApplicationFailoverRole));
  if (distribution !== undefined) {
    checks.fail(
      "failover and distribution",
      "contradict each other: CloudFront is in every Region and lets one distribution alone have the name",
      "Leave one of them out",
    );
  }
  const taken = [domainName, internalDomainName, api?.domainName, failover.secondary?.domainName];
  if (taken.includes(failover.domainName)) {
    checks.fail(
      "failover.domainName",
      "is a name that one of the Regions has for itself, so that nobody could tell which of them is healthy",
      "Give the service a name of its own, such as app.example.com beside east.app.example.com",
    );
  }
  if (failover.secondary?.domainName === domainName) {
    checks.fail(
      "failover.secondary.domainName",
      "is this application's own name",
      "Give the domainName of the application in the recovery Region",
    );
  }
  checkRole(checks, failover);
  checkCountries(checks, args);
}

function checkRole(checks: ArgumentChecks, { role, ...rest }: HipaaWebApplicationFailoverArgs): void {
  const { secondary, healthPath, failureThreshold, fastChecks, alarmTopicArn } = rest;
  if (role === HipaaWebApplicationFailoverRole.Primary) {
    if (secondary !== undefined) return;
    checks.fail("failover.secondary", "is missing", "Give the application in the recovery Region, which is made first");
  }
  const records = { secondary, healthPath, failureThreshold, fastChecks, alarmTopicArn };
  for (const [argument, value] of Object.entries(records)) {
    if (value === undefined) continue;
    checks.fail(
      `failover.${argument}`,
      "is given to the recovery application, which makes no records",
      "Give it to the primary one",
    );
  }
}

/** Countries from which Route 53 asks for health, beside the three places in the United States. */
const furtherCheckers = ["AU", "BR", "IE", "JP", "SG"];

/**
 * Route 53 asks from eight places and calls healthy what more than 18 percent of them reach. AWS WAF blocks those of other
 * countries, and a Region that nobody else ails would be given up. Checks of the Regions in China come from there.
 * Source: "How Amazon Route 53 determines whether a health check is healthy" in the Amazon Route 53 Developer Guide.
 */
function checkCountries(checks: ArgumentChecks, { firewall }: HipaaWebApplicationArgs): void {
  const countries = firewall?.allowedCountries;
  if (countries === undefined || countries.includes("US") || countries.includes("CN")) return;
  if (furtherCheckers.filter((country) => countries.includes(country)).length >= 2) return;
  checks.fail(
    "firewall.allowedCountries and failover",
    "contradict each other: the health checks of Route 53 come from countries that are blocked, and would never succeed",
    `Let US call as well, or two of ${furtherCheckers.join(", ")}`,
  );
}
