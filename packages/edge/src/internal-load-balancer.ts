import * as pulumi from "@pulumi/pulumi";
import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { aliasRecords } from "./alias-records";
import { certificateArn, expiryAlarm } from "./certificate";
import { checkClientCertificates, mutualAuthentication } from "./client-certificates";
import { nameSettings } from "./certificate-settings";
import { httpsListener } from "./https-listener";
import { InternalLoadBalancerTier, type InternalLoadBalancerArgs } from "./internal-load-balancer-args";
import { loadBalancer } from "./load-balancer";
import { checkLoadBalancerName, checkSubnets, idleTimeout, requireArgument } from "./load-balancer-settings";
import { securityGroup } from "./security-group";

/**
 * The load balancer between the web tier and the application tier, or between a distribution and the web tier: private
 * addresses, HTTPS on 443 and nothing else, reachable only by those who bring a security group rule. It answers 404 until a listener rule forwards a host or
 * path to a service.
 *
 * Cost (us-east-1, November 2026, list prices, a month): 17 USD, and capacity units from 6 USD.
 *
 * @throws ArgumentError for impossible names and combinations; see README
 * Source: 45 CFR 164.312(e)(1), 164.312(e)(2)(ii), 164.312(b), 164.312(a)(1).
 */
export class InternalLoadBalancer extends pulumi.ComponentResource {
  /** ARN of the load balancer. */
  public readonly loadBalancerArn!: pulumi.Output<string>;
  /** The part of the ARN that CloudWatch metrics name it by. */
  public readonly loadBalancerArnSuffix!: pulumi.Output<string>;
  /** ARN of the HTTPS listener, for listener rules. */
  public readonly httpsListenerArn!: pulumi.Output<string>;
  /** Security group of the load balancer, without rules: callers and targets bring their own. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Host name that AWS gave the load balancer. */
  public readonly dnsName!: pulumi.Output<string>;
  /** Hosted zone of that host name, for alias records. */
  public readonly zoneId!: pulumi.Output<string>;
  /** ARN of the certificate that the listener serves. */
  public readonly certificateArn!: pulumi.Output<string>;
  /** Host name of the service: `domainName`, else the name that AWS gave. */
  public readonly domainName!: pulumi.Output<string>;
  /** `https://` and the host name. */
  public readonly url!: pulumi.Output<string>;

  constructor(name: string, args: InternalLoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
    const checks = checksFor("InternalLoadBalancer", name);
    checkRequired(checks, name, args);
    const { tier, subnetIds } = placeOf(checks, args);
    checkClientCertificates(checks, name, args.clientCertificates);
    const names = nameSettings(checks, args);
    const aliasZoneId = aliasZone(checks, args);
    const idleTimeoutSeconds = idleTimeout(checks, args.idleTimeoutSeconds);
    super("edge:index:InternalLoadBalancer", name, cleaned(args), opts);

    const group = securityGroup(name, args.network.vpcId, tier, args.tags, this);
    const balancer = loadBalancer(
      name,
      {
        internal: true,
        tier,
        subnetIds,
        securityGroup: group,
        logBucketName: args.logBucket.bucketName,
        deletionProtection: args.deletionProtection ?? true,
        idleTimeoutSeconds,
        dualStack: false,
        tags: args.tags,
      },
      this,
    );
    const certificate = certificateArn(name, names, args.tags, this);
    const clients = args.clientCertificates && mutualAuthentication(name, args.clientCertificates, args.tags, this);
    const https = httpsListener(
      name,
      balancer,
      { certificateArn: certificate, mutualAuthentication: clients?.input },
      { parent: this, dependsOn: clients?.dependsOn ?? [] },
    );
    if (names.domainName !== undefined && aliasZoneId !== undefined) {
      aliasRecords(name, names.domainName, aliasZoneId, balancer, false, this);
    }
    if (args.alarmTopicArn !== undefined) expiryAlarm(name, certificate, args.alarmTopicArn, this);

    this.loadBalancerArn = balancer.arn;
    this.loadBalancerArnSuffix = balancer.arnSuffix;
    this.httpsListenerArn = https.arn;
    this.securityGroupId = group.id;
    this.dnsName = balancer.dnsName;
    this.zoneId = balancer.zoneId;
    this.certificateArn = certificate;
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
      domainName: this.domainName,
      url: this.url,
    });
  }
}

function checkRequired(checks: ArgumentChecks, name: string, args: InternalLoadBalancerArgs): void {
  checkLoadBalancerName(checks, name);
  requireArgument(checks, "network", args.network, "Give a VPC with app subnets, for example a Vpc component");
  requireArgument(checks, "logBucket", args.logBucket, "Give a LogBucket of purpose LoadBalancer");
}

/** The zone that gets the name. */
function aliasZone(checks: ArgumentChecks, args: InternalLoadBalancerArgs): pulumi.Input<string> | undefined {
  const { aliasZoneId, domainName, hostedZoneId, certificateArn } = args;
  if (aliasZoneId === undefined) return hostedZoneId;
  if (domainName === undefined) {
    checks.fail("aliasZoneId", "is given without domainName, so the record has no name", "Give domainName as well");
  }
  if (certificateArn !== undefined && hostedZoneId !== undefined) {
    checks.fail(
      "aliasZoneId and hostedZoneId",
      "are given together with certificateArn, and hostedZoneId has nothing to validate",
      "Leave hostedZoneId out",
    );
  }
  return aliasZoneId;
}

/** The tier and its subnets. */
function placeOf(checks: ArgumentChecks, args: InternalLoadBalancerArgs) {
  const tier = checks.oneOf("tier", args.tier ?? InternalLoadBalancerTier.App, Object.values(InternalLoadBalancerTier));
  const { appSubnetIds, publicSubnetIds } = args.network;
  if (tier === InternalLoadBalancerTier.App) {
    checkSubnets(checks, "network.appSubnetIds", appSubnetIds);
    return { tier, subnetIds: appSubnetIds };
  }
  checkSubnets(checks, "network.publicSubnetIds", publicSubnetIds);
  return { tier, subnetIds: publicSubnetIds ?? [] };
}

// Given components become the plain data they stand for, so that state holds no resource inside an input.
function cleaned(args: InternalLoadBalancerArgs): pulumi.Inputs {
  const { vpcId, appSubnetIds, publicSubnetIds } = args.network;
  const network = { vpcId, appSubnetIds, ...(publicSubnetIds === undefined ? {} : { publicSubnetIds }) };
  return { ...args, network, logBucket: { bucketName: args.logBucket.bucketName } };
}
