/** By whose word a resource counts as holding no PHI. */
export type ClassifiedBy = "tag" | "provider tag" | "setting" | "stack tag";

/** A resource, or all of a provider or a stack, that counts as holding no PHI. */
export interface Declassification {
  readonly by: ClassifiedBy;
  /** How many resources it covers. */
  readonly resources: number;
  /** For a setting: why, who answers for it, and where it was decided. */
  readonly terms?: { readonly reason: string; readonly owner: string; readonly ticket: string };
}

const words: Readonly<Record<ClassifiedBy, string>> = {
  tag: "its tag hipaa:phi",
  "provider tag": "default tags of its provider",
  setting: "the setting phiScope.notPhi",
  "stack tag": "the stack's tag hipaa:phi",
};

const head = "counts as holding no PHI by ";

/** The text by which the pack says so; it travels in an advisory diagnostic. */
export function declassifiedText({ by, resources, terms }: Declassification): string {
  const who = terms ? ` (owner ${line(terms.owner)}, ticket ${line(terms.ticket)}): ${line(terms.reason)}` : "";
  return `${head}${words[by]}; resources: ${resources}${who}`;
}

/** The declassification of such a text, or nothing. */
export function parseDeclassified(text: string): Declassification | undefined {
  const match = /counts as holding no PHI by ([^;]+); resources: (\d+)(?: \(owner (.*?), ticket (.*?)\): (.*))?$/.exec(
    text,
  );
  const by = (Object.keys(words) as ClassifiedBy[]).find((kind) => words[kind] === match?.[1]);
  if (!match || !by) return undefined;
  const [, , resources, owner, ticket, reason] = match;
  const terms = owner !== undefined && ticket !== undefined && reason !== undefined && { owner, ticket, reason };
  return { by, resources: Number(resources), ...(terms ? { terms } : {}) };
}

function line(text: string): string {
  return text.replace(/[\r\n\t]+/g, " ");
}
