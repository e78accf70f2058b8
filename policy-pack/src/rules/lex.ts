import { resourceRule, type Rule } from "../authoring/rule";
import { denyWords, expectNoPhi } from "../knowledge/phi-texts";

/** Seconds. */
const fifteenMinutes = 900;

const botPrivacy = resourceRule("lex-bot-privacy", {
  check: (resource) => {
    if (resource.type === "aws:lex/v2modelsBot:V2modelsBot") {
      resource.expect(
        resource.get("idleSessionTtlInSeconds").isAtMost(fifteenMinutes),
        "the bot keeps what was said for longer than 15 minutes",
      );
      return;
    }
    resource.expect(
      resource
        .get("obfuscationSettings")
        .some((setting) => setting.get("obfuscationSettingType").isOneOf("DefaultObfuscation")),
      "what fills the slot stands in conversation logs in the clear",
    );
  },
});

const noPhiInUtterances = resourceRule("lex-no-phi-in-utterances", {
  config: denyWords,
  check: (resource) => {
    expectNoPhi(resource, resource.get("sampleUtterances"), "a sample utterance");
    expectNoPhi(resource, resource.get("slotTypeValues"), "a value of the slot type");
  },
});

/** Rules on Amazon Lex. */
export const lexRules: readonly Rule[] = [botPrivacy, noPhiInUtterances];
