import { resourceRule, type Rule } from "../authoring/rule";
import { denyWords, expectNoPhi } from "../knowledge/phi-texts";

const noPhi = resourceRule("servicecatalog-no-phi", {
  config: denyWords,
  check: (resource) => {
    if (resource.type === "aws:servicecatalog/tagOption:TagOption") {
      expectNoPhi(resource, resource.get("value"), "the tag option");
      return;
    }
    for (const parameter of resource.get("provisioningParameters").items()) {
      expectNoPhi(resource, parameter.get("value"), "a provisioning parameter");
    }
  },
});

/** Rules on AWS Service Catalog. */
export const servicecatalogRules: readonly Rule[] = [noPhi];
