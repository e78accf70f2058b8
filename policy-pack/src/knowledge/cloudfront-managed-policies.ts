/**
 * Ids of the cache policies of AWS that keep responses whatever the origin says. The two that follow the origin's own
 * Cache-Control are not among them. Source: "Use managed cache policies", CloudFront developer guide, as of 2026-09.
 */
export const cachingPolicies: ReadonlySet<string> = new Set([
  // Amplify
  "2e54312d-136d-493c-8eb9-b001f22f67d2",
  // CachingOptimized
  "658327ea-f89d-4fab-a63d-7e88639e58f6",
  // CachingOptimizedForUncompressedObjects
  "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
  // Elemental-MediaPackage
  "08627262-05a9-4f76-9ded-b50ca2e3a84f",
]);

/**
 * Ids of the response headers policies of AWS that send Strict-Transport-Security with an age of a year.
 * Source: "Use managed response headers policies", CloudFront developer guide, as of 2026-09.
 */
export const hstsPolicies: ReadonlySet<string> = new Set([
  // SecurityHeadersPolicy
  "67f7725c-6f97-4210-82d7-5512b31e9d03",
  // CORS-and-SecurityHeadersPolicy
  "e61eb60c-9c35-4d20-a928-2b84e02af89c",
  // CORS-with-preflight-and-SecurityHeadersPolicy
  "eaab4381-ed33-4a86-88ca-d9558dc6cd63",
]);
