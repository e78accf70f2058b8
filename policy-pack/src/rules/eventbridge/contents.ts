import { resourceRule, type Rule } from "../../authoring/rule";
import { holdsPhi } from "../../knowledge/phi-patterns";
import { noText } from "../../knowledge/texts";

const noPhiInEvents = resourceRule("eventbridge-no-phi-in-events", {
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that patterns and inputs must not hold, in any case.",
      default: [],
    },
  },
  check: (resource) => {
    const words = resource.setting<readonly string[]>("denyWords");
    const isPersonal = (text: string): boolean => holdsPhi(text, words) || holdsPhi(asPlainText(text), words);
    for (const [path, what] of [
      ["input", "the static input"],
      ["inputTransformer.inputTemplate", "the template of the input transformer"],
      ["eventPattern", "the event pattern"],
      ["target.input", "the static input"],
    ] as const) {
      resource.expect(
        noText(resource.get(path), isPersonal),
        `${what} holds what looks like an identifier of a person`,
      );
    }
  },
});

/** JSON as `name:value`, so that a number that says what it is counts: `{"mrn": ["12345"]}`. */
function asPlainText(json: string): string {
  return json.replace(/["\\[\]]/g, "").replace(/\s*:\s*/g, ":");
}

export const contentRules: readonly Rule[] = [noPhiInEvents];
