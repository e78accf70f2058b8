import type { ExemptionClass, ExemptionTerms } from "@hipaa-aws/controls";
import { tooBroad } from "../knowledge/urn-pattern";

/** One exemption, as it stands under `exemptions` in the configuration of the rule it is for. */
export interface Exemption extends ExemptionTerms {
  /** URN, with `*` for any run of characters. Anchored at both ends: it has to match the whole URN. */
  readonly resource: string;
}

/**
 * JSON schema of `exemptions` in every rule's configuration; the engine refuses what does not fit it. It says which
 * fields there are and which have to be: what each has to hold is told by {@link exemptionFaults}. The engine compiles
 * the schema anew for every rule of the pack before every preview, and a third of that was the fields' own conditions.
 */
export const exemptionsSchema = {
  type: "array" as const,
  description:
    "Accepted violations of this rule. Each names the resource, the reason, an owner, a ticket and the last day on which it holds, at most one year ahead; where the rule serves something required, also the compensating control.",
  default: [] as Exemption[],
  items: {
    type: "object" as const,
    required: ["resource", "reason", "owner", "ticket", "expires"],
    additionalProperties: false,
    properties: {
      resource: {},
      reason: {},
      owner: {},
      ticket: {},
      expires: {},
      compensatingControl: {},
    },
  },
};

/** Something by which an exemption does not hold. */
export interface ExemptionFault {
  readonly field: keyof Exemption;
  /** An exemption that has run out was right once, and hides nothing any more. */
  readonly kind: "expired" | "wrong";
  /** Ends a sentence that begins with "its exemption …". */
  readonly why: string;
}

const longest = 366;
const day = 24 * 60 * 60 * 1000;
const shortest = 20;

/**
 * All by which an exemption does not hold.
 *
 * @param obligation of the rule it is for: what is required cannot be left out as "not reasonable and appropriate", and
 * has to be met otherwise (45 CFR 164.306(d))
 * @param today the day on which the rule runs
 */
export function exemptionFaults(
  exemption: Readonly<Partial<Record<keyof Exemption, unknown>>>,
  obligation: ExemptionClass,
  today: Date,
): ExemptionFault[] {
  const faults: ExemptionFault[] = [];
  const wrong = (field: keyof Exemption, why: string): void => void faults.push({ field, kind: "wrong", why });
  const { resource, reason, owner, ticket, compensatingControl } = exemption;

  const broad = typeof resource === "string" ? tooBroad(resource) : "names no resource";
  if (broad !== undefined) wrong("resource", `is refused, because its resource pattern matches too much: it ${broad}`);
  if (!isText(reason, shortest)) wrong("reason", "gives no reason of at least 20 characters");
  if (!isText(owner, 1)) wrong("owner", "names no owner");
  if (!isText(ticket, 1)) wrong("ticket", "names no ticket");
  if (obligation === "required") {
    if (!isText(compensatingControl, shortest)) {
      wrong(
        "compensatingControl",
        "states no compensatingControl of at least 20 characters, by which what the rule serves, and what is required, is met otherwise",
      );
    }
    if (typeof reason === "string" && /\b(not|neither|un)[\s-]*(reasonable|appropriate)/i.test(reason)) {
      wrong(
        "reason",
        "gives as its reason that the measure is not reasonable and appropriate, which holds for addressable specifications only (45 CFR 164.306(d)(3))",
      );
    }
  } else if (compensatingControl !== undefined && !isText(compensatingControl, shortest)) {
    wrong("compensatingControl", "states a compensatingControl of fewer than 20 characters");
  }
  const dated = dateFault(exemption.expires, today);
  return dated ? [...faults, dated] : faults;
}

function dateFault(expires: unknown, today: Date): ExemptionFault | undefined {
  const end = dateOf(expires);
  const fault = (kind: ExemptionFault["kind"], why: string): ExemptionFault => ({ field: "expires", kind, why });
  if (end === undefined) return fault("wrong", "has no end date of the form YYYY-MM-DD in expires");
  // It holds to the end of its last day, in UTC.
  if (end + day <= today.getTime()) return fault("expired", `expired on ${String(expires)}`);
  if (end - today.getTime() > longest * day) return fault("wrong", "ends more than one year ahead");
  return undefined;
}

/** Milliseconds of a date that is in the calendar: February 30 is not. */
function dateOf(text: unknown): number | undefined {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? time : undefined;
}

function isText(value: unknown, least: number): value is string {
  return typeof value === "string" && value.trim().length >= least;
}

export function termsOf({ reason, owner, ticket, expires, compensatingControl }: Exemption): ExemptionTerms {
  return { reason, owner, ticket, expires, ...(compensatingControl === undefined ? {} : { compensatingControl }) };
}
