import type { ResourceCheck } from "../authoring/resource-check";
import type { RuleConfig } from "../authoring/rule";
import type { Value } from "../authoring/value";
import { holdsPhi } from "./phi-patterns";
import { noText } from "./texts";

/** Configuration of rules that look for identifiers of persons in texts. */
export const denyWords: RuleConfig = {
  denyWords: {
    type: "array",
    items: { type: "string" },
    description: "Words that the texts must not hold, in any case.",
    default: [],
  },
};

/** No text at or below the value holds an identifier of a person. */
export function expectNoPhi(resource: ResourceCheck, value: Value, what: string): void {
  const words = resource.setting<readonly string[]>("denyWords");
  resource.expect(
    noText(value, (text) => holdsPhi(text, words)),
    `${what} holds what looks like an identifier of a person`,
  );
}

/** What a placeholder is called that stands for more of a person than the first name. */
const personal =
  /(?:last|sur|full|family|middle|maiden|patient|member)[-_ ]?name|birth|(?:^|[^a-z])(?:dob|mrn|ssn)(?:[^a-z]|$)|medical[-_ ]?record|social[-_ ]?security|diagnos|medication|prescription|treatment|insurance|e-?mail|phone|(?:street|home|postal|mailing)[-_ ]?address/i;

/** Whether a template's text has a placeholder (`{{…}}`) for a detail of a person beyond the first name. */
export function hasPersonalPlaceholder(text: string): boolean {
  return [...text.matchAll(/\{\{([^{}]*)\}\}/g)].some(([, name]) => personal.test(name ?? ""));
}
