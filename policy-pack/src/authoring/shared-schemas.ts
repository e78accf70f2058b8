import { createRequire } from "node:module";

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

/** The one that the SDK itself loads: another copy of the same module would convert for nobody. */
function sdkConversion(): Conversion | undefined {
  try {
    const requireAsSdk = createRequire(require.resolve("@pulumi/policy"));
    return (requireAsSdk("google-protobuf/google/protobuf/struct_pb") as { Struct?: Conversion }).Struct;
  } catch {
    return undefined;
  }
}
