import {
  isSecret,
  secretSignature,
  signatureKey,
  type ResourceState,
  type StackState,
  type StateValue,
} from "./resource-state";

/**
 * The text of a stack export: version 3, as `pulumi stack import` reads it. The same state always gives the same text.
 *
 * Secrets are written in the form of `pulumi stack export --show-secrets`, readable: treat the text as secret when the
 * state holds any. Values that are not known stay the engine's sentinel.
 */
export function writeStackExport(state: StackState): string {
  // An empty version needs no magic: the engine checks the magic against the version.
  const manifest = { time: "0001-01-01T00:00:00Z", magic: "", version: "" };
  const resources = state.resources.map(exportedResource);
  return JSON.stringify({ version: 3, deployment: { manifest, resources } }, undefined, 2) + "\n";
}

/** Fields in the engine's order; empty ones are left out, as the engine leaves them out. */
function exportedResource(resource: ResourceState): Record<string, unknown> {
  return withoutEmpty({
    urn: resource.urn,
    custom: resource.custom,
    id: resource.id,
    type: resource.type,
    inputs: exportForm(resource.inputs),
    outputs: exportForm(resource.outputs),
    parent: resource.parent,
    protect: resource.protect || undefined,
    external: resource.external || undefined,
    dependencies: resource.dependencies,
    provider: resource.provider,
    propertyDependencies: Object.fromEntries(sorted(resource.propertyDependencies)),
    additionalSecretOutputs: resource.additionalSecretOutputs,
    aliases: resource.aliases,
    customTimeouts: resource.customTimeouts,
    retainOnDelete: resource.retainOnDelete || undefined,
    ignoreChanges: resource.ignoreChanges,
  });
}

function withoutEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  const isEmpty = (value: unknown) =>
    value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

/** Envelopes `{value}` become `{plaintext}`, a JSON text; encrypted ones stay. Keys are sorted. */
function exportForm(value: StateValue): StateValue {
  if (Array.isArray(value)) return value.map(exportForm);
  if (value === null || typeof value !== "object") return value;
  if (isSecret(value) && "value" in value) {
    return { [signatureKey]: secretSignature, plaintext: JSON.stringify(exportForm(value.value)) };
  }
  return Object.fromEntries(sorted(value).map(([key, inner]) => [key, exportForm(inner)]));
}

function sorted<T>(record: Record<string, T>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
