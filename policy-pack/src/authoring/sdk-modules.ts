import { createRequire } from "node:module";

/**
 * What a module exports that one of Pulumi's own modules loads: the very copy that it loads, since a change to another
 * copy of the same module would change nothing. Undefined where Pulumi's SDK came to do without it.
 *
 * @param by the module that loads it
 */
export function moduleLoadedBy<T extends object>(by: string, name: string): Partial<T> | undefined {
  try {
    return createRequire(require.resolve(by))(name) as Partial<T>;
  } catch {
    return undefined;
  }
}
