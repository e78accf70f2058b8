import { resourceRule, type Rule } from "../../authoring/rule";

const encrypted = resourceRule("apigateway-cache-encrypted", {
  check: (resource) =>
    resource.expect(
      resource.get("settings.cachingEnabled").isTrue().not().or(resource.get("settings.cacheDataEncrypted").isTrue()),
      "responses are cached and the cache is not encrypted",
    ),
});

export const cacheRules: readonly Rule[] = [encrypted];
