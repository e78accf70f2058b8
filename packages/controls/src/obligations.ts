import { citationOf } from "./citations";
import type { Requirement } from "./requirements";

/**
 * How the paragraphs that a rule serves bind together. `required`: at least one is a standard or a required
 * specification, which has to be met (45 CFR 164.306(c) and (d)(2)). `addressable`: all are addressable, so that each
 * may be left out where it is not reasonable and appropriate, if that is documented and an equivalent measure is taken
 * where reasonable and appropriate (45 CFR 164.306(d)(3)).
 */
export type ExemptionClass = "required" | "addressable";

/**
 * The class of exemptions from a rule.
 *
 * @param allRequired true where the proposed rule of 2025 is asked for, which would end the addressable category
 */
export function exemptionClass({ hipaa }: Pick<Requirement, "hipaa">, allRequired = false): ExemptionClass {
  if (allRequired) return "required";
  return hipaa.every((id) => citationOf(id).obligation === "addressable") ? "addressable" : "required";
}
