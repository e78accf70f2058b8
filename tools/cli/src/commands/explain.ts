import {
  citations,
  exemptionClass,
  neverExempt,
  type Requirement,
  type RequirementProperty,
} from "@hipaa-aws/controls";
import { oneLine, UsageError } from "../errors";
import type { Hosts } from "../hosts";
import { colorsFor, type Io } from "../io";
import { nearest } from "../nearest";
import { wrapped } from "../output/tables";
import type { PackOptions } from "../pack-options";
import { remediationText } from "./remediation-text";
import { isRule, ruleCatalogue, type RuleCatalogue } from "./catalogue";

const citationTexts = new Map(citations.map(({ id, title, obligation }) => [id, `${title} (${obligation})`]));

const phases: Readonly<Record<Requirement["phase"], string>> = {
  preview: "preview: decides from the inputs of one resource",
  update: "update: usually waits for values that are known only on update",
  stack: "stack: decides when all resources of the stack are registered",
  "n/a": "none: not decided by a rule",
};

const kinds: Readonly<Record<Requirement["kind"], string>> = {
  "resource-policy": "rule on one resource",
  "stack-policy": "rule on resources together",
  component: "setting of the components",
  guidance: "duty of people: no rule can see it",
};

/** Says what a rule asks, why, and how to satisfy it. */
export async function explain(id: string, options: PackOptions, io: Io, hosts: Hosts): Promise<0> {
  const catalogue = await ruleCatalogue(options, io, hosts);
  const item = catalogue.requirements.get(id);
  if (!item) {
    if (catalogue.inPack.has(id))
      throw new UsageError(
        `"${id}" is a rule of ${catalogue.pack.name}, but not in the control catalogue; read the pack`,
      );
    const ids = nearest(id, new Set([...catalogue.requirements.keys(), ...catalogue.inPack]));
    throw new UsageError(`there is no rule "${oneLine(id)}"; the nearest are ${ids.join(", ")}`);
  }
  io.out(text(item, catalogue, io));
  return 0;
}

function text(item: Requirement, { pack, inPack }: RuleCatalogue, io: Io): string {
  const { bold, dim } = colorsFor(io);
  const width = Math.max(60, Math.min(io.columns, 110));
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", bold(title), ...lines.map((line) => wrapped(line, width, "  "))];
  const state = inPack.has(item.id)
    ? `in ${pack.name} ${pack.version}`
    : isRule(item)
      ? `not in ${pack.name} ${pack.version}`
      : "not a rule";
  const peers = Object.entries(item.peers ?? {}).map(([set, ids]) => `${set}: ${ids.join(", ")}`);
  return [
    `${bold(item.id)}  ${dim(`${item.service}, ${item.tier}, ${item.severity}, ${state}`)}`,
    wrapped(item.what, width, ""),
    ...part(
      "Why",
      item.hipaa.map((id) => `45 CFR ${id} ${citationTexts.get(id) ?? ""}`.trim()),
    ),
    ...part("Kind", [kinds[item.kind]]),
    ...part("Reads", [
      ...item.resourceTypes.map((type) => (type === "*" ? "every resource" : type)),
      ...(item.properties ?? []).map(propertyText),
    ]),
    ...part("Phase", [phases[item.phase]]),
    ...part("Mend", [item.mend]),
    ...part("Remediation", isRule(item) ? remediationText(item) : []),
    ...part("Configuration", item.config === undefined ? [] : [item.config]),
    ...part("Exemptions", isRule(item) ? [exemptionText(item)] : []),
    ...part("Note", item.note === undefined ? [] : [item.note]),
    ...part("Judged in its place by", item.mergedInto === undefined ? [] : [item.mergedInto]),
    ...part("Neighbors", item.overlaps ?? []),
    ...part("Peers", peers),
    ...part("Sources", item.sources),
    "",
  ].join("\n");
}

function exemptionText(item: Requirement): string {
  const never = neverExempt[item.id];
  const terms =
    exemptionClass(item) === "required"
      ? "with a compensating control: it serves a standard or a required specification (45 CFR 164.306(d)(2))"
      : "documented, with an equivalent measure where one is reasonable and appropriate: it serves addressable specifications alone (45 CFR 164.306(d)(3))";
  if (never?.when === "always") return `none: ${never.why}`;
  return never ? `${terms}; none for what may hold PHI: ${never.why}` : terms;
}

function propertyText({ path, pass, unset, unknown }: RequirementProperty): string {
  const rest = [unset && `absent: ${unset}`, unknown && `not known: ${unknown}`].filter((entry) => entry);
  return `${path}: ${[`passes when ${pass}`, ...rest].join("; ")}`;
}
