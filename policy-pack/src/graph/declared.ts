import { Value } from "../authoring/value";
import type { GraphResource } from "./stack-graph";

/**
 * An input as the program gave it. In a stack analysis the properties are the resource's outputs, so what the provider
 * computes for itself stands there too: unknown at preview, and after an update what AWS reports. Every input that was
 * given is recorded among the property dependencies, also one without any, and an unknown can only come from another
 * resource: an unknown that is not recorded was therefore not given, and reads as absent.
 */
export function declared(resource: GraphResource, path: string): Value {
  const [root = path] = path.split(".");
  const isComputed = resource.get(root).isUnknown && !resource.sources.has(root);
  return isComputed ? new Value(undefined, path) : resource.get(path);
}

/** Whether it is recorded that the program gave no such input, so that a value there is the provider's own. */
export function isProviderFilled(resource: GraphResource, input: string): boolean {
  return resource.sources.size > 0 && !resource.sources.has(input);
}
