import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";
import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { aliasRecords } from "./alias-records";
import { blockedRequestsAlarm, blockedThreshold } from "./blocked-requests-alarm";
import { certificateArn, expiryAlarm } from "./certificate";
import { checkClientCertificates, mutualAuthentication } from "./client-certificates";
import { nameSettings } from "./certificate-settings";
import { httpsListener, redirectListener } from "./https-listener";
import { loadBalancer } from "./load-balancer";
import { checkLoadBalancerName, checkSubnets, idleTimeout, requireArgument } from "./load-balancer-settings";
import type { PublicEdgeArgs } from "./public-edge-args";
import { checkContentSecurityPolicy, defaultContentSecurityPolicy } from "./response-headers";
import { publicIngress, securityGroup } from "./security-group";
import { checkShield, shieldProtection } from "./shield";
import { webAcl } from "./waf";
import { wafSettings } from "./waf-settings";

/**
 * The only door from the internet: an Application Load Balancer that speaks TLS 1.2 and later, behind AWS WAF, with a
 * certificate that ACM renews, its DNS name, and logs of connections, requests and verdicts. It answers 404 until a
 * listener rule forwards a host or path to a service.
 *
 * Cost (us-east-1, November 2026, list prices, a month): load balancer 17 USD and capacity units from 6 USD; web ACL
 * 5 USD and 1 USD for each of 8 rules; 0.60 USD a million requests; logs from 0.50 USD a GB.
 *
 * @throws ArgumentError for impossible names, limits and combinations; see README
 * Source: 45 CFR 164.312(e)(1), 164.312(e)(2)(ii), 164.312(b), 164.308(a)(5)(ii)(B).
 */
export class PublicEdge extends pulumi.ComponentResource {
  /** ARN of the load balancer. */
  public readonly loadBalancerArn!: pulumi.Output<string>;
  /** The part of the ARN that CloudWatch metrics name it by. */
  public readonly loadBalancerArnSuffix!: pulumi.Output<string>;
  /** ARN of the HTTPS listener, for listener rules. */
  public readonly httpsListenerArn!: pulumi.Output<string>;
  /** Security group of the load balancer. Targets open it with rules of their own. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Host name that AWS gave the load balancer. */
  public readonly dnsName!: pulumi.Output<string>;
  /** Hosted zone of that host name, for alias records. */
  public readonly zoneId!: pulumi.Output<string>;
  /** ARN of the certificate that the listener serves. */
  public readonly certificateArn!: pulumi.Output<string>;
  /** ARN of the web ACL. */
  public readonly webAclArn!: pulumi.Output<string>;
  /** Capacity units that the rules of the web ACL take. */
  public readonly webAclCapacity!: pulumi.Output<number>;
  /** Name of the log group with the verdicts of AWS WAF. */
  public readonly wafLogGroupName!: pulumi.Output<string>;
  /** Host name of the service: `domainName`, else the name that AWS gave. */
  public readonly domainName!: pulumi.Output<string>;
  /** `https://` and the host name. */
  public readonly url!: pulumi.Output<string>;

