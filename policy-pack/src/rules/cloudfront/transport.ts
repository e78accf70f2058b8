import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { cloudFrontPolicyFloor, hasTls12Floor, protocolVersion } from "../../knowledge/tls-policies";
import type { HasInputs } from "../elb/balancers";
import { behaviorsOf, demandsHttps, distributionType, hasOwnCertificate, multitenantType } from "./behaviors";

const viewerHttps = resourceRule("cloudfront-viewer-https", {
  check: (distribution) =>
    distribution.expect(
      Truth.all(behaviorsOf(distribution).map(demandsHttps)),
      "a cache behavior serves viewers who come by plain HTTP",
    ),
});

const viewerTlsVersion = resourceRule("cloudfront-viewer-tls-version", {
  check: (distribution) => {
    // The shared certificate fixes the version; cloudfront-custom-certificate reports it.
    distribution.onlyWhen(hasOwnCertificate(distribution), "has no certificate of its own");
    distribution.expect(
      hasTls12Floor(distribution.get("viewerCertificate.minimumProtocolVersion"), cloudFrontPolicyFloor),
      "viewers may use versions older than TLS 1.2",
    );
  },
});

const vpcOrigin = "aws:cloudfront/vpcOrigin:VpcOrigin";

const originHttps = resourceRule("cloudfront-origin-https", {
  // Origins of multi-tenant distributions are the same thing in a list of blocks.
  types: [distributionType, multitenantType, vpcOrigin],
  check: (resource) => {
    if (resource.type === vpcOrigin) {
      const endpoint = resource.get("vpcOriginEndpointConfig");
      const isHttps = endpoint.get("originProtocolPolicy").isOneOf("https-only");
      resource.expect(isHttps, plainOrigin);
      resource.expect(isHttps.not().or(isModern(endpoint.get("originSslProtocols.items"))), oldOrigin);
      return;
    }
    for (const config of customOrigins(resource)) {
      const isHttps = reachesByHttps(resource, config);
      resource.expect(isHttps, plainOrigin);
      resource.expect(isHttps.not().or(isModern(config.get("originSslProtocols"))), oldOrigin);
    }
  },
});

const plainOrigin = "CloudFront may reach an origin by plain HTTP";
const oldOrigin = "CloudFront may use versions older than TLS 1.2 towards an origin";

/** The settings of origins that are neither S3 buckets nor VPC origins. */
export function customOrigins(distribution: HasInputs): Value[] {
  return distribution
    .get("origins")
    .items()
    .flatMap((origin) => [
      ...origin.get("customOriginConfig").items(),
      ...(origin.isUnknown ? [] : origin.get("customOriginConfigs").items()),
    ]);
}

/** `match-viewer` is HTTPS where no viewer can come by HTTP. */
function reachesByHttps(distribution: HasInputs, config: Value): Truth {
  const policy = config.get("originProtocolPolicy");
  const allHttps = Truth.all(behaviorsOf(distribution).map(demandsHttps));
  return policy.isOneOf("https-only").or(policy.isOneOf("match-viewer").and(allHttps));
}

function isModern(protocols: Value): Truth {
  return protocols.isGiven().and(protocols.every((version) => hasTls12Floor(version, protocolVersion)));
}

export const transportRules: readonly Rule[] = [viewerHttps, viewerTlsVersion, originHttps];
