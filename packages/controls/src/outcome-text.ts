/**
 * The policy protocol knows violations only. What else a rule can say, "undecided" and "exempted", travels in the text
 * of an advisory diagnostic. Both ends of that text are here: the policy pack writes it, the hosts read it.
 */

/** A place that a rule could not judge because a value is known only on update. */
export interface UndecidedPlace {
  /** Absent when the diagnostic itself names the resource. */
  readonly urn?: string;
  /** Path of the unknown input; never its value. */
  readonly path: string;
}

/** What the pack's configuration says about one exemption. */
export interface ExemptionTerms {
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
}

/** The rule under whose name exempted findings are reported, since the exempted rule itself has to stay silent. */
export const exemptionRule = "hipaa-exempted-findings";

const undecidedHead = "undecided until update: ";

export function undecidedText(places: readonly UndecidedPlace[]): string {
  return undecidedHead + places.map(({ urn, path }) => (urn ? `${urn} [${path}]` : `[${path}]`)).join("; ");
}

/**
 * The places of an undecided diagnostic, or nothing when the text is no such diagnostic. A rule of another pack that
 * stopped at an unknown value is undecided too, at the diagnostic's own resource.
 */
export function parseUndecided(text: string): UndecidedPlace[] | undefined {
  const start = text.indexOf(undecidedHead);
  if (start < 0) {
    const stopped = /during preview: \w+ value at \.(\S*) can't be known during preview/.exec(text);
    return stopped ? [{ path: stopped[1] ?? "" }] : undefined;
  }
  return text
    .slice(start + undecidedHead.length)
    .split("; ")
    .map((place) => {
      const match = /^(?:(\S+) )?\[(.*)\]$/.exec(place.trim());
      return { ...(match?.[1] ? { urn: match[1] } : {}), path: match?.[2] ?? "" };
    });
}

export function exemptedText(rule: string, terms: ExemptionTerms): string {
  return `exempted from ${rule} until ${terms.expires} (owner ${terms.owner}, ticket ${terms.ticket}): ${terms.reason}`;
}

/** The exempted rule and its terms, or nothing when the text is no such diagnostic. */
export function parseExempted(text: string): { rule: string; terms: ExemptionTerms } | undefined {
  const match = /exempted from (\S+) until (\d{4}-\d{2}-\d{2}) \(owner (.*?), ticket (.*?)\): ([\s\S]*)$/.exec(text);
  if (!match) return undefined;
  const [, rule = "", expires = "", owner = "", ticket = "", reason = ""] = match;
  return { rule, terms: { reason, owner, ticket, expires } };
}

/** What a violation's text says beside the rule's description. */
export interface ViolationParts {
  /** What is wrong, without any property value. */
  readonly fault: string;
  readonly citations: readonly string[];
  readonly mend: string;
}

const citationsHead = "\nCitations: ";
const mendHead = "\nMend: ";

/** The text of a violation: the fault, then the citations and the mend on lines of their own. */
export function violationText({ fault, citations, mend }: ViolationParts): string {
  return `${fault}${citationsHead}${citations.join(", ")}${mendHead}${mend}`;
}

/**
 * The parts of a violation's text. A text of another pack is all fault.
 *
 * @param description the rule's description, which the SDK puts before the text on a line of its own
 */
export function parseViolation(text: string, description = ""): ViolationParts {
  const body = description !== "" && text.startsWith(`${description}\n`) ? text.slice(description.length + 1) : text;
  const mendAt = body.lastIndexOf(mendHead);
  const citationsAt = body.lastIndexOf(citationsHead, mendAt < 0 ? undefined : mendAt);
  if (mendAt < 0 || citationsAt < 0) return { fault: body, citations: [], mend: "" };
  return {
    fault: body.slice(0, citationsAt),
    citations: body
      .slice(citationsAt + citationsHead.length, mendAt)
      .split(", ")
      .filter(Boolean),
    mend: body.slice(mendAt + mendHead.length),
  };
}
