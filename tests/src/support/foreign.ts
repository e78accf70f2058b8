import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Finding } from "@hipaa-aws/evidence";
import type { PolicyPack } from "@hipaa-aws/sandbox";
import { recordProgram, type Program } from "@hipaa-aws/simulated-aws";
import { found } from "./judging";

/** A mistake that stands in a careless program, where a comment marks it. */
export interface Mistake {
  readonly what: string;
  /** The findings that tell of it, each as `rule at name`. */
  readonly foundBy: readonly string[];
  /** True where what decides is known only on update, so that a preview is silent or undecided about it. */
  readonly onUpdateOnly?: boolean;
}

/**
 * One kind of infrastructure as a team writes it that never saw the components of this project, twice: as a security
 * engineer would sign it off for PHI, and with mistakes that such teams make.
 */
export interface ForeignShape {
  readonly title: string;
  readonly compliant: Program;
  readonly careless: Program;
  /** Advisory findings of the compliant program that are right, by `rule at name`, each with the reason why they stand. */
  readonly accepted: Readonly<Record<string, string>>;
  readonly mistakes: readonly Mistake[];
}

export type Mode = "preview" | "update";

/** What the pack says of a program, by level, each finding as `rule at name`. */
export interface Findings {
  readonly mandatory: readonly string[];
  readonly advisory: readonly string[];
  /** Of mandatory and advisory rules alike: decided on update. */
  readonly undecided: readonly string[];
}

const programs = join(__dirname, "..", "foreign");
const goldens = join(__dirname, "..", "..", "fixtures", "foreign");

/**
 * Every shape by name. The file `<shape>.ts` of the folder `foreign` exports it as `shape`; its programs stand in
 * the folder `<shape>`.
 */
export function foreignShapes(): ReadonlyMap<string, ForeignShape> {
  const load = createRequire(__filename);
  const names = readdirSync(programs).flatMap((file) => /^([^.]+)\.ts$/.exec(file)?.[1] ?? []);
  return new Map(
    names.sort().map((name) => {
      const { shape } = load(join(programs, `${name}.ts`)) as { shape?: ForeignShape };
      assert.ok(shape, `foreign/${name}.ts exports no shape`);
      return [name, shape];
    }),
  );
}

/** A program under the pack, as at its first preview and as when it is updated. */
export async function judgeForeign(pack: PolicyPack, program: Program): Promise<Record<Mode, Findings>> {
  return { preview: await judgeIn("preview", pack, program), update: await judgeIn("update", pack, program) };
}

async function judgeIn(mode: Mode, pack: PolicyPack, program: Program): Promise<Findings> {
  const config = { "aws:region": "us-east-1" };
  const state = await recordProgram(program, { mode, project: "clinic", stack: "prod", config });
  const verdicts = await pack.judge(state);
  const violationsAt = (level: Finding["level"]) =>
    found(
      { verdicts: { ...verdicts, findings: verdicts.findings.filter((finding) => finding.level === level) } },
      "violation",
    );
  return {
    mandatory: violationsAt("mandatory"),
    advisory: violationsAt("advisory"),
    undecided: found({ verdicts }, "undecided"),
  };
}

/** Holds findings against those on record; `UPDATE_GOLDEN=1` puts them on record. */
export function assertOnRecord(name: string, findings: Record<Mode, Findings>): void {
  const golden = join(goldens, `${name}.findings.json`);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(golden, `${JSON.stringify(findings, null, 2)}\n`);
  assert.deepEqual(findings, JSON.parse(readFileSync(golden, "utf8")));
}
