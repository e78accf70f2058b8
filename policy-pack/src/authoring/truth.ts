/**
 * What can be said of a condition before everything is known: yes, no, or "decided on update" with the paths of the
 * values that are missing. Combined by Kleene's three-valued logic, so that a certain fault is never masked by an
 * unknown neighbour, and an unknown never counts as met.
 */
export class Truth {
  static readonly yes = new Truth("yes", []);
  static readonly no = new Truth("no", []);

  static unknown(...paths: string[]): Truth {
    return new Truth("unknown", paths);
  }

  static of(known: boolean): Truth {
    return known ? Truth.yes : Truth.no;
  }

  /** Yes when all are; no as soon as one is. */
  static all(truths: readonly Truth[]): Truth {
    if (truths.some((truth) => truth.isNo)) return Truth.no;
    return Truth.undecidedAmong(truths) ?? Truth.yes;
  }

  /** Yes as soon as one is; no when all are. */
  static any(truths: readonly Truth[]): Truth {
    if (truths.some((truth) => truth.isYes)) return Truth.yes;
    return Truth.undecidedAmong(truths) ?? Truth.no;
  }

  private static undecidedAmong(truths: readonly Truth[]): Truth | undefined {
    const open = truths.filter((truth) => truth.isUnknown);
    return open.length > 0 ? Truth.unknown(...new Set(open.flatMap((truth) => truth.paths))) : undefined;
  }

  private constructor(
    private readonly answer: "yes" | "no" | "unknown",
    /** Paths of the values that are not known yet; empty unless unknown. */
    readonly paths: readonly string[],
  ) {}

  get isYes(): boolean {
    return this.answer === "yes";
  }

  get isNo(): boolean {
    return this.answer === "no";
  }

  get isUnknown(): boolean {
    return this.answer === "unknown";
  }

  and(...others: readonly Truth[]): Truth {
    return others.length === 0 ? this : Truth.all([this, ...others]);
  }

  or(...others: readonly Truth[]): Truth {
    return others.length === 0 ? this : Truth.any([this, ...others]);
  }

  not(): Truth {
    if (this.isUnknown) return this;
    return this.isYes ? Truth.no : Truth.yes;
  }
}
