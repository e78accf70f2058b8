import { moduleLoadedBy } from "./sdk-modules";

/** The protocol's message for an object, as far as the SDK makes it of a schema. */
interface Conversion {
  fromJavaScript(value: object): object;
}

/**
 * Converts a schema that many policies share to the protocol's message once. The SDK converts the schema of every policy
 * when the engine asks for them all at the start, and nearly all of this pack's are the same one.
 *
 * Were the SDK to convert by other means, this would change nothing.
 *
 * @param schema never written to, and neither is the message of it
 */
export function shareSchema(schema: object, conversion = sdkConversion()): void {
  if (!conversion) return;
  const original = conversion.fromJavaScript.bind(conversion);
  let message: object | undefined;
  conversion.fromJavaScript = (value) => (value === schema ? (message ??= original(value)) : original(value));
}

function sdkConversion(): Conversion | undefined {
  return moduleLoadedBy<{ Struct: Conversion }>("@pulumi/policy", "google-protobuf/google/protobuf/struct_pb")?.Struct;
}
