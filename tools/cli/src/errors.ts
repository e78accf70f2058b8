/** Wrong use of the command line, or input that cannot be used. The message says what and how to mend it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A stack's files say something that cannot be used: the program, `Pulumi.yaml` or `Pulumi.<environment>.yaml`. */
export class StackError extends Error {
  override readonly name = "StackError";
}

/** A program or a host failed while one environment was judged. */
export class PreviewError extends Error {
  override readonly name = "PreviewError";

  constructor(where: string, cause: unknown) {
    super(`${where}: ${messageOf(cause)}`, { cause });
  }
}

const escape = String.fromCharCode(27);

/** Errors of other packages whose messages are made for people. */
const forPeople = new Set([
  "ArgumentError",
  "EngineError",
  "OutputError",
  "PolicyPackError",
  "SandboxError",
  "StackFileError",
]);

/** The one line that tells an error, without a stack trace. */
export function errorLine(error: unknown): string {
  const expected =
    error instanceof UsageError ||
    error instanceof StackError ||
    error instanceof PreviewError ||
    (error instanceof Error && forPeople.has(error.name));
  const line = brief(messageOf(error));
  return expected ? `hipaa: ${line}` : `hipaa: unexpected failure: ${line} (HIPAA_DEBUG=1 shows the stack)`;
}

/** The stacks of an error and of its causes. */
export function errorStack(error: unknown): string {
  const stacks: string[] = [];
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    stacks.push(current.stack ?? current.message);
  }
  return stacks.join("\ncaused by: ");
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const longestLine = 600;

/** A message as one line: without the stack frames and colors that a program or a pack wrote into it. */
function brief(message: string): string {
  const lines = message
    .replace(new RegExp(`${escape}\\[[0-9;]*m`, "g"), "")
    .split("\n")
    .filter((line) => !/^\s*at .*(:\d+:\d+\)?|<anonymous>\)?)$/.test(line));
  const line = oneLine(lines.join(" "));
  return line.length > longestLine ? `${line.slice(0, longestLine)}... (HIPAA_DEBUG=1 shows all)` : line;
}

/** White space as single spaces, and no control character: a message may quote a name that somebody chose. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, " ").trim());
}

/** A text that cannot move the cursor or change colors of the terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "?");
}
