import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A paragraph that the proposal would make or renumber. None is in force. */
export interface ProposedParagraph {
  readonly id: string;
  readonly title: string;
}

/** The proposed rule of January 6, 2025, as far as its paragraphs were confirmed. Not in force. */
export interface ProposedRule {
  readonly title: string;
  /** Where it was published, for example `90 FR 898`. */
  readonly reference: string;
  /** `YYYY-MM-DD`. */
  readonly published: string;
  readonly status: "proposed, not in force";
  /** The day on which its status was last looked up, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The paragraph by which every implementation specification would be required. */
  readonly allSpecificationsRequired: { readonly proposed: string; readonly replaces: string };
  readonly paragraphs: readonly ProposedParagraph[];
  /** Citation in force → proposed paragraphs. A citation whose place in the proposal was not confirmed is not there. */
  readonly map: Readonly<Record<string, readonly string[]>>;
}

let loaded: ProposedRule | undefined;

/** The proposed rule, from `data/nprm-2025.json`, read once. */
export function proposedRule(): ProposedRule {
  loaded ??= JSON.parse(readFileSync(join(__dirname, "..", "data", "nprm-2025.json"), "utf8")) as ProposedRule;
  return loaded;
}

/** The proposed paragraphs that would take the place of these citations, each once. */
export function proposedFor(citations: readonly string[]): ProposedParagraph[] {
  const { map, paragraphs } = proposedRule();
  const ids = new Set(citations.flatMap((citation) => map[citation] ?? []));
  return paragraphs.filter(({ id }) => ids.has(id));
}

/** The line about the proposal that goes with a finding. Says that it is not in force, whatever else it says. */
export function proposedText(citations: readonly string[]): string {
  const { status, reference, published, allSpecificationsRequired } = proposedRule();
  const paragraphs = proposedFor(citations).map(({ id, title }) => `${id} ${title}`);
  const all = `${allSpecificationsRequired.proposed} would make every specification required`;
  return `${status} (${reference}, ${published}): ${[...paragraphs, all].join("; ")}`;
}
