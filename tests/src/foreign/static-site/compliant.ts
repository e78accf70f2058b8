import * as acm from "@pulumi/aws/acm";
import * as cloudfront from "@pulumi/aws/cloudfront";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import { Provider } from "@pulumi/aws/provider";
import * as route53 from "@pulumi/aws/route53";
import * as s3 from "@pulumi/aws/s3";
import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";

const account = "111122223333";
const domain = "portal.clinic.example.org";
const tags = { app: "patient-portal-web", owner: "web-platform" };

/**
 * The single-page application of a patient portal: files in a private bucket behind CloudFront, calls to the API under
 * the same name, a web ACL in front, deployment by GitHub Actions without keys.
 */
export function compliant(): void {
  // CloudFront takes certificates and web ACLs of us-east-1 only, wherever the rest stands.
  const global = new Provider("us-east-1", { region: "us-east-1" });
  const key = siteKey();
  const logs = logBucket();
  const site = siteBucket(key, logs);
  const zone = new route53.Zone("portal", { name: domain, comment: "Patient portal", tags });
  queryLogging(zone, global);
  const certificate = certificateOf(zone, global);
  const distribution = distributionOf(site, logs, certificate, firewall(global));
  letDistributionRead(site, distribution);
  for (const type of ["A", "AAAA"]) {
    new route53.Record(`portal-${type.toLowerCase()}`, {
      zoneId: zone.zoneId,
      name: domain,
      type,
      aliases: [{ name: distribution.domainName, zoneId: distribution.hostedZoneId, evaluateTargetHealth: false }],
    });
  }
  new route53.Record("portal-caa", {
    zoneId: zone.zoneId,
    name: domain,
    type: "CAA",
    ttl: 3600,
    records: ['0 issue "amazon.com"', '0 iodef "mailto:security@clinic.example.org"'],
  });
  deployment(site, distribution, key);
}

function siteKey(): kms.Key {
  const key = new kms.Key("site", {
    description: "Files of the portal",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Account",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "CloudFrontReads",
          Effect: "Allow",
          Principal: { Service: "cloudfront.amazonaws.com" },
          Action: "kms:Decrypt",
          Resource: "*",
          Condition: { ArnLike: { "aws:SourceArn": `arn:aws:cloudfront::${account}:distribution/*` } },
        },
      ],
    }),
    tags,
  });
  new kms.Alias("site", { name: "alias/portal/site", targetKeyId: key.id });
  return key;
}

function lockedBucket(name: string, ownership: string): s3.Bucket {
  const bucket = new s3.Bucket(name, { bucket: `clinic-portal-${name}`, tags });
  new s3.BucketPublicAccessBlock(name, {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new s3.BucketOwnershipControls(name, { bucket: bucket.id, rule: { objectOwnership: ownership } });
  new s3.BucketVersioning(name, { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } });
  return bucket;
}

const overTls = (bucket: s3.Bucket) => ({
  sid: "OverTls",
  effect: "Deny",
  actions: ["s3:*"],
  resources: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
  principals: [{ type: "*", identifiers: ["*"] }],
  conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
});

/** Logs of CloudFront and of S3. CloudFront's standard logging writes with an ACL, so this bucket keeps them. */
function logBucket(): s3.Bucket {
  const bucket = lockedBucket("logs", "BucketOwnerPreferred");
  new s3.BucketServerSideEncryptionConfiguration("logs", {
    bucket: bucket.id,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  new s3.BucketLifecycleConfiguration("logs", {
    bucket: bucket.id,
    rules: [{ id: "six-years", status: "Enabled", filter: {}, expiration: { days: 2192 } }],
  });
  const delivery = {
    sid: "AccessLogs",
    actions: ["s3:PutObject"],
    resources: [pulumi.interpolate`${bucket.arn}/s3/*`],
    principals: [{ type: "Service", identifiers: ["logging.s3.amazonaws.com"] }],
    conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
  };
  new s3.BucketPolicy("logs", {
    bucket: bucket.id,
    policy: iam.getPolicyDocumentOutput({ statements: [overTls(bucket), delivery] }).json,
  });
  return bucket;
}

function siteBucket(key: kms.Key, logs: s3.Bucket): s3.Bucket {
  const bucket = lockedBucket("site", "BucketOwnerEnforced");
  new s3.BucketServerSideEncryptionConfiguration("site", {
    bucket: bucket.id,
    rules: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        bucketKeyEnabled: true,
      },
    ],
  });
  new s3.BucketLogging("site", { bucket: bucket.id, targetBucket: logs.id, targetPrefix: "s3/site/" });
  return bucket;
}

function queryLogging(zone: route53.Zone, global: Provider): void {
  const opts = { provider: global };
  const key = new kms.Key(
    "dns-logs",
    {
      description: "Logs in us-east-1",
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${account}:root` },
            Action: "kms:*",
            Resource: "*",
          },
          {
            Effect: "Allow",
            Principal: { Service: "logs.us-east-1.amazonaws.com" },
            Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
            Resource: "*",
            Condition: {
              ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:${account}:log-group:*` },
            },
          },
        ],
      }),
      tags,
    },
    opts,
  );
  const group = new cloudwatch.LogGroup(
    "dns",
    { name: `/aws/route53/${domain}`, retentionInDays: 400, kmsKeyId: key.arn, tags },
    opts,
  );
  new cloudwatch.LogResourcePolicy(
    "dns",
    {
      policyName: "route53-query-logs",
      policyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "route53.amazonaws.com" },
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: `arn:aws:logs:us-east-1:${account}:log-group:/aws/route53/*`,
            Condition: { StringEquals: { "aws:SourceAccount": account } },
          },
        ],
      }),
    },
    opts,
  );
  new route53.QueryLog("portal", { zoneId: zone.zoneId, cloudwatchLogGroupArn: group.arn });
}

