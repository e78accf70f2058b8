import type { GraphResource } from "./stack-graph";

/** Whether it is recorded that the program gave no such input, so that a value there is the provider's own. */
export function isProviderFilled(resource: GraphResource, input: string): boolean {
  return resource.sources.size > 0 && !resource.sources.has(input);
}
