import type { JudgedStack } from "@hipaa-aws/evidence";
import { recordProgram, type Program, type RecordOptions } from "@hipaa-aws/simulated-aws";
import type { JudgeOptions, PolicyPack } from "./policy-pack";

/**
 * Previews a program without a CLI or an account and has a started pack judge what it would create.
 *
 * @throws whatever the program throws; PolicyPackError when the pack fails.
 */
export async function previewInSandbox(
  program: Program,
  recordOptions: RecordOptions,
  pack: Pick<PolicyPack, "judge">,
  judgeOptions: JudgeOptions = {},
): Promise<JudgedStack> {
  const state = await recordProgram(program, recordOptions);
  return { host: "sandbox", state, verdicts: await pack.judge(state, judgeOptions) };
}
