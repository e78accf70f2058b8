import { setTimeout } from "node:timers/promises";
import type { JudgedStack } from "@hipaa-aws/evidence";
import { recordProgram, type Program, type RecordOptions } from "@hipaa-aws/simulated-aws";
import type { JudgeOptions, PolicyPack } from "./policy-pack";

/** Time for the process of a pack that is starting to be spawned, in milliseconds. */
const beforeProgramMs = 30;

/**
 * Previews a program without a CLI or an account and has a pack judge what it would create.
 *
 * @param pack a started pack, or one that is starting: the program runs while the pack loads
 * @throws whatever the program throws; PolicyPackError when the pack fails.
 */
export async function previewInSandbox(
  program: Program,
  recordOptions: RecordOptions,
  pack: Pick<PolicyPack, "judgeStack"> | Promise<Pick<PolicyPack, "judgeStack">>,
  judgeOptions: JudgeOptions = {},
): Promise<JudgedStack> {
  // A program keeps this thread busy; the pack's process has to be on its way by then, or it would load afterwards.
  if (pack instanceof Promise) await setTimeout(beforeProgramMs);
  const [state, started] = await Promise.all([recordProgram(program, recordOptions), pack]);
  return { host: "sandbox", ...(await started.judgeStack(state, judgeOptions)) };
}
