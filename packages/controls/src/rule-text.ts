import { citationOf } from "./citations";
import { neverExempt } from "./never-exempt";
import { exemptionClass } from "./obligations";
import type { Phase, Requirement, RequirementKind, RequirementProperty, Severity, Tier } from "./requirements";

/**
 * What is said of a rule wherever it is shown: by the SDK, on the rule's page, in SARIF and on the command line. One
 * place, so that all say the same.
 */

/** The level at which a rule stands when nobody says otherwise. */
export const tierLevels: Readonly<Record<Tier, "mandatory" | "advisory" | "disabled">> = {
  core: "mandatory",
  extended: "advisory",
  optional: "disabled",
};

export const tierTexts: Readonly<Record<Tier, string>> = {
  core: "core: on, a violation stops the deployment",
  extended: "extended: on, a violation is advice",
  optional: "optional: off until the configuration switches it on",
};

export const phaseTexts: Readonly<Record<Phase, string>> = {
  preview: "at preview, from the inputs of one resource",
  update: "usually on update, since it needs values that are known only then",
  stack: "when all resources of the stack are registered",
  "n/a": "not decided by a rule",
};

export const kindTexts: Readonly<Record<RequirementKind, string>> = {
  "resource-policy": "rule on one resource",
  "stack-policy": "rule on resources together",
  component: "setting of the components",
  guidance: "duty of people: no rule can see it",
};

/** `45 CFR 164.312(b) Audit controls (standard)`. */
export function citationText(id: string): string {
  const { title, obligation } = citationOf(id);
  return `45 CFR ${id} ${title} (${obligation})`;
}

/** The requirement's first paragraph in the terms of the SDK. */
export function frameworkOf({ hipaa }: Pick<Requirement, "hipaa">): {
  readonly name: string;
  readonly version: string;
  readonly reference: string;
  readonly specification: string;
} {
  const [first] = hipaa;
  return {
    name: "HIPAA Security Rule",
    version: "45 CFR Part 164",
    reference: hipaa.join(", "),
    specification: first === undefined ? "" : citationOf(first).title,
  };
}

export function ruleTags({ service, tier, hipaa }: Pick<Requirement, "service" | "tier" | "hipaa">): string[] {
  return [service, tier, ...hipaa];
}

/** Severity on the scale of 0.0 to 10.0 by which code scanning sorts findings. Source: GitHub, SARIF support. */
export const securitySeverities: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
};

/** Names of the other rule sets, by the keys of `peers`. */
export const peerNames: Readonly<Record<string, string>> = {
  awsConfig: "AWS Config",
  cdkNag: "cdk-nag",
  checkov: "Checkov",
  guard: "AWS Guard Rules Registry",
  powerpipe: "Powerpipe",
  prowler: "Prowler",
  pulumiCompliance: "Pulumi compliance policies",
};

/** Terms of the catalogue in plain words. */
const terms: readonly (readonly [RegExp, string])[] = [
  [/\bnot TRUE predicate\b/g, "not true"],
  [/\bTRUE predicate\b/g, "true"],
  [/\bCMK predicate\b/g, "a customer-managed key, or one wired from another resource"],
  [/\bno public Allow \(predicate\)/g, "no statement allows everybody without a condition that narrows"],
  [/\bTLS deny \(predicate\)/g, "statement that denies every request without TLS"],
  [/ \(predicate\)/g, ""],
  [
    /\bresolve through propertyDependencies; if still unresolved, defer\b/g,
    "taken from what it is wired to, else defer",
  ],
  [/\bdefer\b/g, "undecided until update"],
];

/** A condition of the catalogue in plain words. */
export function plainCondition(text: string): string {
  return terms.reduce((plain, [term, words]) => plain.replace(term, words), text);
}

/** The verdict where a property is absent or not known yet, in plain words; nothing where there is none. */
export function plainVerdict(text: string | undefined): string | undefined {
  if (text === undefined || /^n\/a\b/.test(text)) return undefined;
  const plain = plainCondition(text);
  return plain.replace(/^ok\b/, "passes");
}

/** What a rule asks of one property: the condition; `absent: …`; `not known yet: …`. */
export function propertyText({ pass, unset, unknown }: RequirementProperty): string {
  const absent = plainVerdict(unset);
  const open = plainVerdict(unknown);
  return [
    plainCondition(pass),
    ...(absent === undefined ? [] : [`absent: ${absent}`]),
    ...(open === undefined ? [] : [`not known yet: ${open}`]),
  ].join("; ");
}

/** On what terms a rule may be exempted, or why it may not. */
export function exemptionText(requirement: Pick<Requirement, "id" | "hipaa">): string {
  const never = neverExempt[requirement.id];
  if (never?.when === "always") return `None: ${never.why}.`;
  const terms =
    exemptionClass(requirement) === "required"
      ? "With a compensating control: the rule serves a standard or a required specification (45 CFR 164.306(d)(2))."
      : "Documented, with an equivalent measure where one is reasonable and appropriate: the rule serves addressable specifications alone (45 CFR 164.306(d)(3)).";
  return never ? `${terms} None for what may hold PHI: ${never.why}.` : terms;
}

/** What a user needs who meets a finding: what is asked, by which paragraphs, and the mend. */
export function ruleHelp(
  requirement: Pick<Requirement, "what" | "hipaa" | "mend" | "tier" | "phase">,
  url?: string,
): { readonly text: string; readonly markdown: string } {
  const { what, hipaa, mend, tier, phase } = requirement;
  const cited = hipaa.map(citationText);
  return {
    text: [what, `Why: ${cited.join("; ")}.`, `Mend: ${mend}`, ...(url === undefined ? [] : [url])].join("\n\n"),
    markdown: [
      what,
      `**Why**\n\n${cited.map((line) => `- ${line}`).join("\n")}`,
      `**Mend**\n\n${mend}`,
      `Decides ${phaseTexts[phase]}. Tier ${tierTexts[tier]}.`,
      ...(url === undefined ? [] : [`[Examples and configuration](${url})`]),
    ].join("\n\n"),
  };
}
