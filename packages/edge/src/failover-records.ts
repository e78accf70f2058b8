import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { requestedNames } from "./certificate-settings";
import type { FailoverRecordsArgs, FailoverRecordsTarget } from "./failover-records-args";
import { requireArgument } from "./load-balancer-settings";
import { healthMetricRegions } from "./regions";

const defaultHealthPath = "/healthz";
const defaultFailureThreshold = 3;
const mostFailures = 10;

/** A target as records and health checks see it. */
interface FailoverSide {
  readonly role: "primary" | "secondary";
  readonly target: FailoverRecordsTarget;
}

/**
 * Sends callers to the recovery Region while the primary one is not healthy: a pair of failover records, health checks
 * over TLS of both Regions, and alarms.
 *
 * Cost (November 2026, list prices, a month): 0.75 USD a health check of AWS and 1 USD for TLS; alarms 0.10 USD each.
 *
 * @throws ArgumentError for impossible names and combinations; see README
 * Source: 45 CFR 164.308(a)(7)(ii)(B), 164.308(a)(7)(ii)(C).
 */
export class FailoverRecords extends pulumi.ComponentResource {
  /** Host name of the service. */
  public readonly domainName!: pulumi.Output<string>;
  /** Id of the health check of the primary Region. */
  public readonly primaryHealthCheckId!: pulumi.Output<string>;
  /** ARN of the health check of the primary Region. */
  public readonly primaryHealthCheckArn!: pulumi.Output<string>;
  /** Id of the health check of the recovery Region. */
  public readonly secondaryHealthCheckId!: pulumi.Output<string>;
  /** ARN of the health check of the recovery Region. */
  public readonly secondaryHealthCheckArn!: pulumi.Output<string>;

  constructor(name: string, args: FailoverRecordsArgs, opts?: pulumi.ComponentResourceOptions) {
    const checks = checksFor("FailoverRecords", name);
    checkArgs(checks, args);
    super("edge:index:FailoverRecords", name, cleaned(args), opts);

    const [primary, secondary] = (["primary", "secondary"] as const).map((role) => {
      const side = { role, target: args[role] };
      const check = healthCheck(checks, name, args, side, this);
      records(name, args, side, check, this);
      if (args.alarmTopicArn !== undefined) healthAlarm(name, side, check, args.alarmTopicArn, this);
      return check;
    }) as [route53.HealthCheck, route53.HealthCheck];

    this.domainName = pulumi.output(args.domainName);
    this.primaryHealthCheckId = primary.id;
    this.primaryHealthCheckArn = primary.arn;
    this.secondaryHealthCheckId = secondary.id;
    this.secondaryHealthCheckArn = secondary.arn;
    this.registerOutputs({
      domainName: this.domainName,
      primaryHealthCheckId: this.primaryHealthCheckId,
      primaryHealthCheckArn: this.primaryHealthCheckArn,
      secondaryHealthCheckId: this.secondaryHealthCheckId,
      secondaryHealthCheckArn: this.secondaryHealthCheckArn,
    });
  }
}

function checkArgs(checks: ArgumentChecks, args: FailoverRecordsArgs): void {
  requireArgument(checks, "domainName", args.domainName, "Give the host name of the service");
  requestedNames(checks, args.domainName, []);
  requireArgument(checks, "hostedZoneId", args.hostedZoneId, "Give the public hosted zone of the name");
  for (const role of ["primary", "secondary"] as const) {
    const mend = "Give a PublicEdge with a domainName of its own";
    requireArgument(checks, role, args[role], mend);
    for (const part of ["dnsName", "zoneId", "domainName"] as const) {
      requireArgument(checks, `${role}.${part}`, args[role][part], mend);
    }
  }
  if (args.healthPath !== undefined) {
    checks.matches(
      "healthPath",
      args.healthPath,
      /^\/[A-Za-z0-9._~/-]{0,254}$/,
      "a path that begins with a slash, without a query",
    );
  }
  checks.integer("failureThreshold", args.failureThreshold ?? defaultFailureThreshold, 1, mostFailures);
}

function healthCheck(
  checks: ArgumentChecks,
  name: string,
  args: FailoverRecordsArgs,
  { role, target }: FailoverSide,
  parent: pulumi.Resource,
): route53.HealthCheck {
  // Asked by the name that fails over, a Region would be called healthy because the other one is.
  const fqdn = pulumi.output(target.domainName).apply((own) => {
    if (own !== args.domainName) return own;
    return checks.fail(
      `${role}.domainName and domainName`,
      "are the same, so that nobody could tell which Region is healthy",
      "Give each Region a host name of its own, which its certificate has",
    );
  });
  return new route53.HealthCheck(
    `${name}-${role}`,
    {
      type: "HTTPS",
      fqdn,
      port: 443,
      enableSni: true,
      resourcePath: args.healthPath ?? defaultHealthPath,
      failureThreshold: args.failureThreshold ?? defaultFailureThreshold,
      requestInterval: args.fastChecks ? 10 : 30,
      ...(args.tags === undefined ? {} : { tags: args.tags }),
    },
    { parent },
  );
}

function records(
  name: string,
  args: FailoverRecordsArgs,
  { role, target }: FailoverSide,
  check: route53.HealthCheck,
  parent: pulumi.Resource,
): void {
  for (const type of args.dualStack ? ["A", "AAAA"] : ["A"]) {
    new route53.Record(
      `${name}-${role}-${type.toLowerCase()}`,
      {
        zoneId: args.hostedZoneId,
        name: args.domainName,
        type,
        setIdentifier: role,
        failoverRoutingPolicies: [{ type: role.toUpperCase() }],
        healthCheckId: check.id,
        aliases: [{ name: target.dnsName, zoneId: target.zoneId, evaluateTargetHealth: true }],
      },
      { parent },
    );
  }
}

function healthAlarm(
  name: string,
  { role }: FailoverSide,
  check: route53.HealthCheck,
  topicArn: pulumi.Input<string>,
  parent: pulumi.Resource,
): void {
  const region = awsEnvironment(parent).partition.apply((partition) => healthMetricRegions[partition] ?? "us-east-1");
  new cloudwatch.MetricAlarm(
    `${name}-${role}`,
    {
      region,
      alarmDescription: `The ${role} Region of ${name} is not healthy.`,
      namespace: "AWS/Route53",
      metricName: "HealthCheckStatus",
      dimensions: { HealthCheckId: check.id },
      statistic: "Minimum",
      period: 60,
      evaluationPeriods: 1,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "breaching",
      alarmActions: [topicArn],
    },
    { parent },
  );
}

// Given components become the plain data they stand for, so that state holds no resource inside an input.
function cleaned(args: FailoverRecordsArgs): pulumi.Inputs {
  const plain = ({ dnsName, zoneId, domainName }: FailoverRecordsTarget) => ({ dnsName, zoneId, domainName });
  return { ...args, primary: plain(args.primary), secondary: plain(args.secondary) };
}
