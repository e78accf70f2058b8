import type { Rule } from "../../authoring/rule";
import type { RuleCase } from "../cases";
import { evaluate } from "../evaluate";
import { ExampleCompiler } from "./compile-examples";
import { addedArguments, exampleCase } from "./example-case";
import { exampleProgram, NotPrintable } from "./example-program";

/** One example: the case that is judged and the program that says it. */
export interface Example {
  readonly testCase: RuleCase;
  readonly program: string;
  /** Properties of the case that the program does not say, because AWS gives them: the rule judges on update. */
  readonly outputs: readonly string[];
}

/** The examples of one rule; one is missing where no case of the rule can be said in a program. */
export interface RuleExamples {
  readonly good?: Example;
  readonly bad?: Example;
}

/** The examples of these rules: of each rule's cases the first that compiles, the plainest first. */
export function examplesOf(
  rules: readonly Rule[],
  cases: Readonly<Record<string, readonly RuleCase[]>>,
): Map<string, RuleExamples> {
  const found = new Map<string, { good?: Example; bad?: Example }>(rules.map(({ id }) => [id, {}]));
  let open = rules.flatMap((rule) =>
    (["good", "bad"] as const).map((side) => ({
      id: rule.id,
      side,
      candidates: candidates(rule, cases[rule.id], side),
    })),
  );
  const compiler = new ExampleCompiler();
  // Most first choices compile; the others have another round.
  while (open.length > 0) {
    const round = open.flatMap((search) => {
      const next = search.candidates.next();
      return next.done ? [] : [{ search, example: next.value, name: `${search.id}.${search.side}` }];
    });
    const problems = compiler.problems(new Map(round.map(({ name, example }) => [name, example.program])));
    open = [];
    for (const { search, example, name } of round) {
      if (problems.get(name)?.length === 0) found.set(search.id, { ...found.get(search.id), [search.side]: example });
      else open.push(search);
    }
  }
  return found;
}

/** The cases of one verdict that a program can say and that keep their verdict with all required arguments. */
function* candidates(rule: Rule, cases: readonly RuleCase[] = [], side: "good" | "bad"): Generator<Example, void> {
  const kind = side === "good" ? "pass" : "fault";
  const faulty = cases.find(({ expected }) => expected === "fault");
  const ranked = cases
    .filter(({ expected, afterUpdate }) => expected === kind && afterUpdate === undefined)
    .map((testCase, at) => ({ testCase, rank: rankOf(rule, testCase, faulty) * 1000 + at }))
    .sort((a, b) => a.rank - b.rank);
  for (const { testCase } of ranked) yield* printable(rule, testCase, []);
  // What only an ARN can tell, such as the stack's own account, a program cannot say.
  for (const { testCase } of ranked) yield* printable(rule, testCase, ["arn"]);
}

/** Titles of compliant cases that show the margin of a rule, not what it asks for. */
const margins =
  /^(no|none|nothing|left out|another|neither)\b|\b(another|elsewhere|only begins|as text|known on update|which another|out of scope|not applicable|of others|no PHI|no baseline|account's baseline|without PHI|outside of|without subnets|without workloads|nobody)\b/;

/** The plainest first: no configuration, nothing that the provider computes, about what the faulty case is about. */
function rankOf(rule: Rule, { title, expected, resources, config }: RuleCase, faulty: RuleCase | undefined): number {
  const [subject] = resources;
  const judged = resources.filter(({ type }) => rule.types.includes("*") || rule.types.includes(type));
  const isAboutTheSame = subject?.type === faulty?.resources[0]?.type;
  const saysNothing = judged.every(({ properties }) => Object.keys(properties).length === 0);
  const isComputed = resources.some(({ computed }) => computed !== undefined);
  const isMargin = expected === "pass" && margins.test(title);
  const isStackOnly = resources.every(({ type }) => type === "pulumi:pulumi:Stack");
  return (
    (judged.length === 0 || isStackOnly ? 16 : 0) +
    (config === undefined ? 0 : 8) +
    (isMargin ? 12 : 0) +
    (isComputed ? 4 : 0) +
    (saysNothing && faulty?.resources !== resources ? 2 : 0) +
    (isAboutTheSame ? 0 : 1)
  );
}

function printable(rule: Rule, testCase: RuleCase, outputs: readonly string[]): Example[] {
  try {
    const completed = exampleCase(testCase);
    const program = exampleProgram(completed.resources, outputs);
    const isAsExpected = evaluate(rule, completed, "preview").outcome === testCase.expected;
    return isAsExpected ? [{ testCase: completed, program, outputs }] : [];
  } catch (error) {
    if (error instanceof NotPrintable) return [];
    throw error;
  }
}

/** Required arguments on record that these examples need, each as `type path`. */
export function argumentsInUse(
  examples: ReadonlyMap<string, RuleExamples>,
  cases: Readonly<Record<string, readonly RuleCase[]>>,
): Set<string> {
  return new Set(
    [...examples].flatMap(([id, { good, bad }]) => {
      const titles = new Set([good?.testCase.title, bad?.testCase.title]);
      return (cases[id] ?? []).filter(({ title }) => titles.has(title)).flatMap(addedArguments);
    }),
  );
}
