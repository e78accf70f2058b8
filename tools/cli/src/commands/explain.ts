import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  citationText,
  exemptionText,
  kindTexts,
  peerNames,
  phaseTexts,
  propertyText,
  remediationText,
  type Requirement,
} from "@hipaa-aws/controls";
import { oneLine, UsageError } from "../errors";
import type { Hosts } from "../hosts";
import { colorsFor, type Io } from "../io";
import { nearest } from "../nearest";
import { markdownText } from "../output/markdown-text";
import { wrapped } from "../output/tables";
import { packDirectory, type PackOptions } from "../pack-options";
import { isRule, ruleCatalogue, type RuleCatalogue } from "./catalogue";

/**
 * Says what a rule asks, why, and how to satisfy it: the rule's page where the pack has one, else what the catalogue
 * says.
 */
export async function explain(id: string, options: PackOptions, io: Io, hosts: Hosts): Promise<0> {
  const catalogue = await ruleCatalogue(options, io, hosts);
  const item = catalogue.requirements.get(id);
  const page = catalogue.inPack.has(id) ? pageOf(id, packDirectory(options, io.directory)) : undefined;
  if (page === undefined && item === undefined) {
    if (catalogue.inPack.has(id))
      throw new UsageError(
        `"${id}" is a rule of ${catalogue.pack.name}, but not in the control catalogue; read the pack`,
      );
    const ids = nearest(id, new Set([...catalogue.requirements.keys(), ...catalogue.inPack]));
    throw new UsageError(`there is no rule "${oneLine(id)}"; the nearest are ${ids.join(", ")}`);
  }
  const { bold, dim } = colorsFor(io);
  const facts = item === undefined ? [] : [item.service, item.tier, item.severity];
  const width = Math.max(60, Math.min(io.columns, 110));
  io.out(`${bold(id)}  ${dim([...facts, stateOf(id, item, catalogue)].join(", "))}\n`);
  io.out(
    `${page === undefined ? catalogueText(item as Requirement, width, io) : markdownText(page, width, colorsFor(io))}\n`,
  );
  return 0;
}

/** The page of a rule, which stands in the pack's folder beside its code. */
function pageOf(id: string, pack: string): string | undefined {
  if (!/^[\w-]+$/.test(id)) return undefined;
  try {
    return readFileSync(join(pack, "docs", "rules", `${id}.md`), "utf8");
  } catch {
    return undefined;
  }
}

function stateOf(id: string, item: Requirement | undefined, { pack, inPack }: RuleCatalogue): string {
  const name = `${pack.name} ${pack.version}`;
  if (inPack.has(id)) return `in ${name}`;
  return item !== undefined && isRule(item) ? `not in ${name}` : "not a rule";
}

function catalogueText(item: Requirement, width: number, io: Io): string {
  const { bold } = colorsFor(io);
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", bold(title), ...lines.map((line) => wrapped(line, width, "  "))];
  const { steps, notes } = remediationText(item);
  const peers = Object.entries(item.peers ?? {}).map(([set, ids]) => `${peerNames[set] ?? set}: ${ids.join(", ")}`);
  return [
    wrapped(item.what, width, ""),
    ...part("Why", item.hipaa.map(citationText)),
    ...part("Kind", [kindTexts[item.kind]]),
    ...part("Reads", [
      ...item.resourceTypes.map((type) => (type === "*" ? "every resource" : type)),
      ...(item.properties ?? []).map((property) => `${property.path}: ${propertyText(property)}`),
    ]),
    ...part("Decides", [phaseTexts[item.phase]]),
    ...part("Mend", [item.mend]),
    ...part("Remediation", isRule(item) ? [...steps, ...notes] : []),
    ...part("Configuration", item.config === undefined ? [] : [item.config]),
    ...part("Exemptions", isRule(item) ? [exemptionText(item)] : []),
    ...part("Notes", item.note === undefined ? [] : [item.note]),
    ...part("Judged in its place by", item.mergedInto === undefined ? [] : [item.mergedInto]),
    ...part("Near rules", item.overlaps ?? []),
    ...part("In other rule sets", peers),
    ...part("Asked for by", item.sources),
  ].join("\n");
}
