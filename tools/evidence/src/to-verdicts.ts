import {
  isPackRule,
  packRules,
  parseDeclassified,
  parseExempted,
  parseUndecided,
  parseViolation,
  requirements,
  type Severity,
} from "@hipaa-aws/controls";
import type { Declassified, Finding, JudgedRule, Level, Pass, Verdicts } from "./verdicts";
import type { PolicyInfo } from "./policy-info";
import type { Remediated } from "./remediated";

/** What a policy reported, however it was asked. */
export interface PolicyDiagnostic {
  readonly policyName: string;
  /** Absent when a stack policy speaks of no resource. */
  readonly urn?: string;
  readonly message: string;
  readonly enforcementLevel: string;
  readonly severity?: string;
}

/** What is known of the run beside the diagnostics. */
export interface PolicyRun {
  readonly pack: { readonly name: string; readonly version: string };
  readonly policies: readonly PolicyInfo[];
  /** URN of the stack's root: what a stack policy says of no resource, or of one that is not there, is said of it. */
  readonly stackUrn: string;
  /** URNs of the stack's resources. */
  readonly urns: ReadonlySet<string>;
  /** Policies that were asked, had something to judge and reported nothing; stack policies with the stack's URN. */
  readonly passed: readonly Pass[];
  /** Default: none. */
  readonly remediated?: readonly Remediated[];
  readonly notApplicable: number;
}

/**
 * Makes verdicts of diagnostics, the same for every host.
 *
 * A finding has the level of its rule, even where the protocol had to say "undecided" or "exempted" in an advisory
 * diagnostic. One undecided diagnostic of a stack policy gives a finding for each resource that it names. Citations and
 * mend are the catalogue's where it knows the rule, else those of the text or of the policy.
 */
export function toVerdicts(diagnostics: readonly PolicyDiagnostic[], run: PolicyRun): Verdicts {
  const policies = new Map(run.policies.map((policy) => [policy.name, policy]));
  const isScope = ({ policyName }: PolicyDiagnostic): boolean => policyName === packRules.phiScope;
  const judgements = diagnostics.filter((diagnostic) => !isScope(diagnostic));
  const findings = unique(judgements.flatMap((diagnostic) => findingsOf(diagnostic, run, policies)));
  const found = new Set(findings.map((finding) => pairOf(finding.rule, finding.urn)));
  const rulesWithFindings = new Set(findings.map(({ rule }) => rule));
  const passed = run.passed.filter(
    ({ rule, urn }) =>
      !isPackRule(rule) &&
      !found.has(pairOf(rule, urn)) &&
      // A stack policy passes as a whole or not at all.
      !(policies.get(rule)?.kind === "stack" && rulesWithFindings.has(rule)),
  );
  return {
    pack: run.pack,
    rules: run.policies.filter(({ name, level }) => level !== "disabled" && !isPackRule(name)).map(judgedRule),
    findings,
    declassified: diagnostics.filter(isScope).flatMap((diagnostic) => declassifiedOf(diagnostic, run)),
    remediated: run.remediated ?? [],
    passed,
    notApplicable: run.notApplicable,
  };
}

function judgedRule({ name, level, description, severity, reference, mend, url }: PolicyInfo): JudgedRule {
  const citations = requirements().get(name)?.hipaa ?? referenced(reference);
  return {
    rule: name,
    level: bindingLevel(level),
    ...(description === "" ? {} : { description }),
    ...(severity ? { severity } : {}),
    ...(citations.length > 0 ? { citations } : {}),
    ...(mend ? { mend } : {}),
    ...(url ? { url } : {}),
  };
}

function findingsOf(
  diagnostic: PolicyDiagnostic,
  run: PolicyRun,
  policies: ReadonlyMap<string, PolicyInfo>,
): Finding[] {
  const { policyName, message, severity } = diagnostic;
  const exempted = parseExempted(message);
  const rule = exempted?.rule ?? policyName;
  const policy = policies.get(rule);
  const requirement = requirements().get(rule);
  const parts = parseViolation(message, policies.get(policyName)?.description);
  const place = (urn: string | undefined) => placeOf(urn, run);
  const finding: Omit<Finding, "urn" | "outcome" | "message"> = {
    rule,
    level: bindingLevel(policy?.level ?? diagnostic.enforcementLevel),
    ...withSeverity((exempted ? undefined : severity) ?? policy?.severity),
    ...(parts.note === undefined ? {} : { note: parts.note }),
    citations: requirement?.hipaa ?? (parts.citations.length > 0 ? parts.citations : referenced(policy?.reference)),
    mend: requirement?.mend ?? (parts.mend || (policy?.mend ?? "")),
  };
  if (exempted) {
    const urn = place(diagnostic.urn);
    const { terms, obligation, fault } = exempted;
    return [{ ...finding, urn, outcome: "exempted", message: fault, exemption: { ...terms, obligation } }];
  }
  const places = parseUndecided(message);
  if (!places) return [{ ...finding, urn: place(diagnostic.urn), outcome: "violation", message: parts.fault }];
  const paths = new Map<string, string[]>();
  for (const { urn, path } of places) {
    const at = place(urn ?? diagnostic.urn);
    paths.set(at, [...(paths.get(at) ?? []), path]);
  }
  return [...paths].map(([urn, unknown]) => ({
    ...finding,
    urn,
    outcome: "undecided" as const,
    message: `known only on update: ${[...new Set(unknown)].join(", ")}`,
  }));
}

function declassifiedOf({ message, urn }: PolicyDiagnostic, run: PolicyRun): Declassified[] {
  const declassification = parseDeclassified(message);
  return declassification ? [{ ...declassification, urn: placeOf(urn, run) }] : [];
}

/** What is said of no resource, or of one that is not there, is said of the stack. */
function placeOf(urn: string | undefined, run: PolicyRun): string {
  return urn !== undefined && run.urns.has(urn) ? urn : run.stackUrn;
}

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [[one.rule, one.urn, one.outcome, one.message].join("\n"), one])).values()];
}

/** What stops a deployment is mandatory: a remediation that did not help does. */
function bindingLevel(level: string): Level {
  return level === "advisory" || level === "disabled" ? "advisory" : "mandatory";
}

function withSeverity(severity: string | undefined): { severity?: Severity } {
  const known = (["low", "medium", "high", "critical"] as const).find((one) => one === severity);
  return known ? { severity: known } : {};
}

function referenced(reference: string | undefined): string[] {
  return (reference ?? "").split(/[,;]\s*/).filter((citation) => citation !== "");
}

function pairOf(rule: string, urn: string): string {
  return `${rule}\n${urn}`;
}
