import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { bucketTypes, bucketsOf, companionTypes, companionsOf, linkedBucket } from "./buckets";

const noWebsiteHosting = stackRule("s3-no-website-hosting", {
  // The tag that says "no PHI" stands at the bucket, so this needs the stack.
  types: [...companionTypes.website, ...bucketTypes],
  check: (stack, graph) => {
    const fault = "the bucket is served as a website, whose endpoint speaks plain HTTP only";
    for (const website of graph.ofType(...companionTypes.website)) {
      const redirect = website.get("redirectAllRequestsTo");
      stack.expect(website, isFreeOfPhi(graph, website).or(redirect.get("protocol").isOneOf("https")), fault);
    }
    for (const bucket of bucketsOf(graph)) {
      // After an update the bucket repeats what its website resource says.
      if (companionsOf(graph, bucket, "website").length > 0) continue;
      const website = bucket.get("website");
      const websites = website.isAbsent ? bucket.get("websites") : website;
      const redirects = (block: Value): Truth => block.get("redirectAllRequestsTo").matches(/^https:\/\//i);
      const isServed = websites.isGiven().and(websites.every(redirects).not());
      stack.expect(bucket, bucket.mayHoldPhi().not().or(isServed.not()), fault);
    }
  },
});

const corsRestricted = stackRule("s3-cors-restricted", {
  // As above; and the inline form opens a bucket just as well.
  types: [...companionTypes.cors, ...bucketTypes],
  check: (stack, graph) => {
    const fault = "a CORS rule allows an origin that is no exact https address";
    for (const cors of graph.ofType(...companionTypes.cors)) {
      stack.expect(cors, isFreeOfPhi(graph, cors).or(cors.get("corsRules").every(namesOrigins)), fault);
    }
    for (const bucket of bucketsOf(graph)) {
      if (companionsOf(graph, bucket, "cors").length > 0) continue;
      const rules = bucket.get("corsRules");
      stack.expect(bucket, bucket.mayHoldPhi().not().or(rules.every(namesOrigins)), fault);
    }
  },
});

function namesOrigins(rule: Value): Truth {
  const origins = rule.get("allowedOrigins");
  return origins.isGiven().and(origins.every((origin) => origin.matches(/^https:\/\/[^*/]+$/i)));
}

/** Whether the bucket of a companion is tagged as free of PHI; a bucket that is not in the stack is not. */
function isFreeOfPhi(graph: StackGraph, companion: GraphResource): Truth {
  const { targets, complete } = linkedBucket(graph, companion);
  if (targets.length > 0) return Truth.all(targets.map((bucket) => bucket.mayHoldPhi().not()));
  return complete ? Truth.no : Truth.unknown("bucket");
}

export const webRules: readonly Rule[] = [noWebsiteHosting, corsRestricted];
