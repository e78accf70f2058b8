import { both, customerKey, oneOf } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { holdsPhi } from "../knowledge/phi-patterns";
import { noText } from "../knowledge/texts";

const encryption = resourceRule("xray-encryption", {
  check: both(
    oneOf("type", ["KMS"], "traces are encrypted under a key of AWS's own"),
    customerKey("keyId", "traces are not encrypted under a customer-managed key"),
  ),
});

const noPhiInTraces = resourceRule("xray-no-phi-in-traces", {
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that sampling rules and filters must not hold, in any case.",
      default: [],
    },
  },
  check: (resource) => {
    const words = resource.setting<readonly string[]>("denyWords");
    for (const [path, what] of [
      ["attributes", "an attribute of the sampling rule"],
      ["urlPath", "the path of the sampling rule"],
      ["filterExpression", "the filter of the group"],
    ] as const) {
      resource.expect(
        noText(resource.get(path), (text) => holdsPhi(text, words)),
        `${what} holds what looks like an identifier of a person`,
      );
    }
  },
});

/** Rules on AWS X-Ray. */
export const xrayRules: readonly Rule[] = [encryption, noPhiInTraces];
