import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { asText, type Value } from "../authoring/value";
import { isCustomerKey } from "../knowledge/customer-key";
import { entryInAnyCase, parsedJson } from "../knowledge/json-text";
import { holdsPhi } from "../knowledge/phi-patterns";
import { anyStatement } from "../knowledge/policy-statements";
import { bucketTypes } from "./s3/buckets";

const cloudControl = "aws:cloudcontrol/resource:Resource";
const native = "aws-native:healthlake:FhirDatastore";
const role = "aws:iam/role:Role";
const rolePolicy = "aws:iam/rolePolicy:RolePolicy";

const cmk = resourceRule("healthlake-cmk", {
  // The provider of AWS Cloud Control has a type of its own for data stores.
  types: [cloudControl, native],
  check: (resource) => {
    const state = stateOf(resource);
    if (!state) return;
    const key = ["SseConfiguration", "KmsEncryptionConfig"].reduce(entryInAnyCase, state);
    resource.expect(
      entryInAnyCase(key, "CmkType")
        .isOneOf("CUSTOMER_MANAGED_KMS_KEY")
        .and(key.isUnknown ? key.asUnknown() : isCustomerKey(entryInAnyCase(key, "KmsKeyId"))),
      "the data store is encrypted under AWS's own key instead of a customer-managed one",
    );
    resource.expect(
      entryInAnyCase(state, "DatastoreName")
        .whenKnown((raw) => holdsPhi(asText(raw)))
        .not(),
      "the name of the data store holds what looks like an identifier of a person",
    );
  },
});

/** What is said of the data store; nothing where the text is no JSON. */
function stateOf(resource: ResourceCheck): Value | undefined {
  if (resource.type === native) return resource.inputs;
  resource.onlyWhen(resource.get("typeName").isOneOf("AWS::HealthLake::FHIRDatastore"), "is no data store");
  return parsedJson(resource.get("desiredState"));
}

const access = stackRule("healthlake-access", {
  // Wildcards and trust are reported by the rules on roles and their policies.
  types: [role],
  check: (check, graph) => {
    for (const each of graph.ofType(role)) {
      const isTrusted = anyStatement(each.get("assumeRolePolicy"), ({ effect, principals }) =>
        Boolean(effect === "Allow" && principals?.services.some((one) => /^healthlake\.amazonaws\.com/i.test(one))),
      );
      if (isTrusted.isNo) continue;
      for (const policy of graph.referrers(each, rolePolicy, "role")) {
        const reached = graph.references(policy, "policy", ...bucketTypes, "aws:kms/key:Key").targets;
        check.expect(
          policy,
          Truth.any([isTrusted.not(), Truth.all(reached.map((one) => one.mayHoldPhi()))]),
          "HealthLake may use a bucket or a key that is tagged as holding no PHI",
        );
      }
    }
  },
});

/** Rules on AWS HealthLake. */
export const healthlakeRules: readonly Rule[] = [cmk, access];
