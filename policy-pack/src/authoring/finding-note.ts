import { proposedText, type Requirement } from "@hipaa-aws/controls";
import type { CitationMode } from "./pack-settings";

/** Rule sets by their names in the catalogue, as people know them. */
const peerNames: Readonly<Record<string, string>> = {
  cdkNag: "cdk-nag",
  awsConfig: "AWS Config",
  prowler: "Prowler",
  powerpipe: "Powerpipe",
  guard: "CloudFormation Guard",
  pulumiCompliance: "Pulumi compliance policies",
  checkov: "Checkov",
};

/** What a finding's text says beside the citations in force. */
export function findingNote(requirement: Requirement, mode: CitationMode): string | undefined {
  if (mode === "nprm-2025") return proposedText(requirement.hipaa);
  return mode === "peers" ? peersText(requirement) : undefined;
}

function peersText({ peers = {}, peerCitations = [] }: Requirement): string | undefined {
  const sets = Object.entries(peers).filter(([, ids]) => ids.length > 0);
  if (sets.length === 0) return undefined;
  const ids = sets.map(([set, names]) => `${peerNames[set] ?? set}: ${names.join(", ")}`);
  const said = [...ids, ...(peerCitations.length > 0 ? [`they cite ${peerCitations.join(", ")}`] : [])].join("; ");
  return `in other rule sets: ${said}`;
}
