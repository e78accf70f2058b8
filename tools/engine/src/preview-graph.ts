import type { EngineEvent } from "@pulumi/pulumi/automation";
import type { ResourceState } from "@hipaa-aws/stack-state";
import type { Registration } from "./registrations";

/** Steps whose resource is on its way out; the step that puts another in its place names the new one. */
const leaving: readonly string[] = [
  "delete",
  "delete-replaced",
  "discard",
  "discard-replaced",
  "remove-pending-replace",
];

/**
 * The resources of a preview: values, parent, provider and options from the engine's events, dependencies from what the
 * program registered.
 *
 * Secrets stay sealed: events hold them only as encrypted envelopes. Options that no event tells of (dependencies,
 * `ignoreChanges`, `additionalSecretOutputs`) are missing for children of remote components.
 */
export function previewResources(
  events: readonly EngineEvent[],
  registrations: ReadonlyMap<string, Registration>,
): ResourceState[] {
  const resources = new Map<string, ResourceState>();
  for (const event of events) {
    const metadata = (event.resOutputsEvent ?? event.resourcePreEvent)?.metadata;
    const now = metadata?.new;
    if (!now || leaving.includes(metadata.op)) continue;
    const known = resources.get(now.urn);
    resources.set(now.urn, {
      urn: now.urn,
      custom: now.custom ?? false,
      ...(now.id ? { id: now.id } : {}),
      type: now.type,
      inputs: (now.inputs ?? known?.inputs ?? {}) as ResourceState["inputs"],
      outputs: (now.outputs ?? known?.outputs ?? {}) as ResourceState["outputs"],
      ...(now.parent ? { parent: now.parent } : {}),
      ...(now.protect ? { protect: true } : {}),
      ...(now.retainOnDelete ? { retainOnDelete: true } : {}),
      ...((now as { external?: boolean }).external ? { external: true } : {}),
      ...(now.provider ? { provider: now.provider } : {}),
      ...(registrations.get(now.urn) ?? { dependencies: [], propertyDependencies: {} }),
    });
  }
  return [...resources.values()];
}

/** How many resources each kind of step touches, for example `{ create: 4, same: 1 }`. */
export function stepCounts(events: readonly EngineEvent[]): Record<string, number> {
  const operations = new Map<string, string>();
  for (const { resourcePreEvent } of events) {
    if (resourcePreEvent) operations.set(resourcePreEvent.metadata.urn, resourcePreEvent.metadata.op);
  }
  const counts: Record<string, number> = {};
  for (const operation of operations.values()) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}
