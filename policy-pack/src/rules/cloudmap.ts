import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { holdsPhi } from "../knowledge/phi-patterns";
import { denyWords, expectNoPhi } from "../knowledge/phi-texts";

const noPhiInAttributes = resourceRule("cloudmap-no-phi-in-attributes", {
  config: denyWords,
  check: (instance) => {
    const attributes = instance.get("attributes");
    const words = instance.setting<readonly string[]>("denyWords");
    expectNoPhi(instance, attributes, "an attribute, which is not encrypted,");
    instance.expect(
      Truth.of(!attributes.entries().some(([name]) => holdsPhi(name, words))),
      "the name of an attribute holds what looks like an identifier of a person",
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
