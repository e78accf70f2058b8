import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import { isCustomerKeyIn } from "../knowledge/blocks";
import { entryInAnyCase, parsedJson } from "../knowledge/json-text";

const encryptedDatasets = resourceRule("forecast-encrypted-datasets", {
  check: (resource) => {
    resource.onlyWhen(resource.get("typeName").isOneOf("AWS::Forecast::Dataset"), "is no dataset of Amazon Forecast");
    resource.expect(
      namesKeyAndRole(resource.get("desiredState")),
      "the dataset names no customer-managed key with a role that may use it",
    );
  },
});

function namesKeyAndRole(desiredState: Value): Truth {
  const state = parsedJson(desiredState);
  // Text that is no JSON says nothing; Cloud Control refuses it.
  if (state === undefined) return Truth.unknown(desiredState.path);
  const config = state.get("EncryptionConfig");
  const key = entryInAnyCase(config, "KmsKeyArn");
  const keyName = key.path.slice(key.path.lastIndexOf(".") + 1);
  return isCustomerKeyIn(config, keyName).and(entryInAnyCase(config, "RoleArn").isGiven());
}

/** Rules on Amazon Forecast. */
export const forecastRules: readonly Rule[] = [encryptedDatasets];
