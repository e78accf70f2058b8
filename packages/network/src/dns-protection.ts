import { awsEnvironment, tags } from "@hipaa-aws/foundation";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import type { DnsProtectionArgs } from "./dns-protection-args";
import { createFirewallRules } from "./dns-protection-rules";
import { checkDnsProtection, type DnsProtectionSettings } from "./dns-protection-settings";

/**
 * What a VPC asks of DNS, recorded and filtered: every query goes to a bucket or an encrypted log group; queries that
 * carry data out, that malware computes, or that are on a list are refused; where the firewall cannot judge, it refuses
 * too; and answers with a wrong signature are worth nothing. Network ACLs and security groups see none of this traffic,
 * which goes through the resolver of AWS.
 *
 * Cost: $0.60 for a million queries, and where domains are listed $0.0005 for each and month; records in CloudWatch Logs
 * $0.50 per GB, in S3 $0.25 per GB (us-east-1, November 2026).
 *
 * Source: 45 CFR 164.312(b), 164.308(a)(5)(ii)(B), 164.312(e)(1).
 */
export class DnsProtection extends pulumi.ComponentResource {
  /** The rules, for other VPCs too. */
  public readonly ruleGroupId!: pulumi.Output<string>;
  /** ARN of the rules, for sharing. */
  public readonly ruleGroupArn!: pulumi.Output<string>;
  /** What records the queries. */
  public readonly queryLogConfigId!: pulumi.Output<string>;
  /** Name of the log group of queries; empty where they go to a bucket. */
  public readonly queryLogGroupName!: pulumi.Output<string>;

  /** @throws ArgumentError when an argument is refused; see the README for what is. */
  constructor(name: string, args: DnsProtectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("network:index:DnsProtection", name, args, opts);
    const settings = checkDnsProtection(name, args);
    const { vpcId } = args.network;
    const options = { parent: this };

    const { queryLog, logGroup } = createQueryLog(name, args, settings, options);
    const { dnsSuffix } = awsEnvironment(this);
    const group = createFirewallRules(name, args, settings.threatConfidence, dnsSuffix, options);
    new route53.ResolverFirewallRuleGroupAssociation(
      name,
      {
        firewallRuleGroupId: group.id,
        vpcId,
        priority: settings.priority,
        mutationProtection: pulumi
          .output(args.deletionProtection)
          .apply((protection) => (protection === false ? "DISABLED" : "ENABLED")),
        tags: tags({}, args.tags),
      },
      options,
    );
    new route53.ResolverFirewallConfig(name, { resourceId: vpcId, firewallFailOpen: "DISABLED" }, options);
    if (args.validateSignatures !== false) new route53.ResolverDnsSecConfig(name, { resourceId: vpcId }, options);

    this.ruleGroupId = group.id;
    this.ruleGroupArn = group.arn;
    this.queryLogConfigId = queryLog.id;
    this.queryLogGroupName = logGroup?.name ?? pulumi.output("");
    this.registerOutputs({
      ruleGroupId: this.ruleGroupId,
      ruleGroupArn: this.ruleGroupArn,
      queryLogConfigId: this.queryLogConfigId,
      queryLogGroupName: this.queryLogGroupName,
    });
  }
}

function createQueryLog(
  name: string,
  args: DnsProtectionArgs,
  settings: DnsProtectionSettings,
  options: pulumi.CustomResourceOptions,
): { queryLog: route53.ResolverQueryLogConfig; logGroup: cloudwatch.LogGroup | undefined } {
  const childName = `${name}-queries`;
  const logGroup =
    args.logsKey === undefined
      ? undefined
      : new cloudwatch.LogGroup(
          childName,
          {
            kmsKeyId: pulumi.output(args.logsKey).arn,
            retentionInDays: settings.queryLogRetentionDays,
            tags: tags({}, args.tags),
          },
          options,
        );
  const bucket = pulumi.all([args.queryLogBucket?.bucketArn ?? "", args.queryLogBucket?.bucketName]);
  const queryLog = new route53.ResolverQueryLogConfig(
    childName,
    { destinationArn: logGroup?.arn ?? bucket.apply(([arn]) => arn), tags: tags({}, args.tags) },
    options,
  );
  new route53.ResolverQueryLogConfigAssociation(
    childName,
    { resolverQueryLogConfigId: queryLog.id, resourceId: args.network.vpcId },
    options,
  );
  return { queryLog, logGroup };
}
