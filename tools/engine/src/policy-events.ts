import type { EngineEvent } from "@pulumi/pulumi/automation";
import { remediatedInputs, type Pass, type Remediated, type Verdicts } from "@hipaa-aws/evidence";
import type { ResourceState } from "@hipaa-aws/stack-state";

/** What a rule reported, as the engine passed it on. */
export interface PolicyDiagnostic {
  readonly policyName: string;
  /** The stack's own URN for what a stack rule says without naming a resource. */
  readonly urn: string;
  readonly message: string;
  readonly enforcementLevel: string;
  readonly severity?: string;
}

/** What the engine's events say of the policy pack. */
export interface PolicyObservations {
  /** Absent when the engine asked no pack. */
  readonly pack?: Verdicts["pack"];
  readonly diagnostics: readonly PolicyDiagnostic[];
  /** Stack rules that passed carry the stack's own URN. */
  readonly passed: readonly Pass[];
  /** What remediations wrote before the rules judged; all of it is deployed. */
  readonly remediated: readonly Remediated[];
  /** Resources that the pack was asked about. */
  readonly resources: readonly string[];
  /** Whether the pack's stack rules were asked: not when a resource rule stopped an update. */
  readonly stackAsked: boolean;
  /** Pairs of rule and resource, or rule and stack, that did not pass. */
  readonly failed: number;
}

interface Summary {
  readonly policyPackName: string;
  readonly policyPackVersion: string;
  readonly resourceUrn?: string;
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
}

/** Fields that the engine sends and the SDK's types leave out. */
interface PolicyFields {
  readonly policyAnalyzeSummaryEvent?: Summary;
  readonly policyAnalyzeStackSummaryEvent?: Summary;
  readonly policyRemediationEvent?: RemediationEvent;
}

/** Inputs before and after one remediation, secrets blinded. */
interface RemediationEvent {
  readonly resourceUrn: string;
  readonly policyName: string;
  readonly before?: Inputs;
  readonly after?: Inputs;
}

type Inputs = ResourceState["inputs"];

/** Reads what rules said from the events of one run. */
export function policyObservations(events: readonly EngineEvent[], stackUrn: string): PolicyObservations {
  const diagnostics = new Map<string, PolicyDiagnostic>();
  const passed = new Map<string, Pass>();
  const remediated = new Map<string, Remediated>();
  const failed = new Set<string>();
  const resources = new Set<string>();
  let stackAsked = false;
  let pack: Verdicts["pack"] | undefined;
  for (const event of events) {
    if (event.policyEvent) {
      const one = diagnostic(event.policyEvent, stackUrn);
      diagnostics.set(JSON.stringify([one.policyName, one.urn, one.message]), one);
    }
    const {
      policyAnalyzeSummaryEvent: resource,
      policyAnalyzeStackSummaryEvent: stack,
      policyRemediationEvent: remediation,
    } = event as PolicyFields;
    if (remediation) {
      const one = remediatedBy(remediation);
      remediated.set(JSON.stringify([one.rule, one.urn]), one);
    }
    const summary = resource ?? stack;
    if (!summary) continue;
    const urn = summary.resourceUrn ?? stackUrn;
    pack ??= { name: summary.policyPackName, version: summary.policyPackVersion };
    if (resource) resources.add(urn);
    else stackAsked = true;
    for (const rule of summary.failed ?? []) failed.add(JSON.stringify([rule, urn]));
    for (const rule of summary.passed ?? []) passed.set(JSON.stringify([rule, urn]), { rule, urn });
  }
  return {
    ...(pack ? { pack } : {}),
    diagnostics: [...diagnostics.values()],
    passed: [...passed.values()],
    remediated: [...remediated.values()],
    resources: [...resources],
    stackAsked,
    failed: failed.size,
  };
}

/** Whether a rule stopped the run. */
export function violatesMandatory(observations: PolicyObservations): boolean {
  return observations.diagnostics.some((one) => one.enforcementLevel === "mandatory");
}

function diagnostic(event: NonNullable<EngineEvent["policyEvent"]>, stackUrn: string): PolicyDiagnostic {
  const severity = (event as { severity?: string }).severity;
  return {
    policyName: event.policyName,
    urn: event.resourceUrn || stackUrn,
    message: withoutColors(event.message).replace(/\n$/, ""),
    enforcementLevel: event.enforcementLevel,
    ...(severity ? { severity } : {}),
  };
}

function remediatedBy({ policyName, resourceUrn, before, after }: RemediationEvent): Remediated {
  return { rule: policyName, urn: resourceUrn, applied: true, inputs: remediatedInputs(before ?? {}, after ?? {}) };
}

/** The engine wraps messages in its own color tags, `<{%fg 13%}>`, unless it runs without colors. */
function withoutColors(text: string): string {
  return text.replace(/<\{%.*?%\}>/g, "");
}
