import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import type { ApplicationDistributionArgs } from "./application-distribution-args";
import { certificateArn, expiryAlarm } from "./certificate";
import { nameSettings, requestedNames } from "./certificate-settings";
import { distribution, distributionAliases } from "./distribution";
import { checkViewerCertificates, viewerCertificates } from "./distribution-client-certificates";
import { distributionLog } from "./distribution-log";
import { checkEncryptedFields, fieldLevelEncryption } from "./encrypted-fields";
import { requireArgument } from "./load-balancer-settings";
import { checkArnRegion, cloudFrontRegion } from "./regions";
import { checkContentSecurityPolicy, defaultContentSecurityPolicy, responseHeaders } from "./response-headers";
import { checkShield, shieldProtection } from "./shield";
import { vpcOrigin } from "./vpc-origin";
import { checkCountries } from "./waf-settings";

const place = { region: cloudFrontRegion };
const longestName = 32;
const defaultReadTimeoutSeconds = 30;

/**
 * The public door without a public load balancer: CloudFront, which reaches an internal load balancer over a VPC origin.
 * TLS on both hops, a web ACL before it, security headers on every response, nothing cached, and an access log without
 * query strings, cookies and referrers that is kept for six years. Only in the partition `aws`.
 *
 * Cost (November 2026, list prices): 0.085 USD a GB and 1 USD a million requests, after the free tier; log 0.50 USD a
 * GB; VPC origins are free.
 *
 * @throws ArgumentError for impossible names and combinations; see README
 * Source: 45 CFR 164.312(e)(1), 164.312(e)(2)(ii), 164.312(b), 164.308(a)(5)(ii)(B).
 */
export class ApplicationDistribution extends pulumi.ComponentResource {
  /** ARN of the distribution. */
  public readonly distributionArn!: pulumi.Output<string>;
  /** Id of the distribution. */
  public readonly distributionId!: pulumi.Output<string>;
  /** Host name that AWS gave the distribution. */
  public readonly dnsName!: pulumi.Output<string>;
  /** Hosted zone of that host name, for alias records. */
  public readonly zoneId!: pulumi.Output<string>;
  /** ARN of the certificate that the distribution serves. */
  public readonly certificateArn!: pulumi.Output<string>;
  /** Name of the log group with the access log, in us-east-1. */
  public readonly accessLogGroupName!: pulumi.Output<string>;
  /** Host name of the service. */
  public readonly domainName!: pulumi.Output<string>;
  /** `https://` and the host name. */
  public readonly url!: pulumi.Output<string>;

  constructor(name: string, args: ApplicationDistributionArgs, opts?: pulumi.ComponentResourceOptions) {
    const checks = checksFor("ApplicationDistribution", name);
    checkRequired(checks, name, args);
    const alternatives = requestedNames(
      checks,
      args.domainName,
      args.alternativeDomainNames ?? [],
      "alternativeDomainNames",
    );
    const names = nameSettings(checks, certificateNames(args, alternatives));
    const allowedCountries = checkCountries(checks, args.allowedCountries);
    const readTimeoutSeconds = checks.integer(
      "readTimeoutSeconds",
      args.readTimeoutSeconds ?? defaultReadTimeoutSeconds,
      1,
      60,
    );
    checkOptions(checks, args);
    const keyArn = pulumi.output(args.key).apply((key) => key.arn);
    super("edge:index:ApplicationDistribution", name, cleaned(args, keyArn), opts);

    const { tags, domainName, deletionProtection = true } = args;
    const allNames = [domainName, ...alternatives];
    const certificate = certificateArn(name, names, tags, this, place);
    const headers = responseHeaders(name, args.contentSecurityPolicy ?? defaultContentSecurityPolicy, this);
    const origin = vpcOrigin(name, args.origin, tags, this);
    const target = distribution(
      name,
      {
        names: allNames,
        comment: comment(checks, name, this),
        originDomainName: args.origin.domainName,
        vpcOriginId: origin.id,
        webAclArn: args.firewall.webAclArn,
        certificateArn: certificate,
        headersPolicyId: headers.id,
        fieldEncryptionId: args.encryptedFields && fieldLevelEncryption(name, args.encryptedFields, this),
        viewerMtls: args.clientCertificates && viewerCertificates(name, args.clientCertificates, tags, this),
        forwardHost: args.forwardHost ?? false,
        allowedCountries,
        readTimeoutSeconds,
        tags,
      },
      this,
    );
    const log = distributionLog(name, target, { keyArn, deletionProtection, tags }, this);
    if (args.hostedZoneId !== undefined) distributionAliases(name, allNames, args.hostedZoneId, target, this);
    if (args.alarmTopicArn !== undefined) expiryAlarm(name, certificate, args.alarmTopicArn, this, place);
    shieldProtection(name, args, target.arn, { parent: this });

    this.distributionArn = target.arn;
    this.distributionId = target.id;
    this.dnsName = target.domainName;
    this.zoneId = target.hostedZoneId;
    this.certificateArn = certificate;
    this.accessLogGroupName = log.name;
    this.domainName = pulumi.output(domainName);
    this.url = pulumi.interpolate`https://${domainName}`;
    this.registerOutputs({
      distributionArn: this.distributionArn,
      distributionId: this.distributionId,
      dnsName: this.dnsName,
      zoneId: this.zoneId,
      certificateArn: this.certificateArn,
      accessLogGroupName: this.accessLogGroupName,
      domainName: this.domainName,
      url: this.url,
    });
  }
}

