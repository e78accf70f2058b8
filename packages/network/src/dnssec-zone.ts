import { auditRetentionDays, awsEnvironment, checksFor, tags } from "@hipaa-aws/foundation";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as kms from "@pulumi/aws/kms";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import type { DnssecZoneArgs } from "./dnssec-zone-args";
import { queryLogPolicy, signingKeyPolicy } from "./dnssec-zone-policies";
import { checkRetention } from "./flow-log-checks";

/**
 * A public zone whose answers are signed, so that nobody can lead users to an impostor: the zone or one that is there,
 * its key in KMS, and alarms before a key fails. Whatever the Region of the program, key, alarms and log group lie in
 * us-east-1, where Route 53 looks for them. DNSSEC exists in the partition `aws` alone: GovCloud has no public zones, and
 * China no signing.
 *
 * Signing is complete when `dsRecord` stands at the parent: at the registrar, or as a DS record in the parent zone. Take it
 * from there, and wait for its TTL, before this component is removed.
 *
 * Cost: $0.50 for the zone and $1 for the key a month (November 2026).
 *
 * Source: 45 CFR 164.312(e)(2)(i), 164.312(c)(1).
 */
export class DnssecZone extends pulumi.ComponentResource {
  /** Id of the zone, known once it is signed. */
  public readonly zoneId!: pulumi.Output<string>;
  /** Name servers of a new zone, for the parent; empty for one that is there. */
  public readonly nameServers!: pulumi.Output<string[]>;
  /** DS record for the parent. */
  public readonly dsRecord!: pulumi.Output<string>;
  /** ARN of the KMS key. */
  public readonly signingKeyArn!: pulumi.Output<string>;
  /** Name of the log group of queries; empty where there is none. */
  public readonly queryLogGroupName!: pulumi.Output<string>;

  /** @throws ArgumentError when an argument is refused; see the README for what is. */
  constructor(name: string, args: DnssecZoneArgs, opts?: pulumi.ComponentResourceOptions) {
    super("network:index:DnssecZone", name, args, opts);
    const { keyName, queryLogRetentionDays } = checkDnssecZone(name, args);
    const options = { parent: this };
    const environment = awsEnvironment(this);
    const region = environment.partition.apply((partition) => signingRegion(name, partition));

    const zone =
      args.domainName === undefined
        ? undefined
        : new route53.Zone(name, { name: args.domainName, forceDestroy: false, tags: tags({}, args.tags) }, options);
    const zoneId = zone?.zoneId ?? pulumi.output(args.zoneId ?? "");
    const key = new kms.Key(
      name,
      {
        description: "Signs the answers of a public zone",
        customerMasterKeySpec: "ECC_NIST_P256",
        keyUsage: "SIGN_VERIFY",
        deletionWindowInDays: 30,
        policy: signingKeyPolicy(environment, args.keyAdministratorArns),
        region,
        tags: tags({ phi: false }, args.tags),
      },
      options,
    );
    const signingKey = new route53.KeySigningKey(
      name,
      { hostedZoneId: zoneId, keyManagementServiceArn: key.arn, name: keyName },
      options,
    );
    const signed = new route53.HostedZoneDnsSec(
      name,
      { hostedZoneId: zoneId, signingStatus: "SIGNING" },
      { ...options, dependsOn: [signingKey] },
    );
    const logGroup = createQueryLog(name, args, { zoneId, region, queryLogRetentionDays }, this);
    createAlarms(name, args, { zoneId, region }, options);

    this.zoneId = signed.hostedZoneId;
    this.nameServers = zone?.nameServers ?? pulumi.output([]);
    this.dsRecord = signingKey.dsRecord;
    this.signingKeyArn = key.arn;
    this.queryLogGroupName = logGroup?.name ?? pulumi.output("");
    this.registerOutputs({
      zoneId: this.zoneId,
      nameServers: this.nameServers,
      dsRecord: this.dsRecord,
      signingKeyArn: this.signingKeyArn,
      queryLogGroupName: this.queryLogGroupName,
    });
  }
}

