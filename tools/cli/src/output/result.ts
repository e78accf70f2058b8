import {
  countsOf,
  exitCodeOf,
  sumCounts,
  type Counts,
  type Declassified,
  type Finding,
  type JudgedStack,
  type Remediated,
} from "@hipaa-aws/evidence";

/** One judged environment, or one judged file. */
export interface JudgedEnvironment {
  readonly name: string;
  readonly judged: JudgedStack;
  /** Path of the file that stands for the stack: the project file, or the export that was judged. */
  readonly source?: string;
}

/** What `--json` prints: one object. */
export interface JsonResult {
  readonly findings: readonly (Finding & { readonly environment: string })[];
  /** What counts as holding no PHI, and by whose word. */
  readonly declassified: readonly (Declassified & { readonly environment: string })[];
  /** What rules at the level `remediate` wrote, or would have written, by path. */
  readonly remediated: readonly (Remediated & { readonly environment: string })[];
  /** Of all environments together. */
  readonly counts: Counts;
  readonly environments: readonly {
    readonly environment: string;
    readonly project: string;
    readonly stack: string;
    readonly host: string;
    readonly pack: { readonly name: string; readonly version: string };
    /** How many resources the stack has. */
    readonly resources: number;
    /** How many rules were on. */
    readonly rules: number;
    readonly counts: Counts;
  }[];
}

export function jsonResult(environments: readonly JudgedEnvironment[]): JsonResult {
  return {
    findings: environments.flatMap(({ name, judged }) =>
      judged.verdicts.findings.map((finding) => ({ environment: name, ...finding })),
    ),
    declassified: environments.flatMap(({ name, judged }) =>
      judged.verdicts.declassified.map((one) => ({ environment: name, ...one })),
    ),
    remediated: environments.flatMap(({ name, judged }) =>
      judged.verdicts.remediated.map((one) => ({ environment: name, ...one })),
    ),
    counts: totals(environments),
    environments: environments.map(({ name, judged: { host, state, verdicts } }) => ({
      environment: name,
      project: state.project,
      stack: state.stack,
      host,
      pack: { name: verdicts.pack.name, version: verdicts.pack.version },
      resources: state.resources.length,
      rules: verdicts.rules.length,
      counts: countsOf(verdicts),
    })),
  };
}

export function totals(environments: readonly JudgedEnvironment[]): Counts {
  return sumCounts(environments.map(({ judged }) => countsOf(judged.verdicts)));
}

export function resultCode(environments: readonly JudgedEnvironment[]): 0 | 1 {
  return exitCodeOf(totals(environments));
}
