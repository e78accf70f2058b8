import { citationOf, citations, citationText } from "@hipaa-aws/controls";
import type { Rule } from "../../authoring/rule";
import { escaped, list } from "./markdown";
import { generated } from "./page";

/** The index of the rules, by service and by citation. */
export function indexPageText(rules: readonly Rule[]): string {
  const services = groupedBy(rules, ({ requirement }) => [requirement.service]);
  const cited = groupedBy(rules, ({ requirement }) => requirement.hipaa.map((id) => citationOf(id).id));
  return [
    generated,
    "# Rules",
    `${rules.length} rules on AWS services, each with a page: what it asks and why, what it reads, a good and a bad example that are compiled and judged, the mend, and the options.`,
    "Tiers: _core_ rules are mandatory, _extended_ ones advisory, _optional_ ones off.",
    "## By service",
    ...[...services].sort(byName).flatMap(([service, group]) => [`### ${escaped(service)}`, list(group.map(item))]),
    "## By citation",
    ...citations
      .filter(({ id }) => cited.has(id))
      .flatMap(({ id }) => [`### ${escaped(citationText(id))}`, (cited.get(id) ?? []).map(link).join(", ")]),
  ].join("\n\n");
}

function item(rule: Rule): string {
  const { what, tier, severity } = rule.requirement;
  return `${link(rule)} (${tier}, ${severity}): ${escaped(what)}`;
}

function link({ id }: Rule): string {
  return `[${id}](${id}.md)`;
}

function groupedBy(rules: readonly Rule[], keys: (rule: Rule) => readonly string[]): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const key of new Set(keys(rule))) groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return groups;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
