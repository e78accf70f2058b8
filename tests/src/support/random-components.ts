import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { rules } from "@hipaa-aws/policy-pack/library";
import type { PolicyPack, PolicyPackConfig } from "@hipaa-aws/sandbox";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import * as fc from "fast-check";
import { keyArn } from "./arbitraries";
import { otherKeyArn } from "./databases";
import { found } from "./judging";

/** A component, how its valid arguments vary, and what the pack may say of it. */
export interface RandomComponent<Args = unknown> {
  /** Any valid arguments: every knob, in every combination that the constructor does not refuse. */
  readonly args: fc.Arbitrary<Args>;
  /** Constructs one. All names begin with `name`; what it is given from outside are literal ids and ARNs. */
  readonly build: (name: string, args: Args) => unknown;
  /** Rules of the tier optional that report it, each with the reason why that is left to the user. */
  readonly optional: Readonly<Record<string, string>>;
  /** Runs where none are asked for, for a component of hundreds of resources. Default: 24. */
  readonly runs?: number;
  /** Whether each stands in a stack of its own: what one of them has, rules would ask of the others. Default: false. */
  readonly alone?: boolean;
}

const load = createRequire(__filename);
const folder = join(__dirname, "..", "components");

/** Runs of a component; `COMPONENT_RUNS=500` asks for five hundred of each, which takes minutes a component. */
function runsOf(component: RandomComponent): number {
  return Number(process.env["COMPONENT_RUNS"] ?? component.runs ?? 24);
}

/** Half of the runs at most, so that previews and updates both have their turn; few where one is large. */
function batchOf(component: RandomComponent): number {
  if (component.alone === true) return 1;
  return Math.min(component.runs ?? 25, 25, Math.ceil(runsOf(component) / 2));
}

const optionalRules = new Set(rules.filter(({ requirement }) => requirement.tier === "optional").map(({ id }) => id));

/** Every rule on: core and extended mandatory, optional advisory. The keys that components are given are approved. */
export const everyRule: PolicyPackConfig = {
  ...Object.fromEntries(
    rules.map(({ id }) => [id, optionalRules.has(id) ? ("advisory" as const) : ("mandatory" as const)]),
  ),
  "kms-cmk-used-for-phi-stores": { enforcementLevel: "advisory", approvedKeyArns: [keyArn, otherKeyArn] },
};

/** Every component by name. A file of the folder `components` is one, and exports it as `component`. */
export function randomComponents(): ReadonlyMap<string, RandomComponent> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => basename(file, ".ts"))
    .sort();
  return new Map(
    names.map((name) => {
      const { component } = load(join(folder, name)) as { component?: RandomComponent };
      assert.ok(component, `components/${name}.ts exports no component`);
      return [name, component];
    }),
  );
}

/**
 * Judges a component with random valid arguments: no violation of core or extended rules, at a first preview and after
 * an update, and of the optional ones only those that the component's list gives a reason for, all of which do occur.
 */
export async function judgeRandomly(pack: PolicyPack, component: RandomComponent): Promise<void> {
  const occurred = new Set<string>();
  const [runs, batch] = [runsOf(component), batchOf(component)];
  const batches = fc.sample(fc.array(component.args, { minLength: batch, maxLength: batch }), {
    numRuns: Math.ceil(runs / batch),
    seed: 20_261_122,
  });
  for (const [round, many] of batches.entries()) {
    const mode = round % 2 === 0 ? "preview" : "update";
    const program = () => {
      many.forEach((args, index) => component.build(`c${String(index)}`, args));
    };
    const config = { "aws:region": "us-east-1" };
    const state = await recordProgram(program, { mode, project: "clinic", stack: "prod", config });
    const violations = found({ verdicts: await pack.judge(state) }, "violation");
    const unexpected = violations.filter((violation) => {
      const [rule = ""] = violation.split(" at ");
      occurred.add(rule);
      return !optionalRules.has(rule) || component.optional[rule] === undefined;
    });
    const [first] = unexpected;
    const which = [...new Set(unexpected.map((violation) => violation.split(" at ")[0]))].join(", ");
    assert.ok(first === undefined, `${mode}: ${which}; ${String(first)}, with ${argumentsOf(first, many)}`);
  }
  const stale = Object.keys(component.optional).filter((rule) => !occurred.has(rule));
  assert.deepEqual(stale, [], "listed as reported by the optional tier, but never reported");
}

/** The arguments of the instance that a violation is at; one is enough to see what is wrong. */
function argumentsOf(violation: string | undefined, many: readonly unknown[]): string {
  const index = /^c(\d+)/.exec(violation?.split(" at ")[1] ?? "")?.[1];
  return index === undefined ? "any arguments" : fc.stringify(many[Number(index)]);
}
