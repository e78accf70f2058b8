import type { ResourceCheck } from "../../authoring/resource-check";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { entryInAnyCase, parsedJson } from "../../knowledge/json-text";

/**
 * A job definition says what runs in one of four ways: one container, tasks of ECS, several nodes, or a pod of EKS. All
 * but the last are JSON text, in which a field may be written in any case.
 */
export function field(value: Value, ...path: readonly string[]): Value {
  return path.reduce(entryInAnyCase, value);
}

/** A condition on what holds volumes and the network: a container of its own, or a task of ECS. */
export function everyTask(definition: ResourceCheck, condition: (task: Value) => Truth): Truth {
  const whenGiven = (task: Value): Truth => (task.isAbsent ? Truth.yes : known(task, condition));
  const tasks = (holder: Value): Truth => field(holder, "taskProperties").every(condition);
  return Truth.all([
    read(definition, "containerProperties", condition),
    read(definition, "ecsProperties", tasks),
    read(definition, "nodeProperties", (nodes) =>
      field(nodes, "nodeRangeProperties").every((range) =>
        whenGiven(field(range, "container")).and(tasks(field(range, "ecsProperties"))),
      ),
    ),
  ]);
}

/** A condition on every container, those of the tasks included. */
export function everyContainer(definition: ResourceCheck, condition: (container: Value) => Truth): Truth {
  return everyTask(definition, (task) => {
    const containers = field(task, "containers");
    return containers.isAbsent ? condition(task) : containers.every(condition);
  });
}

/** A condition on every container of a pod, those that run first included, on one node or on several. */
export function everyPodContainer(definition: ResourceCheck, condition: (container: Value) => Truth): Truth {
  const pod = (properties: Value): Truth =>
    Truth.all(
      ["containers", "initContainers"].map((list) => field(properties, "podProperties", list).every(condition)),
    );
  return Truth.all([
    pod(definition.get("eksProperties")),
    read(definition, "nodeProperties", (nodes) =>
      field(nodes, "nodeRangeProperties").every((range) => pod(field(range, "eksProperties"))),
    ),
  ]);
}

/** Reads one of the JSON texts: yes when absent, unknown when it is not known yet or no JSON, which AWS refuses. */
function read(definition: ResourceCheck, path: string, condition: (document: Value) => Truth): Truth {
  const text = definition.get(path);
  if (text.isAbsent) return Truth.yes;
  const document = parsedJson(text);
  return document ? known(document, condition) : Truth.unknown(path);
}

function known(value: Value, condition: (value: Value) => Truth): Truth {
  return value.isUnknown ? value.asUnknown() : condition(value);
}