function checkRequired(checks: ArgumentChecks, name: string, args: ApplicationDistributionArgs): void {
  checks.matches("name", name, /^[A-Za-z0-9][A-Za-z0-9-]*$/, "letters, digits and hyphens, as in names of VPC origins");
  if (name.length > longestName) {
    checks.fail(
      "name",
      `has more than ${longestName} characters`,
      "Shorten it, so that names of AWS resources hold it",
    );
  }
  requireArgument(checks, "origin", args.origin, "Give an InternalLoadBalancer with a domainName");
  for (const part of ["loadBalancerArn", "domainName", "securityGroupId"] as const) {
    requireArgument(checks, `origin.${part}`, args.origin[part], "Give an InternalLoadBalancer with a domainName");
  }
  const firewall = "Give a WebApplicationFirewall with the scope CloudFront";
  requireArgument(checks, "firewall", args.firewall, firewall);
  requireArgument(checks, "firewall.webAclArn", args.firewall.webAclArn, firewall);
  requireArgument(checks, "key", args.key, "Give a customer managed KMS key of us-east-1");
  requireArgument(checks, "domainName", args.domainName, "Give the host name of the service");
}

function checkOptions(checks: ArgumentChecks, args: ApplicationDistributionArgs): void {
  checkContentSecurityPolicy(checks, args.contentSecurityPolicy);
  checkEncryptedFields(checks, args.encryptedFields);
  checkViewerCertificates(checks, args.clientCertificates);
  // The web ACL is another component's, whose reservedCapacity keeps room for Shield's own rules.
  checkShield(checks, args);
  checkArnRegion(checks, "key.arn", (args.key as { arn?: unknown }).arn, cloudFrontRegion);
  checkArnRegion(checks, "certificateArn", args.certificateArn, cloudFrontRegion);
  checkArnRegion(checks, "alarmTopicArn", args.alarmTopicArn, cloudFrontRegion);
  checkArnRegion(checks, "firewall.webAclArn", args.firewall.webAclArn, cloudFrontRegion);
  const { webAclArn } = args.firewall;
  if (typeof webAclArn === "string" && !webAclArn.includes(":global/webacl/")) {
    checks.fail("firewall.webAclArn", "is no web ACL for CloudFront", "Give one with the scope CLOUDFRONT");
  }
}

// The names of the distribution are those of the certificate that it requests.
function certificateNames(args: ApplicationDistributionArgs, alternatives: readonly string[]) {
  const { certificateArn: given, domainName, hostedZoneId } = args;
  return {
    domainName,
    ...(given === undefined ? {} : { certificateArn: given }),
    ...(hostedZoneId === undefined ? {} : { hostedZoneId }),
    ...(given === undefined ? { subjectAlternativeNames: [...alternatives] } : {}),
  };
}

/** VPC origins, web ACLs and certificates of us-east-1 are there in the partition `aws` alone. */
function comment(checks: ArgumentChecks, name: string, parent: pulumi.Resource): pulumi.Output<string> {
  return awsEnvironment(parent).partition.apply((partition) => {
    if (partition === "aws") return `Application ${name}`;
    return checks.fail(
      "provider",
      `is of the partition ${partition}, where CloudFront has no VPC origins`,
      "Use PublicEdge there",
    );
  });
}

// Given components become the plain data they stand for, so that state holds no resource inside an input.
function cleaned(args: ApplicationDistributionArgs, keyArn: pulumi.Output<string>): pulumi.Inputs {
  const { loadBalancerArn, domainName, securityGroupId } = args.origin;
  return {
    ...args,
    origin: { loadBalancerArn, domainName, securityGroupId },
    firewall: { webAclArn: args.firewall.webAclArn },
    key: { arn: keyArn },
  };
}
