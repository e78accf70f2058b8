import type { Io } from "../io";

/** Says what is being done; on a terminal only. */
export interface Progress {
  step(text: string): void;
  end(): void;
}

export async function progressFor(io: Io): Promise<Progress> {
  if (!io.isErrorTerminal) return { step: () => undefined, end: () => undefined };
  const { default: ora } = await import("ora");
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  return {
    step: (text) => void spinner.start(text),
    end: () => void spinner.stop(),
  };
}
