import { mustNotBeTrue, oneOf } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { openReferrers } from "../../graph/open-referrers";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { cachingPolicies, hstsPolicies } from "../../knowledge/cloudfront-managed-policies";
import { reached } from "../elb/balancers";
import { behaviorsOf, distributionType, hasOwnCertificate, multitenantType } from "./behaviors";

const customCertificate = resourceRule("cloudfront-custom-certificate", {
  check: (distribution) =>
    distribution.expect(
      distribution
        .get("viewerCertificate.cloudfrontDefaultCertificate")
        .isTrue()
        .not()
        .and(hasOwnCertificate(distribution)),
      "the distribution presents the shared certificate, with which viewers may use TLS 1.0",
    ),
});

const deliverySource = "aws:cloudwatch/logDeliverySource:LogDeliverySource";

const logging = stackRule("cloudfront-logging", {
  // Multi-tenant distributions log by delivery source only.
  types: [distributionType, multitenantType, deliverySource],
  check: (stack, graph) => {
    for (const distribution of graph.ofType(distributionType, multitenantType)) {
      const realTime = behaviorsOf(distribution).map((behavior) => behavior.get("realtimeLogConfigArn").isGiven());
      stack.expect(
        distribution,
        Truth.any([
          distribution.get("loggingConfig.bucket").isGiven(),
          Truth.all(realTime),
          delivers(graph, distribution),
        ]),
        "the distribution does not log requests",
      );
    }
  },
});

function delivers(graph: StackGraph, distribution: GraphResource): Truth {
  const isAccessLog = (source: GraphResource): Truth => source.get("logType").isOneOf("ACCESS_LOGS");
  const own = graph.referrers(distribution, deliverySource, "resourceArn").map(isAccessLog);
  const open = openReferrers(graph, [deliverySource], "resourceArn", [distributionType, multitenantType]).map(
    (source) => isAccessLog(source).and(Truth.unknown("LogDeliverySource.resourceArn")),
  );
  return Truth.any([...own, ...open]);
}

const logNoCookies = resourceRule("cloudfront-log-no-cookies", {
  check: mustNotBeTrue("loggingConfig.includeCookies", "request logs hold cookies"),
});

const signedAccess = resourceRule("cloudfront-signed-access", {
  check: (distribution) => {
    distribution.onlyWhen(distribution.tag("hipaa:phi").isTrue(), "is not tagged as serving PHI");
    distribution.expect(
      distribution.get("defaultCacheBehavior.trustedKeyGroups").isGiven(),
      "viewers need no signed URL or cookie",
    );
  },
});

const noLegacySigners = resourceRule("cloudfront-no-legacy-signers", {
  check: (distribution) =>
    distribution.expect(
      Truth.all(behaviorsOf(distribution).map((behavior) => isEmpty(behavior.get("trustedSigners")))),
      "a cache behavior trusts signers whose keys belong to root users",
    ),
});

function isEmpty(value: Value): Truth {
  return value.isUnknown ? value.asUnknown() : value.isGiven().not();
}

const noPhiCaching = resourceRule("cloudfront-no-phi-caching", {
  check: (distribution) => {
    distribution.onlyWhen(distribution.tag("hipaa:phi").isTrue(), "is not tagged as serving PHI");
    const behavior = distribution.get("defaultCacheBehavior");
    const policy = behavior.get("cachePolicyId");
    // Before there were cache policies, the longest time to live said so.
    const neverKept = behavior.get("forwardedValues").isGiven().and(behavior.get("maxTtl").isAtMost(0));
    const mayKeep = policy.text !== undefined && cachingPolicies.has(policy.text);
    distribution.expect(
      policy.isGiven().and(Truth.of(!mayKeep)).or(neverKept),
      "responses of the default cache behavior are kept at the edge",
    );
  },
});

const headersPolicy = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";

const hsts = stackRule("cloudfront-hsts", {
  check: (stack, graph) => {
    for (const distribution of graph.ofType(distributionType)) {
      stack.expect(
        distribution,
        sendsHsts(graph, distribution),
        "viewers are not told to use HTTPS for at least a year",
      );
    }
  },
});

function sendsHsts(graph: StackGraph, distribution: GraphResource): Truth {
  const id = distribution.get("defaultCacheBehavior.responseHeadersPolicyId");
  if (id.isGiven().isNo) return Truth.no;
  if (id.text !== undefined && hstsPolicies.has(id.text)) return Truth.yes;
  const { targets } = reached(graph, distribution, id, [headersPolicy]);
  if (targets.length === 0) return Truth.unknown(id.path);
  const age = "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec";
  return Truth.all(targets.map((target) => target.get(age).isAtLeast(31536000)));
}

const geoRestriction = resourceRule("cloudfront-geo-restriction", {
  check: oneOf(
    "restrictions.geoRestriction.restrictionType",
    ["whitelist", "blacklist"],
    "viewers of every country are served",
  ),
});

export const deliveryRules: readonly Rule[] = [
  customCertificate,
  logging,
  logNoCookies,
  signedAccess,
  noLegacySigners,
  noPhiCaching,
  hsts,
  geoRestriction,
];
