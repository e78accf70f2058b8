import type { EngineEvent } from "@pulumi/pulumi/automation";

/** The program or the engine failed for another reason than a policy. The message is the engine's own text. */
export class EngineError extends Error {
  override readonly name = "EngineError";
}

/** What the engine adds to every failure; it says nothing of the cause. */
const closingLine = /^(preview|update|destroy) failed$/;

/** What the engine says went wrong, each thing once. */
export function errorsIn(events: readonly EngineEvent[]): string[] {
  const texts: string[] = [];
  for (const { diagnosticEvent, ...rest } of events) {
    const failure = (rest as { errorEvent?: { error: string } }).errorEvent?.error;
    const text = diagnosticEvent?.severity === "error" ? diagnosticEvent.message : failure;
    const plain = text?.trim();
    // The SDK reports an exception twice: with its stack, and as the reason why the program ended.
    if (plain && !closingLine.test(plain) && !texts.some((known) => known.includes(plain))) texts.push(plain);
  }
  return texts;
}

/**
 * Makes an error of a CLI run that failed.
 *
 * Without an error event the CLI failed before the engine ran, and its own output says why. Its output is not used
 * otherwise: it shows the whole update.
 */
export function engineError(operation: string, events: readonly EngineEvent[], thrown: unknown): EngineError {
  const texts = errorsIn(events);
  const reason = texts.length ? texts.join("\n") : thrown instanceof Error ? thrown.message : String(thrown);
  return new EngineError(`pulumi ${operation} failed: ${reason}`);
}
