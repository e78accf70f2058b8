/** A policy pack that cannot be used, or that failed while it judged. */
export class PolicyPackError extends Error {
  override readonly name = "PolicyPackError";

  constructor(
    /** Folder of the pack. */
    readonly directory: string,
    readonly problem: string,
    readonly mend: string,
    /** What the pack itself wrote, shortened; empty when it wrote nothing. */
    readonly output = "",
    options?: ErrorOptions,
  ) {
    const said = output.trim() ? `\nThe pack wrote:\n${indented(output)}` : "";
    super(`policy pack ${directory}: ${problem}. ${mend}${said}`, options);
  }
}

const longest = 40;

function indented(output: string): string {
  const lines = output.trimEnd().split("\n");
  const shown =
    lines.length > longest ? [`(${lines.length - longest} lines left out)`, ...lines.slice(-longest)] : lines;
  return shown.map((line) => `  ${line}`).join("\n");
}
