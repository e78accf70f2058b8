import { setFlagsFromString } from "node:v8";

/** How much bytecode a function runs before V8 considers to optimize it; V8's own default is 67,584. */
export const interruptBudget = 1_000_000;

/**
 * Has V8 optimize functions later than it does by default. The process of a pack lives for one preview or update, in
 * which most of its functions run a few hundred times: V8 would spend more on compiling them than it saves, on threads of
 * its own beside the engine and the program, which wait for the processor meanwhile. What judges thousands of resources
 * is still optimized. A V8 that does not know the option says so on the error stream and goes on.
 */
export function optimizeLater(): void {
  setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
}
