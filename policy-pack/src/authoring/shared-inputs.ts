import sdk = require("@pulumi/policy/deserialize");
import { once } from "../knowledge/once";
import { shareWhole } from "./value";

/** What the SDK's module exports and its published types leave out. */
interface Deserialization {
  deserializeProperties?: (message: object, keepsSecrets: boolean) => object;
}

/**
 * Deserializes the properties of each resource once for all policies. The SDK does it again for every policy that a
 * request comes to, for a stack policy of all resources of the stack: with as many policies as this pack has, that is
 * most of the work and of the garbage. The result is kept as long as the request's own message lives.
 *
 * Policies may share it because those of this pack only read; a remediation, which may write, gets its own as before.
 * Were the SDK to deserialize by other means, this would change nothing and the pack be as slow as without it.
 */
export function shareInputs(module: Deserialization = sdk): void {
  const original = module.deserializeProperties;
  if (typeof original !== "function") return;
  const shared = once((message: object) => shareWhole(original(message, false)));
  module.deserializeProperties = (message, keepsSecrets) =>
    keepsSecrets ? original(message, keepsSecrets) : shared(message);
}
