import * as acm from "@pulumi/aws/acm";
import * as cloudfront from "@pulumi/aws/cloudfront";
import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as route53 from "@pulumi/aws/route53";
import * as route53domains from "@pulumi/aws/route53domains";
import * as s3 from "@pulumi/aws/s3";
import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";

/** A specialist's website with a form for referrals, built from several blog posts. */
export function careless(): void {
  // Mistake: no versions, and deleting the stack deletes the files.
  const site = new s3.Bucket("site", { bucket: "www-heart-practice", forceDestroy: true });
  // Mistake: a website endpoint, which speaks HTTP only.
  const website = new s3.BucketWebsiteConfiguration("site", {
    bucket: site.id,
    indexDocument: { suffix: "index.html" },
    errorDocument: { key: "404.html" },
  });
  // Mistake: nothing is blocked, ACLs count, and every object is public, over plain HTTP too.
  new s3.BucketPublicAccessBlock("site", {
    bucket: site.id,
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
  });
  new s3.BucketOwnershipControls("site", { bucket: site.id, rule: { objectOwnership: "ObjectWriter" } });
  new s3.BucketPolicy("site", {
    bucket: site.id,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::www-heart-practice/*" },
      ],
    }),
  });
  new s3.BucketCorsConfiguration("site", {
    bucket: site.id,
    // Mistake: scripts of every site.
    corsRules: [{ allowedMethods: ["GET", "PUT", "POST"], allowedOrigins: ["*"], allowedHeaders: ["*"] }],
  });

  // Mistake: referrals are uploaded to a bucket that others may write to, over plain HTTP, without versions.
  const uploads = new s3.Bucket("uploads", { bucket: "heart-practice-referrals" });
  new s3.BucketAcl("uploads", { bucket: uploads.id, acl: "public-read-write" });
  new s3.BucketVersioning("uploads", { bucket: uploads.id, versioningConfiguration: { status: "Suspended" } });
  new s3.BucketServerSideEncryptionConfiguration("uploads", {
    bucket: uploads.id,
    // Mistake: under S3's own key.
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });

  const zone = new route53.Zone("practice", { name: "heart-practice.example.org" });
  new route53.Record("note", {
    zoneId: zone.zoneId,
    name: "note.heart-practice.example.org",
    type: "TXT",
    ttl: 300,
    // Mistake: a note on a patient, for everyone who asks the DNS.
    records: ["callback MRN: 7741209 before friday"],
  });
  new route53domains.RegisteredDomain("practice", {
    domainName: "heart-practice.example.org",
    // Mistake: anyone with the password moves the domain away, and it may lapse.
    transferLock: false,
    autoRenew: false,
  });
  const certificate = new acm.Certificate("practice", {
    domainName: "www.heart-practice.example.org",
    validationMethod: "DNS",
    // Mistake: a key too short.
    keyAlgorithm: "RSA_1024",
  });

  const acl = new wafv2.WebAcl("practice", {
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    // Mistake: one rule, that only counts.
    rules: [
      {
        name: "common",
        priority: 1,
        overrideAction: { count: {} },
        statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
        visibilityConfig: { metricName: "common", cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true },
      },
    ],
    visibilityConfig: { metricName: "practice", cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true },
    // Mistake: and no log of what it saw.
  });

  const edgeRole = new iam.Role("edge", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: ["lambda.amazonaws.com", "edgelambda.amazonaws.com"] },
          Action: "sts:AssumeRole",
        },
      ],
    }),
  });
  const edge = new lambda.Function("edge", {
    role: edgeRole.arn,
    // Mistake: a runtime that gets no more fixes.
    runtime: "nodejs14.x",
    handler: "index.handler",
    publish: true,
    code: new pulumi.asset.AssetArchive({
      "index.js": new pulumi.asset.StringAsset("exports.handler = async (e) => e;"),
    }),
  });
  new cloudfront.Distribution("www", {
    enabled: true,
    aliases: ["www.heart-practice.example.org"],
    webAclId: acl.arn,
    origins: [
      {
        originId: "site",
        domainName: website.websiteEndpoint,
        // Mistake: files are fetched over plain HTTP.
        customOriginConfig: {
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "http-only",
          originSslProtocols: ["TLSv1", "TLSv1.2"],
        },
      },
      // Mistake: the bucket of referrals without access control.
      { originId: "uploads", domainName: uploads.bucketRegionalDomainName },
    ],
    defaultCacheBehavior: {
      targetOriginId: "site",
      // Mistake: visitors may stay on plain HTTP.
      viewerProtocolPolicy: "allow-all",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    },
    orderedCacheBehaviors: [
      {
        pathPattern: "/referrals/*",
        targetOriginId: "uploads",
        viewerProtocolPolicy: "https-only",
        allowedMethods: ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
        cachedMethods: ["GET", "HEAD"],
        cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        // Mistake: uploads are let through by the keys of root users.
        trustedSigners: ["self"],
        // Mistake: bodies of referrals pass through a function at the edge.
        lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: edge.qualifiedArn, includeBody: true }],
      },
    ],
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: {
      acmCertificateArn: certificate.arn,
      sslSupportMethod: "sni-only",
      // Mistake: TLS 1.0.
      minimumProtocolVersion: "TLSv1",
    },
    // Mistake: cookies of visitors in the log.
    loggingConfig: { bucket: uploads.bucketDomainName, includeCookies: true, prefix: "cdn/" },
  });
  // Mistake: an older distribution with the shared certificate, no web ACL and no log.
  new cloudfront.Distribution("old", {
    enabled: true,
    origins: [
      {
        originId: "uploads",
        domainName: uploads.bucketRegionalDomainName,
        s3OriginConfig: { originAccessIdentity: "" },
      },
    ],
    defaultCacheBehavior: {
      targetOriginId: "uploads",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: { cloudfrontDefaultCertificate: true },
  });
  new cloudfront.OriginAccessControl("uploads", {
    originAccessControlOriginType: "s3",
    // Mistake: signed only when the visitor did not sign.
    signingBehavior: "no-override",
    signingProtocol: "sigv4",
  });

  const github = new iam.OpenIdConnectProvider("github", {
    url: "https://token.actions.githubusercontent.com",
    clientIdLists: ["sts.amazonaws.com"],
  });
  const deploy = new iam.Role(
    "deploy",
    {
      assumeRolePolicy: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
            Action: "sts:AssumeRoleWithWebIdentity",
            // Mistake: every repository of GitHub may deploy.
            Condition: { StringLike: { "token.actions.githubusercontent.com:sub": "repo:*" } },
          },
        ],
      },
    },
    { dependsOn: [github] },
  );
  new iam.RolePolicy("deploy", {
    role: deploy.id,
    // Mistake: everything.
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
  });
  // Mistake: and a user with a key, for the agency.
  const agency = new iam.User("agency", { name: "web-agency" });
  new iam.AccessKey("agency", { user: agency.name });
  new iam.UserPolicyAttachment("agency", {
    user: agency.name,
    policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess",
  });
}
