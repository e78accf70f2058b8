import type { GraphResource } from "./stack-graph";

/**
 * Whether a value that stands at an input is the provider's own, since the program gave none. A stack analysis shows
 * outputs, and the engine hands on the dependencies of wired inputs only, so this rests on what the pack was told when it
 * was asked about the resource itself. Where it was not asked, the value counts as given.
 */
export function isProviderFilled(resource: GraphResource, input: string): boolean {
  return resource.given !== undefined && !resource.given.has(input);
}
