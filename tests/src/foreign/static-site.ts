import type { ForeignShape } from "../support/foreign";
import { careless } from "./static-site/careless";
import { compliant } from "./static-site/compliant";

export const shape: ForeignShape = {
  title: "CloudFront with origin access control, S3, WAF, ACM, Route 53, deployment by OIDC",
  compliant,
  careless,
  accepted: {},
  mistakes: [
    { what: "files that go with the stack", foundBy: ["s3-force-destroy-off at site"] },
    { what: "files without versions", foundBy: ["s3-versioning at site"] },
    { what: "a website endpoint", foundBy: ["s3-no-website-hosting at site"] },
    { what: "nothing is blocked", foundBy: ["s3-public-access-block-settings at site"] },
    { what: "ACLs count", foundBy: ["s3-acl-disabled at site"] },
    { what: "every object is public", foundBy: ["s3-policy-no-public-principal at site"] },
    { what: "files over plain HTTP", foundBy: ["s3-policy-tls-statement at site"] },
    { what: "scripts of every site", foundBy: ["s3-cors-restricted at site"] },
    {
      what: "referrals that others may write",
      foundBy: ["s3-no-public-acl at uploads", "s3-public-access-block at uploads"],
    },
    { what: "referrals without versions", foundBy: ["s3-versioning-status at uploads"] },
    { what: "referrals under S3's own key", foundBy: ["s3-encryption-algorithm at uploads"] },
    { what: "referrals over plain HTTP", foundBy: ["s3-deny-insecure-transport at uploads"] },
    { what: "a note on a patient in the DNS", foundBy: ["route53-no-phi-in-names at note"] },
    { what: "a domain that is not locked", foundBy: ["route53-domain-lock at practice"] },
    { what: "a key too short", foundBy: ["acm-key-algorithm at practice"] },
    { what: "a web ACL that only counts", foundBy: ["waf-has-rules at practice"] },
    { what: "no log of what it saw", foundBy: ["waf-logging-enabled at practice"] },
    { what: "a runtime that gets no more fixes", foundBy: ["lambda-runtime-supported at edge"] },
    { what: "files are fetched over plain HTTP", foundBy: ["cloudfront-origin-https at www"] },
    { what: "a bucket without access control", foundBy: ["cloudfront-s3-origin-private at www"] },
    { what: "visitors on plain HTTP", foundBy: ["cloudfront-viewer-https at www"] },
    { what: "keys of root users", foundBy: ["cloudfront-no-legacy-signers at www"] },
    { what: "bodies at the edge", foundBy: ["lambda-edge-association-safe at www"] },
    { what: "TLS 1.0", foundBy: ["cloudfront-viewer-tls-version at www"] },
    { what: "cookies in the log", foundBy: ["cloudfront-log-no-cookies at www"] },
    { what: "the shared certificate", foundBy: ["cloudfront-custom-certificate at old"] },
    { what: "no web ACL", foundBy: ["cloudfront-waf at old"] },
    { what: "no log", foundBy: ["cloudfront-logging at old"] },
    { what: "signed only sometimes", foundBy: ["cloudfront-origin-access-signing at uploads"] },
    { what: "every repository may deploy", foundBy: ["iam-oidc-trust-scoped at deploy"] },
    { what: "and do everything", foundBy: ["iam-no-admin-star at deploy"] },
    {
      what: "a user with a key",
      foundBy: [
        "iam-no-long-lived-access-keys at agency",
        "iam-no-user-attached-policies at agency",
        "iam-no-full-access-managed-policy at agency",
      ],
    },
  ],
};
