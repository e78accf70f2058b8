import {
  isSecret,
  resourceReferenceSignature,
  secretSignature,
  signatureKey,
  signatureOf,
  unknownSentinel,
  type StateValue,
} from "@hipaa-aws/stack-state";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/**
 * Properties as the engine sends them to policies: without its own keys (`__…`) at any depth, except to remediations;
 * resource references as id or URN, secrets in envelopes. A secret that is only there encrypted is not known.
 * Source: pulumi `sdk/go/common/resource/plugin/rpc.go`, `MarshalProperties`.
 */
export function wireProperties(
  properties: Readonly<Record<string, StateValue>>,
  internalKeys?: "with internal keys",
): Struct {
  return Struct.fromJavaScript(wireObject(properties, internalKeys !== undefined));
}

function wireObject(value: Readonly<Record<string, StateValue>>, internal: boolean): Record<string, StateValue> {
  const result: Record<string, StateValue> = {};
  for (const key in value) {
    const inner = value[key];
    if (inner !== undefined && (internal || !key.startsWith("__"))) result[key] = wireValue(inner, internal);
  }
  return result;
}

function wireValue(value: StateValue, internal: boolean): StateValue {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((inner) => wireValue(inner, internal));
  if (isSecret(value)) {
    return {
      [signatureKey]: secretSignature,
      value: "value" in value ? wireValue(value.value, internal) : unknownSentinel,
    };
  }
  if (signatureOf(value) === resourceReferenceSignature) return value.id ?? value.urn ?? null;
  return wireObject(value, internal);
}
