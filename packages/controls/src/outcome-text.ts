import type { ExemptionClass } from "./obligations";

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
  /**
   * What meets the requirement in the rule's place. Always there for what is required; for what is addressable, the
   * equivalent alternative measure, where one is reasonable and appropriate.
   */
  readonly compensatingControl?: string;
}

/** One accepted violation. */
export interface ExemptedViolation {
  readonly rule: string;
  readonly terms: ExemptionTerms;
  /** Whether the rule serves something required, or addressable specifications alone. */
  readonly obligation: ExemptionClass;
  /** What was accepted. */
  readonly fault: string;
}

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

const controlHeads: Readonly<Record<ExemptionClass, string>> = {
  required: "\nRequired, met otherwise by: ",
  addressable: "\nAddressable, equivalent alternative measure: ",
};
const noControl = "none stated";
const acceptedHead = "\nAccepted: ";

export function exemptedText({ rule, terms, obligation, fault }: ExemptedViolation): string {
  const { expires, owner, ticket, reason, compensatingControl = noControl } = terms;
  return [
    `exempted from ${rule} until ${expires} (owner ${line(owner)}, ticket ${line(ticket)}): ${line(reason)}`,
    `${controlHeads[obligation]}${line(compensatingControl)}`,
    `${acceptedHead}${line(fault)}`,
  ].join("");
}

/** The exempted violation, or nothing when the text is no such diagnostic. */
export function parseExempted(text: string): ExemptedViolation | undefined {
  const match =
    /exempted from (\S+) until (\d{4}-\d{2}-\d{2}) \(owner (.*?), ticket (.*?)\): (.*)\n(Required|Addressable), [a-z ]+: (.*)\nAccepted: (.*)$/.exec(
      text,
    );
  if (!match) return undefined;
  const [, rule = "", expires = "", owner = "", ticket = "", reason = "", kind, control = "", fault = ""] = match;
  const terms = { reason, owner, ticket, expires, ...(control === noControl ? {} : { compensatingControl: control }) };
  return { rule, terms, obligation: kind === "Required" ? "required" : "addressable", fault };
}

/** A text of somebody's own on one line, so that it cannot pass for a line of ours. */
function line(text: string): string {
  return text.replace(/[\r\n\t]+/g, " ");
}

const refusedHead = "; its exemption ";

/** A fault whose exemption does not hold, with the reason. */
export function refusedExemptionText(fault: string, why: string): string {
  return `${fault}${refusedHead}${why}`;
}

/** The fault without what is said of its exemption. */
export function unexemptedFault(fault: string): string {
  const at = fault.indexOf(refusedHead);
  return at < 0 ? fault : fault.slice(0, at);
}

/** What a violation's text says beside the rule's description. */
export interface ViolationParts {
  /** What is wrong, without any property value. */
  readonly fault: string;
  readonly citations: readonly string[];
  /** What other rule sets cite, or what a proposed rule would: never a citation in force of ours. */
  readonly note?: string;
  readonly mend: string;
}

const citationsHead = "\nCitations: ";
const noteHead = "\nBeside these: ";
const mendHead = "\nMend: ";

/** The text of a violation: the fault, then citations, note and mend on lines of their own. */
export function violationText({ fault, citations, note, mend }: ViolationParts): string {
  const noted = note === undefined ? "" : `${noteHead}${note}`;
  return `${fault}${citationsHead}${citations.join(", ")}${noted}${mendHead}${mend}`;
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
  const [cited = "", note] = body.slice(citationsAt + citationsHead.length, mendAt).split(noteHead);
  return {
    fault: body.slice(0, citationsAt),
    citations: cited.split(", ").filter(Boolean),
    ...(note === undefined ? {} : { note }),
    mend: body.slice(mendAt + mendHead.length),
  };
}