const noOption = { domainName: "", resourceRecordName: "", resourceRecordType: "", resourceRecordValue: "" };

function certificateOf(zone: route53.Zone, global: Provider): acm.CertificateValidation {
  const certificate = new acm.Certificate(
    "portal",
    { domainName: domain, validationMethod: "DNS", keyAlgorithm: "EC_prime256v1", tags },
    { provider: global },
  );
  const option = certificate.domainValidationOptions.apply(([first]) => first ?? noOption);
  const record = new route53.Record("portal-validation", {
    zoneId: zone.zoneId,
    name: option.resourceRecordName,
    type: option.resourceRecordType,
    records: [option.resourceRecordValue],
    ttl: 300,
  });
  return new acm.CertificateValidation(
    "portal",
    { certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn] },
    { provider: global },
  );
}

function firewall(global: Provider): wafv2.WebAcl {
  const opts = { provider: global };
  const measured = (metricName: string) => ({
    metricName,
    cloudwatchMetricsEnabled: true,
    sampledRequestsEnabled: false,
  });
  const acl = new wafv2.WebAcl(
    "portal",
    {
      scope: "CLOUDFRONT",
      description: "Patient portal",
      defaultAction: { allow: {} },
      visibilityConfig: measured("portal"),
      rules: [
        ...[
          "AWSManagedRulesAmazonIpReputationList",
          "AWSManagedRulesCommonRuleSet",
          "AWSManagedRulesKnownBadInputsRuleSet",
        ].map((name, index) => ({
          name,
          priority: 10 + index,
          overrideAction: { none: {} },
          statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
          visibilityConfig: measured(name),
        })),
        {
          name: "rate",
          priority: 1,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: 3000, aggregateKeyType: "IP" } },
          visibilityConfig: measured("rate"),
        },
      ],
      tags,
    },
    opts,
  );
  const logs = new cloudwatch.LogGroup(
    "waf",
    {
      name: "aws-waf-logs-portal",
      retentionInDays: 400,
      // The security team's key for logs of this Region.
      kmsKeyId: `arn:aws:kms:us-east-1:${account}:key/3f0c1b7e-5a34-4d1c-9c51-6d3d9d0d7b10`,
      tags,
    },
    opts,
  );
  new wafv2.WebAclLoggingConfiguration(
    "portal",
    {
      resourceArn: acl.arn,
      logDestinationConfigs: [logs.arn],
      redactedFields: ["authorization", "cookie"]
        .map((name): { singleHeader?: { name: string }; queryString?: object } => ({ singleHeader: { name } }))
        .concat({ queryString: {} }),
    },
    opts,
  );
  return acl;
}

