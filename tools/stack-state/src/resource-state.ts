/** How the engine marks special values on the wire and in state. Source: pulumi `sdk/go/common/resource/sig`. */
export const signatureKey = "4dabf18193072939515e22adb298388d";
export const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
export const outputValueSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
export const resourceReferenceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
export const assetSignature = "c44067f5952c0a294b673a41bacd8c17";
export const archiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";

/** Stands for a value that is known only after the update, whatever its type. */
export const unknownSentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A value as it stands in state: JSON, with the envelopes above inside. */
export type StateValue = null | boolean | number | string | StateValue[] | { [key: string]: StateValue };

/**
 * One resource of a stack, with the field names of `pulumi stack export` (`apitype.ResourceV3`), so that a recorded
 * preview and an exported stack are one format.
 */
export interface ResourceState {
  urn: string;
  /** True for a resource of a provider, false for a component. */
  custom: boolean;
  /** Absent while the resource is to be created. */
  id?: string;
  type: string;
  inputs: Record<string, StateValue>;
  outputs: Record<string, StateValue>;
  parent?: string;
  protect?: boolean;
  retainOnDelete?: boolean;
  external?: boolean;
  /** `<urn of the provider>::<id of the provider>`. */
  provider?: string;
  /** URNs that this resource waits for. */
  dependencies: string[];
  /** Input → URNs that its value came from. */
  propertyDependencies: Record<string, string[]>;
  ignoreChanges?: string[];
  aliases?: string[];
  additionalSecretOutputs?: string[];
  /** Seconds. */
  customTimeouts?: { create?: number; update?: number; delete?: number };
}

/** The resources of one stack, in the order in which they were registered. */
export interface StackState {
  project: string;
  stack: string;
  resources: ResourceState[];
}

/** Whether a value is the engine's mark for "not known yet". */
export function isUnknown(value: unknown): boolean {
  return value === unknownSentinel;
}

/** Whether a value is a secret envelope. */
export function isSecret(value: unknown): value is { [key: string]: StateValue; value: StateValue } {
  return (
    typeof value === "object" && value !== null && (value as Record<string, unknown>)[signatureKey] === secretSignature
  );
}

/** The last part of a URN: the logical name. */
export function logicalName(urn: string): string {
  const parts = urn.split("::");
  return parts.slice(3).join("::");
}
