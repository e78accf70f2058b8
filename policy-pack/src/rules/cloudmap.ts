import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { holdsPhi } from "../knowledge/phi-patterns";
import { noText } from "../knowledge/texts";

const noPhiInAttributes = resourceRule("cloudmap-no-phi-in-attributes", {
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that the attributes of instances must not hold, in any case.",
      default: [],
    },
  },
  check: (instance) => {
    const words = instance.setting<readonly string[]>("denyWords");
    const attributes = instance.get("attributes");
    const holds = (text: string): boolean => holdsPhi(text, words);
    instance.expect(
      Truth.of(!attributes.entries().some(([name]) => holds(name))).and(noText(attributes, holds)),
      "an attribute, which is not encrypted, holds what looks like an identifier of a person",
    );
  },
});

const publicNamespace = resourceRule("cloudmap-public-namespace", {
  check: (namespace) =>
    namespace.expect(
      namespace.tag("hipaa:tier").isOneOf("public"),
      "the namespace publishes its services in public DNS and is not tagged as of the public tier",
    ),
});

/** Rules on AWS Cloud Map. */
export const cloudmapRules: readonly Rule[] = [noPhiInAttributes, publicNamespace];
