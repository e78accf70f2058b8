/**
 * How a citation binds: a standard or a required specification must be met; an addressable one must be met where
 * reasonable and appropriate, or the reason and the equivalent measure documented (45 CFR 164.306(d)).
 */
export type Obligation = "standard" | "required" | "addressable";

/** Which rule of 45 CFR Part 164 a citation belongs to. */
export type HipaaRule = "security" | "breach-notification" | "privacy";

/** One paragraph of 45 CFR Part 164 that a requirement of this catalogue serves. */
export interface Citation {
  /** Section and paragraphs, for example `164.312(a)(2)(iv)`. */
  readonly id: string;
  readonly title: string;
  readonly obligation: Obligation;
  readonly rule: HipaaRule;
  /** The safeguard family or part heading that the paragraph stands under. */
  readonly family: string;
}

type Row = readonly [id: string, title: string, obligation: Obligation];

const security: Readonly<Record<string, readonly Row[]>> = {
  "General rules": [
    ["164.306(a)", "Confidentiality, integrity and availability of all ePHI", "standard"],
    ["164.306(d)", "Implementation specifications: required and addressable", "standard"],
    ["164.306(e)", "Maintenance of security measures", "standard"],
  ],
  "Administrative safeguards": [
    ["164.308(a)(1)(i)", "Security management process", "standard"],
    ["164.308(a)(1)(ii)(A)", "Risk analysis", "required"],
    ["164.308(a)(1)(ii)(B)", "Risk management", "required"],
    ["164.308(a)(1)(ii)(C)", "Sanction policy", "required"],
    ["164.308(a)(1)(ii)(D)", "Information system activity review", "required"],
    ["164.308(a)(2)", "Assigned security responsibility", "standard"],
    ["164.308(a)(3)(i)", "Workforce security", "standard"],
    ["164.308(a)(3)(ii)(A)", "Authorization and supervision", "addressable"],
    ["164.308(a)(3)(ii)(B)", "Workforce clearance procedure", "addressable"],
    ["164.308(a)(3)(ii)(C)", "Termination procedures", "addressable"],
    ["164.308(a)(4)(i)", "Information access management", "standard"],
    ["164.308(a)(4)(ii)(A)", "Isolating health care clearinghouse functions", "required"],
    ["164.308(a)(4)(ii)(B)", "Access authorization", "addressable"],
    ["164.308(a)(4)(ii)(C)", "Access establishment and modification", "addressable"],
    ["164.308(a)(5)(i)", "Security awareness and training", "standard"],
    ["164.308(a)(5)(ii)(A)", "Security reminders", "addressable"],
    ["164.308(a)(5)(ii)(B)", "Protection from malicious software", "addressable"],
    ["164.308(a)(5)(ii)(C)", "Log-in monitoring", "addressable"],
    ["164.308(a)(5)(ii)(D)", "Password management", "addressable"],
    ["164.308(a)(6)(i)", "Security incident procedures", "standard"],
    ["164.308(a)(6)(ii)", "Response and reporting", "required"],
    ["164.308(a)(7)(i)", "Contingency plan", "standard"],
    ["164.308(a)(7)(ii)(A)", "Data backup plan", "required"],
    ["164.308(a)(7)(ii)(B)", "Disaster recovery plan", "required"],
    ["164.308(a)(7)(ii)(C)", "Emergency mode operation plan", "required"],
    ["164.308(a)(7)(ii)(D)", "Testing and revision procedures", "addressable"],
    ["164.308(a)(7)(ii)(E)", "Applications and data criticality analysis", "addressable"],
    ["164.308(a)(8)", "Evaluation", "standard"],
    ["164.308(b)(1)", "Business associate contracts", "standard"],
    ["164.308(b)(2)", "Subcontractors of business associates", "standard"],
    ["164.308(b)(3)", "Written contract or other arrangement", "required"],
  ],
  "Physical safeguards": [
    ["164.310(a)(1)", "Facility access controls", "standard"],
    ["164.310(a)(2)(i)", "Contingency operations", "addressable"],
    ["164.310(a)(2)(ii)", "Facility security plan", "addressable"],
    ["164.310(a)(2)(iii)", "Access control and validation procedures", "addressable"],
    ["164.310(a)(2)(iv)", "Maintenance records", "addressable"],
    ["164.310(b)", "Workstation use", "standard"],
    ["164.310(c)", "Workstation security", "standard"],
    ["164.310(d)(1)", "Device and media controls", "standard"],
    ["164.310(d)(2)(i)", "Disposal", "required"],
    ["164.310(d)(2)(ii)", "Media re-use", "required"],
    ["164.310(d)(2)(iii)", "Accountability", "addressable"],
    ["164.310(d)(2)(iv)", "Data backup and storage", "addressable"],
  ],
  "Technical safeguards": [
    ["164.312(a)(1)", "Access control", "standard"],
    ["164.312(a)(2)(i)", "Unique user identification", "required"],
    ["164.312(a)(2)(ii)", "Emergency access procedure", "required"],
    ["164.312(a)(2)(iii)", "Automatic logoff", "addressable"],
    ["164.312(a)(2)(iv)", "Encryption and decryption", "addressable"],
    ["164.312(b)", "Audit controls", "standard"],
    ["164.312(c)(1)", "Integrity", "standard"],
    ["164.312(c)(2)", "Mechanism to authenticate ePHI", "addressable"],
    ["164.312(d)", "Person or entity authentication", "standard"],
    ["164.312(e)(1)", "Transmission security", "standard"],
    ["164.312(e)(2)(i)", "Integrity controls", "addressable"],
    ["164.312(e)(2)(ii)", "Encryption", "addressable"],
  ],
  "Organizational requirements": [
    ["164.314(a)(1)", "Business associate contracts or other arrangements", "standard"],
    ["164.314(a)(2)(i)", "Business associate contracts: contents", "required"],
    ["164.314(b)(1)", "Requirements for group health plans", "standard"],
  ],
  "Policies, procedures and documentation": [
    ["164.316(a)", "Policies and procedures", "standard"],
    ["164.316(b)(1)", "Documentation", "standard"],
    ["164.316(b)(2)(i)", "Time limit: retention for six years", "required"],
    ["164.316(b)(2)(ii)", "Availability of documentation", "required"],
    ["164.316(b)(2)(iii)", "Updates of documentation", "required"],
  ],
};