function checkDnssecZone(name: string, args: DnssecZoneArgs): { keyName: string; queryLogRetentionDays: number } {
  const checks = checksFor("DnssecZone", name);
  const { domainName, zoneId, queryLogKey } = args;
  checks.exclusive({ domainName, zoneId });
  if (domainName === undefined && zoneId === undefined) {
    checks.fail(
      "domainName and zoneId",
      "are both left out",
      "Give the domain of a new zone, or the id of one that is there",
    );
  }
  if (domainName !== undefined) {
    checks.matches(
      "domainName",
      domainName,
      /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
      "a domain in small letters, without a dot at its end, for example clinic.example.com",
    );
  }
  if (queryLogKey !== undefined && domainName === undefined) {
    checks.fail(
      "queryLogKey",
      "is given for a zone that is there already",
      "Record its queries where the zone is made",
    );
  }
  if (args.queryLogRetentionDays !== undefined && queryLogKey === undefined) {
    checks.fail("queryLogRetentionDays", "is given without a log group to keep", "Give queryLogKey, or remove it");
  }
  const keyName = checks.matches(
    "signingKeyName",
    args.signingKeyName ?? "primary",
    /^[A-Za-z0-9_]{3,128}$/,
    "3 to 128 letters, digits and underscores",
  );
  return {
    keyName,
    queryLogRetentionDays: checkRetention(
      checks,
      "queryLogRetentionDays",
      args.queryLogRetentionDays ?? auditRetentionDays,
    ),
  };
}

/** The Region in which Route 53 looks for keys. @throws ArgumentError in partitions without DNSSEC. */
export function signingRegion(name: string, partition: string): string {
  if (partition === "aws") return "us-east-1";
  return checksFor("DnssecZone", name).fail(
    "provider",
    `is one of the partition ${partition}, where Route 53 signs no zones`,
    "Keep public zones in the partition aws",
  );
}

interface ZonePlace {
  readonly zoneId: pulumi.Output<string>;
  readonly region: pulumi.Output<string>;
}

function createQueryLog(
  name: string,
  args: DnssecZoneArgs,
  { zoneId, region, queryLogRetentionDays }: ZonePlace & { queryLogRetentionDays: number },
  component: pulumi.Resource,
): cloudwatch.LogGroup | undefined {
  if (args.queryLogKey === undefined || args.domainName === undefined) return undefined;
  const options = { parent: component };
  const childName = `${name}-queries`;
  const logGroup = new cloudwatch.LogGroup(
    childName,
    {
      // Route 53 may write to groups below this name.
      name: `/aws/route53/${args.domainName}`,
      kmsKeyId: pulumi.output(args.queryLogKey).arn,
      retentionInDays: queryLogRetentionDays,
      region,
      tags: tags({}, args.tags),
    },
    options,
  );
  const policy = new cloudwatch.LogResourcePolicy(
    childName,
    {
      policyName: `${name}-route53-queries`,
      policyDocument: queryLogPolicy(awsEnvironment(component), logGroup.arn),
      region,
    },
    options,
  );
  new route53.QueryLog(childName, { zoneId, cloudwatchLogGroupArn: logGroup.arn }, { ...options, dependsOn: [policy] });
  return logGroup;
}

/** Source: Amazon Route 53 Developer Guide, "Monitoring hosted zones using Amazon CloudWatch". */
function createAlarms(
  name: string,
  { alarmTopicArn, tags: own }: DnssecZoneArgs,
  { zoneId, region }: ZonePlace,
  options: pulumi.CustomResourceOptions,
): void {
  if (alarmTopicArn === undefined) return;
  for (const [suffix, metricName, alarmDescription] of [
    ["failure", "DNSSECInternalFailure", "Route 53 cannot sign the zone: look at the KMS key and its policy"],
    ["key", "DNSSECKeySigningKeysNeedingAction", "A key-signing key of the zone needs care: look at the KMS key"],
  ] as const) {
    new cloudwatch.MetricAlarm(
      `${name}-${suffix}`,
      {
        alarmDescription,
        namespace: "AWS/Route53",
        metricName,
        dimensions: { HostedZoneId: zoneId },
        statistic: "Sum",
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: 1,
        period: 300,
        evaluationPeriods: 1,
        treatMissingData: "notBreaching",
        alarmActions: [alarmTopicArn],
        okActions: [alarmTopicArn],
        region,
        tags: tags({}, own),
      },
      options,
    );
  }
}
