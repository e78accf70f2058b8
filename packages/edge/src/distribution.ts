import * as cloudfront from "@pulumi/aws/cloudfront";
import * as route53 from "@pulumi/aws/route53";
import type { input as inputs } from "@pulumi/aws/types";
import type * as pulumi from "@pulumi/pulumi";

/**
 * Floor of TLS towards viewers, as of 2025: TLS 1.3 and 1.2 with forward secrecy and authenticated ciphers only.
 * CloudFront offers hybrid post-quantum key exchange with TLS 1.3 in every policy.
 * Source: Amazon CloudFront Developer Guide, "Supported protocols and ciphers between viewers and CloudFront"; 45 CFR
 * 164.312(e)(1).
 */
export const distributionTlsPolicy = "TLSv1.2_2025";

/** Policies that AWS manages, by their fixed ids. */
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const allViewer = "216adef6-5c7f-47e4-b989-5492eafa07d3";
const allViewerExceptHost = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

const allMethods = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"];
const originId = "application";

/** What a distribution is made from. */
export interface DistributionSettings {
  names: readonly string[];
  comment: pulumi.Input<string>;
  originDomainName: pulumi.Input<string>;
  vpcOriginId: pulumi.Input<string>;
  webAclArn: pulumi.Input<string>;
  certificateArn: pulumi.Input<string>;
  headersPolicyId: pulumi.Input<string>;
  fieldEncryptionId: pulumi.Output<string> | undefined;
  viewerMtls: inputs.cloudfront.DistributionViewerMtlsConfig | undefined;
  forwardHost: boolean;
  allowedCountries: readonly string[];
  readTimeoutSeconds: number;
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** A distribution that caches nothing and hands every request to the VPC origin. */
export function distribution(
  name: string,
  settings: DistributionSettings,
  parent: pulumi.Resource,
): cloudfront.Distribution {
  const { fieldEncryptionId, viewerMtls, allowedCountries } = settings;
  return new cloudfront.Distribution(
    name,
    {
      enabled: true,
      comment: settings.comment,
      aliases: [...settings.names],
      // CloudFront asks for client certificates in HTTP/2 alone, and refuses the two together.
      httpVersion: viewerMtls === undefined ? "http2and3" : "http2",
      ...(viewerMtls === undefined ? {} : { viewerMtlsConfig: viewerMtls }),
      isIpv6Enabled: true,
      webAclId: settings.webAclArn,
      origins: [
        {
          originId,
          domainName: settings.originDomainName,
          vpcOriginConfig: { vpcOriginId: settings.vpcOriginId, originReadTimeout: settings.readTimeoutSeconds },
        },
      ],
      defaultCacheBehavior: {
        targetOriginId: originId,
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: allMethods,
        cachedMethods: ["GET", "HEAD"],
        cachePolicyId: cachingDisabled,
        originRequestPolicyId: settings.forwardHost ? allViewer : allViewerExceptHost,
        responseHeadersPolicyId: settings.headersPolicyId,
        // Compressing what mixes secrets with what callers sent would tell the secrets by length.
        compress: false,
        ...(fieldEncryptionId === undefined ? {} : { fieldLevelEncryptionId: fieldEncryptionId }),
      },
      viewerCertificate: {
        acmCertificateArn: settings.certificateArn,
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: distributionTlsPolicy,
      },
      restrictions: {
        geoRestriction: allowedCountries.length
          ? { restrictionType: "whitelist", locations: [...allowedCountries] }
          : { restrictionType: "none" },
      },
      ...(settings.tags === undefined ? {} : { tags: settings.tags }),
    },
    { parent },
  );
}

/** Alias records of every name, for IPv4 and IPv6. CloudFront takes no part in health evaluation. */
export function distributionAliases(
  name: string,
  names: readonly string[],
  zoneId: pulumi.Input<string>,
  target: cloudfront.Distribution,
  parent: pulumi.Resource,
): void {
  for (const [index, domain] of names.entries()) {
    for (const type of ["A", "AAAA"]) {
      const suffix = index === 0 ? "" : `-${domain}`;
      new route53.Record(
        `${name}-alias-${type.toLowerCase()}${suffix}`,
        {
          zoneId,
          name: domain,
          type,
          aliases: [{ name: target.domainName, zoneId: target.hostedZoneId, evaluateTargetHealth: false }],
        },
        { parent },
      );
    }
  }
}