  constructor(name: string, args: PublicEdgeArgs, opts?: pulumi.ComponentResourceOptions) {
    const checks = checksFor("PublicEdge", name);
    checkRequired(checks, name, args);
    const names = nameSettings(checks, args);
    checkClientCertificates(checks, name, args.clientCertificates);
    const waf = wafSettings(checks, args, checkShield(checks, args));
    const threshold = blockedThreshold(checks, args);
    const idleTimeoutSeconds = idleTimeout(checks, args.idleTimeoutSeconds);
    const dualStack = args.dualStack ?? false;
    const deletionProtection = args.deletionProtection ?? true;
    const keyArn = pulumi.output(args.key).apply((key) => key.arn);
    super("edge:index:PublicEdge", name, cleaned(args, keyArn), opts);

    const group = securityGroup(name, args.network.vpcId, "public", args.tags, this);
    publicIngress(name, group, dualStack, this);
    const balancer = loadBalancer(
      name,
      {
        internal: false,
        tier: "public",
        subnetIds: args.network.publicSubnetIds,
        securityGroup: group,
        logBucketName: args.logBucket.bucketName,
        deletionProtection,
        idleTimeoutSeconds,
        dualStack,
        tags: args.tags,
      },
      this,
    );
    const { tags } = args;
    const acl = webAcl(name, waf, { scope: "REGIONAL", place: {}, keyArn, deletionProtection, tags }, this);
    // Logging first: no request is judged without a record of it.
    const association = new wafv2.WebAclAssociation(
      `${name}-waf`,
      { resourceArn: balancer.arn, webAclArn: acl.webAcl.arn },
      { parent: this, dependsOn: [acl.logging] },
    );
    const certificate = certificateArn(name, names, args.tags, this);
    // The web ACL comes first, so that no request gets past it.
    const clients = args.clientCertificates && mutualAuthentication(name, args.clientCertificates, tags, this);
    const contentSecurityPolicy = args.contentSecurityPolicy ?? defaultContentSecurityPolicy;
    const https = httpsListener(
      name,
      balancer,
      { certificateArn: certificate, contentSecurityPolicy, mutualAuthentication: clients?.input },
      { parent: this, dependsOn: [association, ...(clients?.dependsOn ?? [])] },
    );
    const behindWaf = { parent: this, dependsOn: [association] };
    redirectListener(name, balancer, behindWaf);
    if (names.domainName !== undefined && names.hostedZoneId !== undefined) {
      aliasRecords(name, names.domainName, names.hostedZoneId, balancer, dualStack, this);
    }
    if (args.alarmTopicArn !== undefined) expiryAlarm(name, certificate, args.alarmTopicArn, this);
    if (threshold !== undefined && args.alarmTopicArn !== undefined) {
      blockedRequestsAlarm(name, threshold, args.alarmTopicArn, {}, this);
    }
    shieldProtection(name, args, balancer.arn, behindWaf);

    this.loadBalancerArn = balancer.arn;
    this.loadBalancerArnSuffix = balancer.arnSuffix;
    this.httpsListenerArn = https.arn;
    this.securityGroupId = group.id;
    this.dnsName = balancer.dnsName;
    this.zoneId = balancer.zoneId;
    this.certificateArn = certificate;
    this.webAclArn = acl.webAcl.arn;
    this.webAclCapacity = pulumi.output(waf.capacity);
    this.wafLogGroupName = acl.logGroup.name;
    this.domainName = names.domainName === undefined ? balancer.dnsName : pulumi.output(names.domainName);
    this.url = pulumi.interpolate`https://${this.domainName}`;
    this.registerOutputs({
      loadBalancerArn: this.loadBalancerArn,
      loadBalancerArnSuffix: this.loadBalancerArnSuffix,
      httpsListenerArn: this.httpsListenerArn,
      securityGroupId: this.securityGroupId,
      dnsName: this.dnsName,
      zoneId: this.zoneId,
      certificateArn: this.certificateArn,
      webAclArn: this.webAclArn,
      webAclCapacity: this.webAclCapacity,
      wafLogGroupName: this.wafLogGroupName,
      domainName: this.domainName,
      url: this.url,
    });
  }
}

function checkRequired(checks: ArgumentChecks, name: string, args: PublicEdgeArgs): void {
  checkLoadBalancerName(checks, name);
  requireArgument(checks, "network", args.network, "Give a VPC with public subnets, for example a Vpc component");
  checkSubnets(checks, "network.publicSubnetIds", args.network.publicSubnetIds);
  requireArgument(checks, "logBucket", args.logBucket, "Give a LogBucket of purpose LoadBalancer");
  requireArgument(checks, "key", args.key, "Give a customer managed KMS key, for example KeyRing.logs");
  checkContentSecurityPolicy(checks, args.contentSecurityPolicy);
}

// Given components become the plain data they stand for, so that state holds no resource inside an input.
function cleaned(args: PublicEdgeArgs, keyArn: pulumi.Output<string>): pulumi.Inputs {
  const { vpcId, publicSubnetIds } = args.network;
  return {
    ...args,
    network: { vpcId, publicSubnetIds },
    logBucket: { bucketName: args.logBucket.bucketName },
    key: { arn: keyArn },
  };
}
