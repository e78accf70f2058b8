/** A stack file that cannot be used. Says where, what is wrong and how to mend it; never quotes the file. */
export class StackFileError extends Error {
  override readonly name = "StackFileError";

  constructor(
    /** The file's name, or what else the text was called. */
    readonly file: string,
    readonly problem: string,
    readonly mend: string,
  ) {
    super(`${file}: ${problem}. ${mend}`);
  }
}
