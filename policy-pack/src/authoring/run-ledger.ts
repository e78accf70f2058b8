import type { ExemptedViolation } from "@hipaa-aws/controls";

/** An accepted violation at a resource. */
export interface ExemptedFinding extends ExemptedViolation {
  readonly urn: string;
}

/**
 * What was noted since a deployment began: the engine asks about every resource first and about the whole stack last,
 * and one process serves one operation at a time. What resources told is reported when the stack is judged.
 */
export class RunLedger {
  private exemptedFindings: ExemptedFinding[] = [];
  private readonly usedExemptions = new Set<string>();
  private readonly openPlaces = new Map<string, Set<string>>();
  private readonly seenExemptions = new Map<string, unknown>();
  private readonly hidden = new Set<string>();
  private readonly occurring = new Set<string>();
  private readonly resources = new Map<string, ReadonlySet<string>>();
  /** Whether faults of the settings were reported already. */
  settingsReported = false;

  begin(): void {
    this.exemptedFindings = [];
    for (const noted of [this.usedExemptions, this.openPlaces, this.seenExemptions]) noted.clear();
    for (const noted of [this.hidden, this.occurring, this.resources]) noted.clear();
    this.settingsReported = false;
  }

  /** A rule ran with these exemptions. */
  sawExemptions(rule: string, exemptions: unknown): void {
    if (Array.isArray(exemptions) && exemptions.length > 0) this.seenExemptions.set(rule, exemptions);
  }

  get exemptionsSeen(): ReadonlyMap<string, unknown> {
    return this.seenExemptions;
  }

  exempt(finding: ExemptedFinding, index: number): void {
    this.exemptedFindings.push(finding);
    this.usedExemptions.add(`${finding.rule} ${index}`);
  }

  get exempted(): readonly ExemptedFinding[] {
    return this.exemptedFindings;
  }

  isUsed(rule: string, index: number): boolean {
    return this.usedExemptions.has(`${rule} ${index}`);
  }

  /** A rule could not decide at this resource. */
  undecided(rule: string, urn: string): void {
    const urns = this.openPlaces.get(rule) ?? new Set<string>();
    this.openPlaces.set(rule, urns.add(urn));
  }

  /** Whether a rule was undecided at a resource of which `matches` is true. */
  isUndecided(rule: string, matches: (urn: string) => boolean): boolean {
    return [...(this.openPlaces.get(rule) ?? [])].some(matches);
  }

  /** A finding that the baseline knows occurs, and is hidden by it or not. */
  known(key: string, isHidden: boolean): void {
    this.occurring.add(key);
    if (isHidden) this.hidden.add(key);
  }

  /** Entries of the baseline that occur. */
  get occurringKeys(): ReadonlySet<string> {
    return this.occurring;
  }

  get hiddenKeys(): ReadonlySet<string> {
    return this.hidden;
  }

  /** The pack was asked about this resource, which the program gave these inputs. */
  analysed(urn: string, inputs: readonly string[]): void {
    this.resources.set(urn, new Set(inputs));
  }

  /** The inputs that the program gave a resource, once the pack was asked about it. */
  readonly givenTo = (urn: string): ReadonlySet<string> | undefined => this.resources.get(urn);

  wasAnalysed(urn: string): boolean {
    return this.resources.has(urn);
  }
}
