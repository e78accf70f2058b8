import { both, oneOf } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { bucketTypes } from "../s3/buckets";
import { hasDefaultEncryption } from "../s3/encryption-declared";
import { distributionType, multitenantType } from "./behaviors";

/** The REST endpoint of a bucket in any partition, with the bucket's name; website endpoints are none. */
const restEndpoint = /^(.+)\.s3(?!-website)[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?$/i;

/** Whether an origin is a bucket: it says so, or it is of no other kind, or its domain name is that of a bucket. */
function isBucket(origin: Value): Truth {
  const given = (...paths: string[]): Truth => Truth.any(paths.map((path) => origin.get(path).isGiven()));
  const isVpcOrigin = given("vpcOriginConfig", "vpcOriginConfigs");
  const isOther = given("customOriginConfig", "customOriginConfigs").or(isVpcOrigin);
  const isNamedSo = isVpcOrigin.not().and(origin.get("domainName").matches(restEndpoint));
  return Truth.any([given("s3OriginConfig"), isOther.not(), isNamedSo]);
}

const s3OriginPrivate = resourceRule("cloudfront-s3-origin-private", {
  // Multi-tenant distributions have the same origins.
  types: [distributionType, multitenantType],
  check: (distribution) =>
    distribution.expect(
      distribution
        .get("origins")
        .every((origin) => isBucket(origin).not().or(origin.get("originAccessControlId").isGiven())),
      "a bucket is reached without origin access control",
    ),
});

const accessSigning = resourceRule("cloudfront-origin-access-signing", {
  check: both(
    oneOf("signingBehavior", ["always"], "requests to the origin are not always signed"),
    oneOf("signingProtocol", ["sigv4"], "requests to the origin are not signed with Signature Version 4"),
  ),
});

const originEncryptedAtRest = stackRule("cloudfront-origin-encrypted-at-rest", {
  types: [distributionType, ...bucketTypes],
  check: (stack, graph) => {
    for (const distribution of graph.ofType(distributionType)) {
      stack.expect(
        distribution,
        Truth.all(
          distribution
            .get("origins")
            .items()
            .map((origin) => isEncrypted(graph, distribution, origin)),
        ),
        "the bucket behind the distribution states no default encryption",
      );
    }
  },
});

function isEncrypted(graph: StackGraph, distribution: GraphResource, origin: Value): Truth {
  if (origin.isUnknown) return origin.asUnknown();
  const domain = origin.get("domainName");
  const buckets = domain.isUnknown
    ? graph.referencesOf(distribution, domain, ...bucketTypes).targets
    : graph.ofType(...bucketTypes).filter((bucket) => isDomainOf(bucket, domain.text ?? ""));
  const isOpen = buckets.length === 0 ? [domain.isAbsent ? Truth.no : Truth.unknown(domain.path)] : [];
  const encrypted = Truth.all([...buckets.map((bucket) => hasDefaultEncryption(graph, bucket)), ...isOpen]);
  return isBucket(origin).not().or(encrypted);
}

function isDomainOf(bucket: GraphResource, domain: string): boolean {
  const name = restEndpoint.exec(domain)?.[1];
  const domains = ["bucketRegionalDomainName", "bucketDomainName"].map((path) => bucket.get(path).text);
  return domains.includes(domain) || (name !== undefined && bucket.get("bucket").text === name);
}

export const originRules: readonly Rule[] = [s3OriginPrivate, accessSigning, originEncryptedAtRest];
