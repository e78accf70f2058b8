import { exemptionRule, type ExemptionTerms } from "@hipaa-aws/controls";

/** One exemption, as it stands under `exemptions` in the configuration of the rule it is for. */
export interface Exemption extends ExemptionTerms {
  /** URN, with `*` for any run of characters. Anchored at both ends: it has to match the whole URN. */
  readonly resource: string;
}

/** JSON schema of `exemptions` in every rule's configuration; the engine refuses what does not fit it. */
export const exemptionsSchema = {
  type: "array" as const,
  description:
    "Accepted violations of this rule. Each names the resource, the reason, an owner, a ticket and the last day on which it holds, at most one year ahead.",
  default: [] as Exemption[],
  items: {
    type: "object" as const,
    required: ["resource", "reason", "owner", "ticket", "expires"],
    additionalProperties: false,
    properties: {
      resource: { type: "string" as const, minLength: 8 },
      reason: { type: "string" as const, minLength: 20 },
      owner: { type: "string" as const, minLength: 2 },
      ticket: { type: "string" as const, minLength: 2 },
      expires: { type: "string" as const, pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    },
  },
};

/** What a rule's exemptions say of a violation at one resource. */
export type ExemptionVerdict =
  | { readonly kind: "none" }
  | { readonly kind: "exempted"; readonly terms: ExemptionTerms }
  /** There is one, but it does not hold; `why` ends the sentence "its exemption …". */
  | { readonly kind: "refused"; readonly why: string };

const longest = 366;
const day = 24 * 60 * 60 * 1000;

/**
 * Looks a resource up among a rule's exemptions. The first that matches and holds wins; one that matches and does not
 * hold is named, so that nobody wonders why the violation is back.
 *
 * @param today the day on which the rule runs
 */
export function findExemption(settings: unknown, urn: string, today: Date, neverExempt = false): ExemptionVerdict {
  if (!Array.isArray(settings)) return { kind: "none" };
  let refused: ExemptionVerdict | undefined;
  for (const entry of settings as readonly unknown[]) {
    const exemption = entry as Partial<Exemption> | null;
    if (typeof exemption?.resource !== "string" || !matchesUrn(exemption.resource, urn)) continue;
    const why = neverExempt ? "is refused, because this rule takes none" : whyNot(exemption, today);
    if (why === undefined) return { kind: "exempted", terms: termsOf(exemption as Exemption) };
    refused ??= { kind: "refused", why };
  }
  return refused ?? { kind: "none" };
}

/** Whether a URN pattern matches a whole URN; `*` stands for any run of characters, everything else for itself. */
export function matchesUrn(pattern: string, urn: string): boolean {
  const escaped = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join("[\\s\\S]*")}$`).test(urn);
}

function whyNot(exemption: Partial<Exemption>, today: Date): string | undefined {
  const { resource = "", reason, owner, ticket, expires } = exemption;
  if (resource.replace(/[*:]/g, "").length < 8) return "is refused, because its resource pattern matches too much";
  if (typeof reason !== "string" || reason.trim().length < 20) return "gives no reason of at least 20 characters";
  if (typeof owner !== "string" || owner.trim() === "") return "names no owner";
  if (typeof ticket !== "string" || ticket.trim() === "") return "names no ticket";
  const end = typeof expires === "string" && /^\d{4}-\d{2}-\d{2}$/.test(expires) ? Date.parse(expires) : Number.NaN;
  if (Number.isNaN(end)) return "has no end date of the form YYYY-MM-DD in expires";
  // It holds to the end of its last day, in UTC.
  if (end + day <= today.getTime()) return `expired on ${expires as string}`;
  if (end - today.getTime() > longest * day) return "ends more than one year ahead";
  return undefined;
}

function termsOf({ reason, owner, ticket, expires }: Exemption): ExemptionTerms {
  return { reason, owner, ticket, expires };
}

/** A violation that an exemption covers, kept until {@link exemptionRule} reports it. */
export interface ExemptedFinding {
  readonly rule: string;
  readonly urn: string;
  readonly terms: ExemptionTerms;
}

/**
 * Violations that were exempted since the last stack analysis. An exempted rule has to stay silent, or it would stop
 * the deployment at its own level; the rule `hipaa-exempted-findings` reports them at the end in its place. The engine
 * analyses every resource before the stack, and one process serves one operation at a time, so a list is enough.
 */
export class ExemptedFindings {
  private list: ExemptedFinding[] = [];

  add(finding: ExemptedFinding): void {
    this.list.push(finding);
  }

  take(): ExemptedFinding[] {
    const taken = this.list;
    this.list = [];
    return taken;
  }
}

export { exemptionRule };