function distributionOf(
  site: s3.Bucket,
  logs: s3.Bucket,
  certificate: acm.CertificateValidation,
  acl: wafv2.WebAcl,
): cloudfront.Distribution {
  const access = new cloudfront.OriginAccessControl("site", {
    name: "portal-site",
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  const headers = new cloudfront.ResponseHeadersPolicy("portal", {
    name: "portal",
    securityHeadersConfig: {
      strictTransportSecurity: {
        accessControlMaxAgeSec: 63_072_000,
        includeSubdomains: true,
        preload: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "DENY", override: true },
      referrerPolicy: { referrerPolicy: "no-referrer", override: true },
      contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self'; frame-ancestors 'none'", override: true },
    },
  });
  const routes = new cloudfront.Function("routes", {
    name: "portal-routes",
    runtime: "cloudfront-js-2.0",
    comment: "Paths of the application to its one page",
    code: "function handler(event) { var r = event.request; if (!r.uri.includes('.')) r.uri = '/index.html'; return r; }",
  });
  return new cloudfront.Distribution("portal", {
    enabled: true,
    aliases: [domain],
    comment: "Patient portal",
    defaultRootObject: "index.html",
    httpVersion: "http2and3",
    isIpv6Enabled: true,
    priceClass: "PriceClass_100",
    webAclId: acl.arn,
    origins: [
      { originId: "site", domainName: site.bucketRegionalDomainName, originAccessControlId: access.id },
      {
        originId: "api",
        domainName: "api.clinic.example.org",
        customOriginConfig: {
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "https-only",
          originSslProtocols: ["TLSv1.2"],
        },
      },
    ],
    defaultCacheBehavior: {
      targetOriginId: "site",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD", "OPTIONS"],
      cachedMethods: ["GET", "HEAD"],
      compress: true,
      // Managed: CachingOptimized.
      cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
      responseHeadersPolicyId: headers.id,
      functionAssociations: [{ eventType: "viewer-request", functionArn: routes.arn }],
    },
    orderedCacheBehaviors: [
      {
        pathPattern: "/api/*",
        targetOriginId: "api",
        viewerProtocolPolicy: "https-only",
        allowedMethods: ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
        cachedMethods: ["GET", "HEAD"],
        // Managed: CachingDisabled, AllViewerExceptHostHeader.
        cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        originRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
        responseHeadersPolicyId: headers.id,
      },
    ],
    restrictions: { geoRestriction: { restrictionType: "whitelist", locations: ["US"] } },
    viewerCertificate: {
      acmCertificateArn: certificate.certificateArn,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    },
    loggingConfig: { bucket: logs.bucketDomainName, prefix: "cloudfront/", includeCookies: false },
    tags,
  });
}

function letDistributionRead(site: s3.Bucket, distribution: cloudfront.Distribution): void {
  const read = {
    sid: "Distribution",
    actions: ["s3:GetObject"],
    resources: [pulumi.interpolate`${site.arn}/*`],
    principals: [{ type: "Service", identifiers: ["cloudfront.amazonaws.com"] }],
    conditions: [{ test: "StringEquals", variable: "aws:SourceArn", values: [distribution.arn] }],
  };
  new s3.BucketPolicy("site", {
    bucket: site.id,
    policy: iam.getPolicyDocumentOutput({ statements: [overTls(site), read] }).json,
  });
}

/** GitHub Actions of one repository's main branch may write files and empty the cache. */
function deployment(site: s3.Bucket, distribution: cloudfront.Distribution, key: kms.Key): void {
  const github = new iam.OpenIdConnectProvider("github", {
    url: "https://token.actions.githubusercontent.com",
    clientIdLists: ["sts.amazonaws.com"],
    tags,
  });
  const role = new iam.Role("deploy", {
    name: "portal-web-deploy",
    maxSessionDuration: 3600,
    assumeRolePolicy: github.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: arn },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: {
              StringEquals: {
                "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                "token.actions.githubusercontent.com:sub": "repo:example-clinic/portal-web:ref:refs/heads/main",
              },
            },
          },
        ],
      }),
    ),
    tags,
  });
  new iam.RolePolicy("deploy", {
    role: role.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["s3:ListBucket"], Resource: site.arn },
        { Effect: "Allow", Action: ["s3:PutObject", "s3:DeleteObject"], Resource: pulumi.interpolate`${site.arn}/*` },
        { Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: key.arn },
        { Effect: "Allow", Action: ["cloudfront:CreateInvalidation"], Resource: distribution.arn },
      ],
    }),
  });
}
