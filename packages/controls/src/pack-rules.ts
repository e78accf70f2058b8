/**
 * The pack's rules about itself: what was configured, exempted, declassified, known before. They judge no requirement,
 * so that reports leave them out where they count rules, and they take no exemptions.
 */
export const packRules = {
  /** Reads the pack-wide settings, and is violated when they are wrong. */
  settings: "hipaa-settings",
  /** Carries exempted findings, since the exempted rule itself has to stay silent. */
  exempted: "hipaa-exempted-findings",
  /** Is violated by exemptions that are wrong in themselves. */
  exemptions: "hipaa-exemptions",
  /** Is violated by exemptions that have no effect any more. */
  staleExemptions: "hipaa-stale-exemptions",
  /** Counts the findings that a baseline knows, and names entries that no longer occur. */
  baseline: "hipaa-baseline",
  /** Carries what counts as holding no PHI, and by whose word. */
  phiScope: "hipaa-phi-scope",
} as const;

const names: ReadonlySet<string> = new Set(Object.values(packRules));

/** Whether a rule is about the pack itself. */
export function isPackRule(rule: string): boolean {
  return names.has(rule);
}