const breachNotification: readonly Row[] = [
  ["164.402", "Definitions: breach, unsecured PHI", "standard"],
  ["164.404(b)", "Notification of individuals: timeliness", "standard"],
  ["164.410(b)", "Notification by a business associate: timeliness", "standard"],
];

const privacy: readonly Row[] = [
  ["164.502(a)(3)", "Permitted uses and disclosures by business associates", "standard"],
  ["164.502(b)", "Minimum necessary", "standard"],
  ["164.502(e)", "Disclosures to business associates", "standard"],
  ["164.504(e)(2)", "Business associate contracts: contents", "standard"],
  ["164.514(a)", "De-identification of PHI", "standard"],
  ["164.514(b)(2)", "De-identification: safe harbor", "standard"],
  ["164.514(d)", "Minimum necessary requirements", "standard"],
  ["164.528", "Accounting of disclosures of PHI", "standard"],
  ["164.530(b)", "Training", "standard"],
  ["164.530(c)", "Safeguards", "standard"],
];

/** Every citation of the catalogue, in the order of the regulation's sections. Source: 45 CFR Part 164. */
export const citations: readonly Citation[] = [
  ...Object.entries(security).flatMap(([family, rows]) => rows.map((row) => citation(row, "security", family))),
  ...breachNotification.map((row) => citation(row, "breach-notification", "Breach notification")),
  ...privacy.map((row) => citation(row, "privacy", "Privacy of PHI")),
];

const byId = new Map(citations.map((entry) => [entry.id, entry]));

/**
 * The citation with this id.
 *
 * @throws Error when the catalogue holds no such citation: a requirement must never cite what does not exist.
 */
export function citationOf(id: string): Citation {
  const found = byId.get(id);
  if (!found) throw new Error(`"${id}" is not a citation of 45 CFR Part 164 in this catalogue; see citations.ts`);
  return found;
}

function citation([id, title, obligation]: Row, rule: HipaaRule, family: string): Citation {
  return { id, title, obligation, rule, family };
}
