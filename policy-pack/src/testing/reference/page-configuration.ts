import {
  exemptionClass,
  neverExempt,
  type RemediationCondition,
  type RemediationStep,
  type RemediationValue,
} from "@hipaa-aws/controls";
import type { ConfigProperty, Rule } from "../../authoring/rule";
import { code, escaped, list, sentenceList } from "./markdown";

/** The rule's own options, and how exemptions from it are taken. */
export function configurationBlocks(rule: Rule): string[] {
  const options = Object.entries(rule.config ?? {}).map(([name, option]) => optionText(name, option));
  return [
    options.length === 0 ? "The rule has no options of its own." : `Options of the rule:\n\n${list(options)}`,
    exemptionText(rule),
  ];
}

function optionText(name: string, { type, items, description, minimum, maximum, ...rest }: ConfigProperty): string {
  const kind = items === undefined ? type : `${type} of ${items.type}s`;
  const least = minimum === undefined ? "" : `, at least ${minimum}`;
  const most = maximum === undefined ? "" : `, at most ${maximum}`;
  return `${code(name)} (${kind}${least}${most}; default ${code(JSON.stringify(rest.default))}): ${escaped(description)}`;
}

function exemptionText({ id, requirement }: Rule): string {
  const refused = neverExempt[id];
  if (refused?.when === "always") return `The rule takes no exemptions: ${escaped(refused.why)}.`;
  const scope =
    refused === undefined ? "" : ` For a resource that may hold PHI the rule takes none: ${escaped(refused.why)}.`;
  return exemptionClass(requirement) === "required"
    ? `An exemption has to name the compensating control, because the rule serves a standard or a required specification.${scope}`
    : `An exemption names the equivalent alternative measure where there is one: all that the rule serves is addressable (45 CFR 164.306(d)(3)).${scope}`;
}

/** What the rule's remediation does, or nothing where it has none. */
export function remediationBlock({ requirement }: Rule): string | undefined {
  const { remediate = [], remediateWhen } = requirement;
  if (remediate.length === 0) return undefined;
  const reach = remediateWhen === undefined ? "" : `\n\nCovers: ${escaped(remediateWhen)}`;
  return `At the level ${code("remediate")} the rule mends a resource itself, by the fewest of these steps:\n\n${list(remediate.map(stepText))}${reach}`;
}

function stepText({ types, onlyIf = {}, fill = {}, set = {}, add = {} }: RemediationStep): string {
  const where = [
    ...(types === undefined ? [] : [`on ${sentenceList(types.map(code))}`]),
    ...Object.entries(onlyIf).map(([path, condition]) => `where ${code(path)} is ${conditionText(condition)}`),
  ];
  const what = [
    ...Object.entries(fill).map(([path, value]) => `gives ${code(path)} ${valueText(value)} where it is absent`),
    ...Object.entries(set).map(([path, value]) => `sets ${code(path)} to ${valueText(value)}`),
    ...Object.entries(add).map(([path, values]) => `adds ${sentenceList(values.map(code))} to ${code(path)}`),
  ];
  return [...where, sentenceList(what)].join(", ");
}

function conditionText(condition: RemediationCondition): string {
  if (condition === "given" || condition === "absent") return condition;
  if ("not" in condition) return `none of ${sentenceList(condition.not.map(code))}`;
  return `one of ${sentenceList(condition.map(code))}`;
}

function valueText(value: RemediationValue): string {
  if (typeof value !== "object") return code(JSON.stringify(value));
  if ("setting" in value && typeof value.setting === "string") return `the value of the option ${code(value.setting)}`;
  return Array.isArray(value) ? code(JSON.stringify(value)) : "an empty block";
}
