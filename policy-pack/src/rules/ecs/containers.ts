import type { ResourceCheck } from "../../authoring/resource-check";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { entryInAnyCase, parsedJson } from "../../knowledge/json-text";

/** Both kinds of resource that define containers. */
export const taskTypes: readonly string[] = [
  "aws:ecs/taskDefinition:TaskDefinition",
  "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
];

/**
 * Whether every container of a task definition meets a condition. The definitions are JSON text on a task definition
 * and a list of objects on a daemon task definition; text that is unknown, or no list, leaves it open.
 */
export function everyContainer(resource: ResourceCheck, condition: (container: Value) => Truth): Truth {
  const definitions = resource.get("containerDefinitions");
  const containers = parsedJson(definitions);
  if (!containers || (containers.isKnown && !Array.isArray(containers.raw))) return Truth.unknown(definitions.path);
  return containers.every(condition);
}

/** Whether some container of a task definition meets a condition. */
export function someContainer(resource: ResourceCheck, condition: (container: Value) => Truth): Truth {
  return everyContainer(resource, (container) => condition(container).not()).not();
}

/** A field of a container: the provider reads the JSON without regard to case. */
export function field(container: Value, ...path: readonly string[]): Value {
  return path.reduce(entryInAnyCase, container);
}

/** Whether the task stops when the container does, which is what ECS assumes where nothing is said. */
export function isEssential(container: Value): Truth {
  return field(container, "essential").isFalse().not();
}
