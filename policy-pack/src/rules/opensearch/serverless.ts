import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isCustomerKey } from "../../knowledge/customer-key";
import { entryInAnyCase, parsedJson } from "../../knowledge/json-text";

/** The entries of a policy whose type is the one asked for; nothing where the text is no JSON. */
function entriesOf(resource: ResourceCheck, type: string): Value[] {
  resource.onlyWhen(resource.get("type").isOneOf(type), `is no ${type} policy`);
  return parsedJson(resource.get("policy"))?.items() ?? [];
}

const networkPolicies = resourceRule("opensearch-serverless-policies", {
  check: (resource) => {
    const entries = entriesOf(resource, "network");
    resource.expect(
      Truth.any(entries.map((entry) => entryInAnyCase(entry, "AllowFromPublic").isTrue())).not(),
      "the network policy lets the internet reach the collections",
    );
  },
});

const encryptionPolicies = resourceRule("opensearch-serverless-cmk", {
  check: (resource) => {
    const entries = entriesOf(resource, "encryption");
    resource.expect(
      Truth.all(entries.map(usesCustomerKey)),
      "the collections are encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

function usesCustomerKey(entry: Value): Truth {
  if (entry.isUnknown) return entry.asUnknown();
  return isCustomerKey(entryInAnyCase(entry, "KmsARN")).and(entryInAnyCase(entry, "AWSOwnedKey").isTrue().not());
}

/** Rules on OpenSearch Serverless. */
export const serverlessRules: readonly Rule[] = [networkPolicies, encryptionPolicies];
