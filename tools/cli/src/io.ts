import pc from "picocolors";

/** What a command may know of its surroundings; specs give their own. */
export interface Io {
  /** Results only. */
  out(text: string): void;
  /** Errors and progress. */
  error(text: string): void;
  /** Whether results go to a terminal. */
  readonly isTerminal: boolean;
  /** Whether errors go to a terminal: only then is there progress. */
  readonly isErrorTerminal: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
  readonly directory: string;
  readonly debug: boolean;
  now(): Date;
}

export type Colors = ReturnType<typeof pc.createColors>;

/** Colors on a terminal only, and not where `NO_COLOR` is set. */
export function colorsFor(io: Io): Colors {
  return pc.createColors(io.isTerminal && pc.isColorSupported);
}
