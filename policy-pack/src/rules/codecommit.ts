import { customerKey } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { holdsSecret } from "../knowledge/credentials";
import { denyWords, expectNoPhi } from "../knowledge/phi-texts";
import { noText } from "../knowledge/texts";

const ownKey = customerKey("kmsKeyId", "the repository is not encrypted under a customer-managed key");

const codecommitCmk = resourceRule("codecommit-cmk", {
  config: denyWords,
  check: (resource) => {
    if (resource.type === "aws:codecommit/repository:Repository") {
      ownKey(resource);
      return;
    }
    const triggers = resource.get("triggers");
    resource.expect(
      triggers.every((trigger) => noText(trigger.get("customData"), holdsSecret)),
      "the data of a trigger holds an access key, a private key, a vendor's token or a URL with a password",
    );
    for (const trigger of triggers.items()) expectNoPhi(resource, trigger.get("customData"), "the data of a trigger");
  },
});

/** Rules on AWS CodeCommit. */
export const codecommitRules: readonly Rule[] = [codecommitCmk];
