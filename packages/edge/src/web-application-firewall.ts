import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";
import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { blockedRequestsAlarm, blockedThreshold } from "./blocked-requests-alarm";
import { requireArgument } from "./load-balancer-settings";
import { checkArnRegion, cloudFrontRegion } from "./regions";
import { loggedArn, webAcl } from "./waf";
import { wafSettings } from "./waf-settings";
import { WebApplicationFirewallScope, type WebApplicationFirewallArgs } from "./web-application-firewall-args";

const longestWebAclName = 128;
const mostReserved = 3500;
const bodySizes = [16, 32, 48, 64];

/**
 * A web ACL on its own, for what `PublicEdge` does not make: a CloudFront distribution, an API, a user pool, a load
 * balancer of somebody else's. The rules of AWS's own groups block, rates are limited, and a log without credentials and
 * query strings is kept for six years.
 *
 * Cost (us-east-1, November 2026, list prices, a month): web ACL 5 USD and 1 USD for each of 8 rules; 0.60 USD a million
 * requests; logs from 0.50 USD a GB.
 *
 * @throws ArgumentError for impossible limits and combinations, and for rules beyond the capacity budget; see README
 * Source: 45 CFR 164.308(a)(5)(ii)(B), 164.312(b), 164.312(e)(1).
 */
export class WebApplicationFirewall extends pulumi.ComponentResource {
  /** ARN of the web ACL, known once its log is written. */
  public readonly webAclArn!: pulumi.Output<string>;
  /** Name of the log group with the verdicts. */
  public readonly wafLogGroupName!: pulumi.Output<string>;
  /** Capacity units that the rules take, the reserved ones included. */
  public readonly webAclCapacity!: pulumi.Output<number>;

  constructor(name: string, args: WebApplicationFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    const checks = checksFor("WebApplicationFirewall", name);
    const scope = args.scope ?? WebApplicationFirewallScope.Regional;
    checkArgs(checks, name, args, scope);
    const reserved = checks.integer("reservedCapacity", args.reservedCapacity ?? 0, 0, mostReserved);
    const settings = wafSettings(checks, args, reserved);
    const threshold = blockedThreshold(checks, args);
    const place = scope === WebApplicationFirewallScope.CloudFront ? { region: cloudFrontRegion } : {};
    const keyArn = pulumi.output(args.key).apply((key) => key.arn);
    super("edge:index:WebApplicationFirewall", name, { ...args, key: { arn: keyArn } }, opts);

    const { tags, inspectedBodyKilobytes: bodyKilobytes, deletionProtection = true } = args;
    const parts = webAcl(name, settings, { scope, place, keyArn, deletionProtection, bodyKilobytes, tags }, this);
    (args.protectedArns ?? []).forEach((resourceArn, index) => {
      new wafv2.WebAclAssociation(
        `${name}-${String(index + 1)}`,
        { resourceArn, webAclArn: parts.webAcl.arn },
        { parent: this, dependsOn: [parts.logging] },
      );
    });
    if (threshold !== undefined && args.alarmTopicArn !== undefined) {
      blockedRequestsAlarm(name, threshold, args.alarmTopicArn, place, this);
    }

    this.webAclArn = loggedArn(parts);
    this.wafLogGroupName = parts.logGroup.name;
    this.webAclCapacity = pulumi.output(settings.capacity);
    this.registerOutputs({
      webAclArn: this.webAclArn,
      wafLogGroupName: this.wafLogGroupName,
      webAclCapacity: this.webAclCapacity,
    });
  }
}

function checkArgs(
  checks: ArgumentChecks,
  name: string,
  args: WebApplicationFirewallArgs,
  scope: WebApplicationFirewallScope,
): void {
  checks.matches("name", name, /^[A-Za-z0-9_-]+$/, "letters, digits, hyphens and underscores, as in names of web ACLs");
  checks.fitsAutoname(`${name}-blocked-networks-ipv4`, longestWebAclName, "names of IP sets");
  checks.oneOf("scope", scope, Object.values(WebApplicationFirewallScope));
  requireArgument(checks, "key", args.key, "Give a customer managed KMS key, for example KeyRing.logs");
  if (scope === WebApplicationFirewallScope.Regional) return checkRegional(checks, args);
  if (args.protectedArns?.length) {
    checks.fail(
      "protectedArns and scope",
      "do not go together: a distribution names its web ACL, and others have a regional one",
      "Give webAclArn to the distribution, or leave scope out",
    );
  }
  const { inspectedBodyKilobytes, alarmTopicArn } = args;
  if (inspectedBodyKilobytes !== undefined && !bodySizes.includes(inspectedBodyKilobytes)) {
    checks.fail("inspectedBodyKilobytes", `is ${inspectedBodyKilobytes}`, `Give one of ${bodySizes.join(", ")}`);
  }
  checkArnRegion(checks, "key.arn", (args.key as { arn?: unknown }).arn, cloudFrontRegion);
  checkArnRegion(checks, "alarmTopicArn", alarmTopicArn, cloudFrontRegion);
}

function checkRegional(checks: ArgumentChecks, args: WebApplicationFirewallArgs): void {
  if (args.inspectedBodyKilobytes === undefined) return;
  checks.fail(
    "inspectedBodyKilobytes",
    "is given for the scope Regional, where a load balancer hands over 8 KB, neither more nor less",
    "Leave it out, or give the scope CloudFront",
  );
}
