import { createHash } from "node:crypto";
import { citationText, findingHash } from "@hipaa-aws/controls";
import type { Finding, FindingExemption, Verdicts } from "@hipaa-aws/evidence";
import type { ReportingDescriptor, Result, Suppression } from "sarif";
import { logicalPlace, type Places } from "./places";

/**
 * Every finding as a result. A violation is a failure at the level of its rule; an exempted one is too, and suppressed;
 * an undecided one is open, which has no level (SARIF 2.1.0, 3.27.10).
 */
export function sarifResults(
  { findings }: Verdicts,
  rules: readonly ReportingDescriptor[],
  places: Places | undefined,
  isNewOnly: boolean,
): Result[] {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return findings
    .map((finding): Result => {
      const { rule, urn, outcome, level, citations, exemption } = finding;
      return {
        ruleId: rule,
        ruleIndex: indexes.get(rule) ?? -1,
        kind: outcome === "undecided" ? "open" : "fail",
        level: outcome === "undecided" ? "none" : level === "mandatory" ? "error" : "warning",
        message: messageOf(finding),
        locations: [places?.at(urn) ?? { logicalLocations: [logicalPlace(urn)] }],
        partialFingerprints: { "hipaaFinding/v1": fingerprint(finding) },
        ...(exemption ? { suppressions: [suppression(exemption)] } : {}),
        // What a baseline knows is not reported, so what is reported is new; what is open is not compared.
        ...(isNewOnly && outcome === "violation" ? { baselineState: "new" as const } : {}),
        properties: { urn, outcome, citations: [...citations] },
      };
    })
    .sort(inOrder);
}

function messageOf({ message, citations, mend, note }: Finding): Result["message"] {
  const cited = citations.map(textOf);
  const parts = [
    message,
    ...(cited.length === 0 ? [] : [`Why: ${cited.join("; ")}.`]),
    ...(note === undefined ? [] : [`Beside these: ${note}.`]),
    ...(mend === "" ? [] : [`Mend: ${mend}`]),
  ];
  return { text: parts.join("\n") };
}

function textOf(citation: string): string {
  try {
    return citationText(citation);
  } catch {
    // A citation of another pack, which may be of another regulation.
    return citation;
  }
}

function suppression({
  reason,
  owner,
  ticket,
  expires,
  obligation,
  compensatingControl,
}: FindingExemption): Suppression {
  const control = compensatingControl === undefined ? "" : ` Met otherwise by: ${compensatingControl}.`;
  return {
    kind: "external",
    status: "accepted",
    justification: `${reason}${/[.!?]$/.test(reason) ? "" : "."}${control} Owner ${owner}, ticket ${ticket}, until ${expires}.`,
    properties: { owner, ticket, expires, obligation },
  };
}

/**
 * The same for the same fault at the same resource, whatever else the stack holds. What is open is known by its rule
 * and resource alone: which inputs are unknown changes from one update to the next.
 */
function fingerprint({ rule, urn, outcome, message }: Finding): string {
  const what = outcome === "undecided" ? "undecided" : findingHash(message);
  return createHash("sha256").update([rule, urn, what].join("\n")).digest("hex").slice(0, 32);
}

function inOrder(a: Result, b: Result): number {
  return compare(keyOf(a), keyOf(b));
}

function keyOf({ ruleId, properties, message }: Result): string {
  return [ruleId, String(properties?.["urn"]), message.text].join("\n");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
