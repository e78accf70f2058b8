import type { JudgedStack } from "@hipaa-aws/evidence";
import { EngineError } from "./engine-error";
import { openEngineStack, type EngineStackOptions } from "./engine-stack";

/** As for a stack that stays open, but the pack is needed. */
export type EnginePreviewOptions = Omit<EngineStackOptions, "program"> & { readonly packDirectory: string };

/**
 * Previews a program on the real engine under a policy pack and removes everything afterwards.
 *
 * @throws EngineError when there is no CLI, or the program or the engine fails.
 */
export async function previewOnEngine(program: () => unknown, options: EnginePreviewOptions): Promise<JudgedStack> {
  const stack = await openEngineStack({ ...options, program });
  try {
    const { state, verdicts } = await stack.preview();
    if (!verdicts) throw new EngineError("the engine asked no policy pack");
    return { host: "engine", state, verdicts };
  } finally {
    await stack.close();
  }
}
