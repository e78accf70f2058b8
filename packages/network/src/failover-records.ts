import { checksFor, tags } from "@hipaa-aws/foundation";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import type { FailoverRecordsArgs, FailoverRecordsTarget } from "./failover-records-args";

/**
 * One name and two Regions: users go to the primary one as long as its health check over TLS passes, and to the
 * secondary one while it does not. Cost: $2 a month for the check with TLS, $3 with fast checks (November 2026).
 *
 * Source: 45 CFR 164.308(a)(7)(ii)(B), 164.308(a)(7)(ii)(C).
 */
export class FailoverRecords extends pulumi.ComponentResource {
  /** The name that users know. */
  public readonly domainName!: pulumi.Output<string>;
  /** Health check of the primary Region, for alarms. */
  public readonly healthCheckId!: pulumi.Output<string>;

  /** @throws ArgumentError when an argument is refused; see the README for what is. */
  constructor(name: string, args: FailoverRecordsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("network:index:FailoverRecords", name, args, opts);
    const { failureThreshold, resourcePath } = checkFailoverRecords(name, args);
    const health = new route53.HealthCheck(
      name,
      {
        type: "HTTPS",
        fqdn: args.healthCheckDomain,
        port: 443,
        enableSni: true,
        resourcePath,
        failureThreshold,
        requestInterval: args.fastChecks === true ? 10 : 30,
        tags: tags({}, args.tags, name),
      },
      { parent: this },
    );
    const record = (role: "PRIMARY" | "SECONDARY", target: FailoverRecordsTarget) =>
      new route53.Record(
        `${name}-${role.toLowerCase()}`,
        {
          zoneId: args.zoneId,
          name: args.domainName,
          type: "A",
          setIdentifier: role.toLowerCase(),
          failoverRoutingPolicies: [{ type: role }],
          aliases: [{ name: target.dnsName, zoneId: target.zoneId, evaluateTargetHealth: true }],
          ...(role === "PRIMARY" ? { healthCheckId: health.id } : {}),
        },
        { parent: this },
      );
    const primary = record("PRIMARY", args.primary);
    record("SECONDARY", args.secondary);

    this.domainName = primary.name;
    this.healthCheckId = health.id;
    this.registerOutputs({ domainName: this.domainName, healthCheckId: this.healthCheckId });
  }
}

function checkFailoverRecords(
  name: string,
  args: FailoverRecordsArgs,
): { failureThreshold: number; resourcePath: string } {
  const checks = checksFor("FailoverRecords", name);
  const { domainName, primary, secondary, healthCheckDomain } = args;
  checks.matches(
    "domainName",
    domainName,
    /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
    "a domain in small letters, without a dot at its end",
  );
  if (domainName === healthCheckDomain) {
    checks.fail(
      "healthCheckDomain",
      "is the name that users know, which leads to the other Region when this one is ill",
      "Give a name that leads to the primary Region alone",
    );
  }
  if (typeof primary.dnsName === "string" && primary.dnsName === secondary.dnsName) {
    checks.fail("primary and secondary", "are the same load balancer", "Give the one of another Region as secondary");
  }
  return {
    failureThreshold: checks.integer("failureThreshold", args.failureThreshold ?? 3, 1, 10),
    resourcePath: checks.matches(
      "healthCheckPath",
      args.healthCheckPath ?? "/healthz",
      /^\/[A-Za-z0-9/_.-]{0,254}$/,
      "a path of letters, digits and - _ . /, up to 255 characters",
    ),
  };
}
