import type { Truth } from "./truth";

/** A fault at one resource. The text never holds a property's value. */
export interface Fault {
  readonly urn: string;
  readonly text: string;
}

/** A place that could not be judged because a value is known only on update. */
export interface OpenPlace {
  readonly urn: string;
  readonly path: string;
}

/** What a check collects while it runs: certain faults first, open places beside them. */
export class Findings {
  readonly faults: Fault[] = [];
  readonly open: OpenPlace[] = [];

  get areNone(): boolean {
    return this.faults.length === 0 && this.open.length === 0;
  }

  fault(urn: string, text: string): void {
    if (!this.faults.some((known) => known.urn === urn && known.text === text)) this.faults.push({ urn, text });
  }

  undecided(urn: string, paths: readonly string[]): void {
    for (const path of paths) {
      if (!this.open.some((known) => known.urn === urn && known.path === path)) this.open.push({ urn, path });
    }
  }

  /** No → a fault, unknown → an open place, yes → nothing. */
  expect(urn: string, truth: Truth, text: string): void {
    if (truth.isNo) this.fault(urn, text);
    if (truth.isUnknown) this.undecided(urn, truth.paths);
  }
}
