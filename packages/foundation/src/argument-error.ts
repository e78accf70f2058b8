import * as pulumi from "@pulumi/pulumi";

/**
 * An argument that a component refuses. The message names the component, the argument, what is wrong with its value
 * and the mend. It never holds the value of a secret.
 *
 * It is a `RunError`, so the Pulumi CLI prints the message alone, without a stack trace.
 */
export class ArgumentError extends pulumi.RunError {
  /**
   * @param component type and name of the component, for example `Vpc "main"`
   * @param argument the argument at fault, or several joined by " and "
   * @param problem what is wrong, as the end of the sentence that begins with the argument
   * @param mend what to write instead
   */
  constructor(component: string, argument: string, problem: string, mend: string) {
    super(`${component}: ${argument} ${problem}. ${mend}${mend.endsWith(".") ? "" : "."}`);
    this.name = "ArgumentError";
  }
}
