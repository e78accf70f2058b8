import { customerKey } from "../authoring/conditions";
import { resourceRule, type Rule, type RuleConfig } from "../authoring/rule";
import { holdsCredential, holdsUrlPassword } from "../knowledge/credentials";
import { holdsPhi } from "../knowledge/phi-patterns";
import { noText } from "../knowledge/texts";

const denyWords: RuleConfig = {
  denyWords: {
    type: "array",
    items: { type: "string" },
    description: "Words that the data of triggers must not hold, in any case.",
    default: [],
  },
};

const ownKey = customerKey("kmsKeyId", "the repository is not encrypted under a customer-managed key");

const codecommitCmk = resourceRule("codecommit-cmk", {
  config: denyWords,
  check: (resource) => {
    if (resource.type === "aws:codecommit/repository:Repository") {
      ownKey(resource);
      return;
    }
    const words = resource.setting<readonly string[]>("denyWords");
    const data = resource.get("triggers");
    resource.expect(
      data.every((trigger) =>
        noText(trigger.get("customData"), (text) => holdsCredential(text) || holdsUrlPassword(text)),
      ),
      "the data of a trigger holds an access key, a private key, a vendor's token or a URL with a password",
    );
    resource.expect(
      data.every((trigger) => noText(trigger.get("customData"), (text) => holdsPhi(text, words))),
      "the data of a trigger holds what looks like an identifier of a person",
    );
  },
});

/** Rules on AWS CodeCommit. */
export const codecommitRules: readonly Rule[] = [codecommitCmk];
