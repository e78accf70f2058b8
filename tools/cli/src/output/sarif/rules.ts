import {
  citationOf,
  citations,
  frameworkOf,
  requirements,
  ruleHelp,
  ruleTags,
  securitySeverities,
} from "@hipaa-aws/controls";
import type { JudgedRule, Verdicts } from "@hipaa-aws/evidence";
import type { ReportingDescriptor, ToolComponent } from "sarif";

/** The name by which rules refer to the regulation. */
const regulation = "45 CFR Part 164";

/** All rules that were on or that found something, by id. */
export function descriptorsOf(verdicts: Verdicts): readonly ReportingDescriptor[] {
  const rules = new Map<string, JudgedRule>(verdicts.rules.map((rule) => [rule.rule, rule]));
  for (const { rule, level, severity, citations: cited, mend } of verdicts.findings) {
    if (!rules.has(rule)) rules.set(rule, { rule, level, ...(severity ? { severity } : {}), citations: cited, mend });
  }
  return [...rules.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1)).map(descriptor);
}

function descriptor(judged: JudgedRule): ReportingDescriptor {
  const requirement = requirements().get(judged.rule);
  const severity = requirement?.severity ?? judged.severity;
  const what = requirement?.what ?? judged.description ?? judged.rule;
  const cited = (requirement?.hipaa ?? judged.citations ?? []).filter(isCitation);
  const help = requirement
    ? ruleHelp(requirement, judged.url)
    : { text: [what, judged.mend].filter(Boolean).join("\n\n"), markdown: undefined };
  return {
    id: judged.rule,
    shortDescription: { text: firstSentence(what) },
    fullDescription: { text: what },
    help: { text: help.text, ...(help.markdown === undefined ? {} : { markdown: help.markdown }) },
    ...(judged.url === undefined ? {} : { helpUri: judged.url }),
    defaultConfiguration: { level: judged.level === "mandatory" ? "error" : "warning" },
    relationships: cited.map((id) => ({
      target: { id, toolComponent: { name: regulation } },
      kinds: ["relevant"],
    })),
    properties: {
      tags: ["security", "hipaa", ...(requirement ? ruleTags(requirement) : cited)],
      citations: cited,
      ...(requirement ? { tier: requirement.tier, framework: frameworkOf(requirement).name } : {}),
      ...(severity ? { severity, "security-severity": securitySeverities[severity] } : {}),
    },
  };
}

/** The paragraphs that the rules cite, as a taxonomy: what binds, and how. */
export function taxonomyOf(rules: readonly ReportingDescriptor[]): ToolComponent {
  const used = new Set(rules.flatMap(({ relationships = [] }) => relationships.map(({ target }) => target.id)));
  return {
    name: regulation,
    organization: "U.S. Department of Health and Human Services",
    shortDescription: { text: "HIPAA Security, Privacy and Breach Notification Rules" },
    informationUri: "https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164",
    taxa: citations
      .filter(({ id }) => used.has(id))
      .map(({ id, title, obligation, family }) => ({
        id,
        name: title,
        shortDescription: { text: title },
        properties: { obligation, family },
      })),
  };
}

function isCitation(id: string): boolean {
  try {
    return citationOf(id).id === id;
  } catch {
    return false;
  }
}

/** Up to the first full stop that ends a sentence, without it: a title, as viewers show it. */
function firstSentence(text: string): string {
  return (/^.*?[^.](?=\.(?:\s|$))/s.exec(text)?.[0] ?? text).trim();
}
