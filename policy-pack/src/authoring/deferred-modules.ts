import Module, { createRequire } from "node:module";

const solver = "@npmcli/arborist";

/**
 * Defers a module that Pulumi's SDK loads for one thing that no policy does: npm's dependency solver, by which it finds
 * the packages that a serialized closure needs. Loading it is a fifth of what an empty pack takes to start, in every
 * preview. In its place stands a module that loads the solver when it is asked for it.
 *
 * Were the SDK to load another solver or none, nothing is deferred.
 */
export function deferSolver(): void {
  try {
    const requireAsSdk = createRequire(require.resolve("@pulumi/pulumi"));
    const path = requireAsSdk.resolve(solver);
    if (require.cache[path]) return;
    const standIn = new Module(path);
    const load = (): unknown => {
      if (require.cache[path] === standIn) Reflect.deleteProperty(require.cache, path);
      return (requireAsSdk(solver) as { Arborist: unknown }).Arborist;
    };
    // Marked as compiled from an ES module: such a module is handed on as it is, others are copied, getters and all.
    standIn.exports = Object.defineProperty({ __esModule: true }, "Arborist", { get: load, enumerable: true });
    standIn.loaded = true;
    require.cache[path] = standIn;
  } catch {
    // The SDK does without it.
  }
}

deferSolver();
