import { resourceRule, type Rule } from "../../authoring/rule";
import type { Truth } from "../../authoring/truth";
import { asText, type Value } from "../../authoring/value";
import { isVersionAtLeast } from "../../knowledge/engine-version";
import { domain, hasFineGrainedAccess } from "./domains";

const errorLogs = resourceRule("opensearch-error-logs", {
  check: (resource) =>
    resource.expect(
      publishes(resource.get("logPublishingOptions"), "ES_APPLICATION_LOGS", "AUDIT_LOGS"),
      "the domain publishes neither error logs nor audit logs",
    ),
});

function publishes(options: Value, ...types: readonly string[]): Truth {
  return options.some((one) =>
    one
      .get("logType")
      .isOneOf(...types)
      .and(one.get("enabled").isFalse().not()),
  );
}

const auditLogs = resourceRule("opensearch-audit-logs", {
  check: (resource) => {
    const options = resource.get("logPublishingOptions");
    resource.onlyWhen(
      hasFineGrainedAccess(resource),
      "has no fine-grained access control, without which none are written",
    );
    resource.onlyWhen(
      publishes(options, "ES_APPLICATION_LOGS", "AUDIT_LOGS"),
      "publishes no logs, which is another rule's finding",
    );
    resource.expect(publishes(options, "AUDIT_LOGS"), "the domain publishes no audit logs");
  },
});

const engineVersion = resourceRule("opensearch-engine-version", {
  check: (resource) => {
    if (resource.type === domain) {
      const version = resource.get("engineVersion");
      const isCurrent = version.whenKnown((raw) => /^OpenSearch_/i.test(asText(raw)) || isFromSix(raw));
      resource.expect(version.isGiven().not().or(isCurrent), "the engine cannot encrypt between its nodes");
      return;
    }
    // Nothing said means Elasticsearch 1.5.
    resource.expect(
      resource.get("elasticsearchVersion").whenKnown(isFromSix),
      "the engine cannot encrypt between its nodes",
    );
  },
});

function isFromSix(raw: unknown): boolean {
  return isVersionAtLeast(asText(raw), [6, 0]);
}

const highAvailability = resourceRule("opensearch-ha", {
  check: (resource) => {
    const config = resource.get("clusterConfig");
    const masters = config.get("dedicatedMasterEnabled").isTrue().and(config.get("dedicatedMasterCount").isAtLeast(3));
    resource.expect(
      config.get("zoneAwarenessEnabled").isTrue().or(config.get("multiAzWithStandbyEnabled").isTrue()),
      "the domain lies in one Availability Zone",
    );
    resource.expect(config.get("instanceCount").isAtLeast(2), "the domain has fewer than two data nodes");
    resource.expect(masters, "the domain has fewer than three dedicated masters");
  },
});

/** Rules on logs, versions and zones. */
export const operationRules: readonly Rule[] = [errorLogs, auditLogs, engineVersion, highAvailability];
