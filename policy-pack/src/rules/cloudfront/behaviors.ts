import type { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { HasInputs } from "../elb/balancers";

export const distributionType = "aws:cloudfront/distribution:Distribution";
export const multitenantType = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";

/** All cache behaviors: the default one, and those of paths, which the two kinds of distribution name differently. */
export function behaviorsOf(distribution: HasInputs): Value[] {
  return [
    distribution.get("defaultCacheBehavior"),
    ...distribution.get("orderedCacheBehaviors").items(),
    ...distribution.get("cacheBehaviors").items(),
  ];
}

/** Whether a behavior refuses or redirects viewers who come by plain HTTP. */
export function demandsHttps(behavior: Value): Truth {
  return behavior.get("viewerProtocolPolicy").isOneOf("https-only", "redirect-to-https");
}

/** Whether a distribution presents a certificate of its own and not the shared one of cloudfront.net. */
export function hasOwnCertificate(distribution: HasInputs): Truth {
  const certificate = distribution.get("viewerCertificate");
  return certificate.get("acmCertificateArn").isGiven().or(certificate.get("iamCertificateId").isGiven());
}
