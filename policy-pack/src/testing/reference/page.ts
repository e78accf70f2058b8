import {
  citationText,
  peerNames,
  phaseTexts,
  propertyText,
  tierTexts,
  type Requirement,
  type RequirementProperty,
} from "@hipaa-aws/controls";
import type { Rule } from "../../authoring/rule";
import { evaluate } from "../evaluate";
import type { Example, RuleExamples } from "./examples";
import { code, escaped, fenced, list, section } from "./markdown";
import { missingExamples } from "./missing-examples";
import { configurationBlock, exemptionBlock, remediationBlocks } from "./page-configuration";

/** Said at the top of each page, for whoever opens the file. */
export const generated = "<!-- Generated from the rule, its requirement and its cases. Do not edit. -->";

/**
 * The page of one rule, before it is formatted.
 *
 * @param near ids of rules that judge a neighboring fault
 */
export function rulePageText(rule: Rule, examples: RuleExamples, near: readonly string[]): string {
  const { requirement } = rule;
  return [
    generated,
    `# ${rule.id}`,
    escaped(requirement.what),
    list([
      `Service: ${escaped(requirement.service)}`,
      `Tier: ${tierTexts[requirement.tier]}`,
      `Severity: ${requirement.severity}`,
      `Decides: ${phaseTexts[requirement.phase]}`,
    ]),
    ...section("Why", list(requirement.hipaa.map(citationText).map(escaped)), sourcesText(requirement)),
    ...section("What is read", typesText(rule), list((requirement.properties ?? []).map(propertyItem))),
    ...section("Notes", requirement.note === undefined ? undefined : escaped(requirement.note)),
    ...section("Examples", ...exampleBlocks(rule, examples)),
    ...section("Mend", escaped(requirement.mend)),
    ...section("Remediation", ...remediationBlocks(rule)),
    ...section("Configuration", configurationBlock(rule)),
    ...section("Exemptions", exemptionBlock(rule)),
    ...section("Near rules", list(near.map((id) => `[${id}](${id}.md)`))),
    ...section("In other rule sets", list(peerItems(requirement))),
  ].join("\n\n");
}

function sourcesText({ sources }: Requirement): string | undefined {
  return sources.length === 0 ? undefined : `Asked for by: ${sources.map(escaped).join("; ")}.`;
}

function typesText({ types }: Rule): string {
  return types.includes("*") ? "Every resource." : `Resources of type ${types.map(code).join(", ")}.`;
}

function propertyItem(property: RequirementProperty): string {
  const { path, appliesTo } = property;
  const name = /^\(.*\)$/.test(path) ? escaped(path.slice(1, -1)) : code(path);
  const of = appliesTo === undefined ? "" : ` (of ${appliesTo.map(code).join(", ")})`;
  return `${name}${of}: ${escaped(propertyText(property))}`;
}

function exampleBlocks(rule: Rule, { good, bad }: RuleExamples): string[] {
  const reasons = missingExamples[rule.id];
  const missing = (side: "good" | "bad"): string[] =>
    reasons?.[side] === undefined ? [] : [`There is no ${side} example: ${escaped(reasons[side])}.`];
  return [
    ...(good ? [`### Good: ${escaped(good.testCase.title)}`, ...exampleText(good)] : missing("good")),
    ...(bad
      ? [`### Bad: ${escaped(bad.testCase.title)}`, ...exampleText(bad), "The rule says:", list(faults(rule, bad))]
      : missing("bad")),
  ];
}

function exampleText({ testCase, program, outputs }: Example): string[] {
  const { config } = testCase;
  return [
    fenced("ts", program),
    ...(outputs.length === 0 ? [] : ["Decided on update, when ARNs tell which account and Region is the stack's own."]),
    ...(config === undefined ? [] : ["With these options of the rule:", fenced("json", JSON.stringify(config))]),
  ];
}

/** What the rule says of the example, each text once. */
function faults(rule: Rule, { testCase }: Example): string[] {
  return [...new Set(evaluate(rule, testCase, "preview").faults)].map(escaped);
}

function peerItems({ peers = {} }: Requirement): string[] {
  return Object.entries(peers).map(([set, ids]) => `${peerNames[set] ?? set}: ${ids.map(code).join(", ")}`);
}
