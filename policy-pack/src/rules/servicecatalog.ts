import { resourceRule, type Rule } from "../authoring/rule";
import { holdsPhi } from "../knowledge/phi-patterns";
import { noText } from "../knowledge/texts";

const noPhi = resourceRule("servicecatalog-no-phi", {
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that provisioning parameters and tag options must not hold, in any case.",
      default: [],
    },
  },
  check: (resource) => {
    const words = resource.setting<readonly string[]>("denyWords");
    const isTag = resource.type === "aws:servicecatalog/tagOption:TagOption";
    const values = isTag ? [resource.get("value")] : resource.get("provisioningParameters").items();
    for (const value of values) {
      resource.expect(
        noText(isTag ? value : value.get("value"), (text) => holdsPhi(text, words)),
        `${isTag ? "the tag option" : "a provisioning parameter"} holds what looks like an identifier of a person`,
      );
    }
  },
});

/** Rules on AWS Service Catalog. */
export const servicecatalogRules: readonly Rule[] = [noPhi];
