import { Secret } from "@pulumi/policy";
import { Archive, Asset } from "@pulumi/pulumi/asset";

/** Inputs of a resource as a remediation gets them: secrets in envelopes, the provider's own keys (`__…`) among them. */
export type Inputs = Readonly<Record<string, unknown>>;

/** A place among inputs: names of properties and indexes of lists. */
export type Place = readonly (string | number)[];

/** Names of the inputs of a block that the provider's defaults gave, as its `Check` notes them in the block. */
const defaultsKey = "__defaults";

/** Inputs as rules see them: out of their envelopes, without the provider's own keys. */
export function opened(raw: unknown): unknown {
  if (raw instanceof Secret) return opened(raw.value);
  if (Array.isArray(raw)) return raw.map(opened);
  if (!isBlock(raw)) return raw;
  const own = Object.entries(raw).filter(([key]) => !key.startsWith("__"));
  return Object.fromEntries(own.map(([key, value]) => [key, opened(value)]));
}

/**
 * Whether an asset or archive stands anywhere. The SDK sends assets back without their hash and archives without their
 * contents, so a resource that has one must come back as it is.
 */
export function holdsAsset(raw: unknown): boolean {
  if (raw instanceof Secret) return holdsAsset(raw.value);
  if (isAsset(raw)) return true;
  if (Array.isArray(raw)) return raw.some(holdsAsset);
  return isBlock(raw) && Object.values(raw).some(holdsAsset);
}

/**
 * A copy with another value at a place; the same object where nothing changes or the place cannot be reached. What
 * stands in a secret's envelope stays in it. Everything else is shared with the original.
 */
export function rewritten(raw: unknown, place: Place, update: (value: unknown) => unknown): unknown {
  if (raw instanceof Secret) {
    const inside = rewritten(raw.value, place, update);
    return inside === raw.value ? raw : new Secret(inside);
  }
  const [key, ...rest] = place;
  if (key === undefined) return update(raw);
  if (typeof key === "number") {
    if (!Array.isArray(raw) || key >= raw.length) return raw;
    const after = rewritten(raw[key], rest, update);
    return after === raw[key] ? raw : raw.map((element: unknown, index) => (index === key ? after : element));
  }
  if (!isBlock(raw)) return raw;
  const before = Object.hasOwn(raw, key) ? raw[key] : undefined;
  if (rest.length > 0 && (before === undefined || before === null)) return raw;
  const after = rewritten(before, rest, update);
  return after === before ? raw : noDefault({ ...raw, [key]: after }, key);
}

/** A value that a remediation wrote is no default of the provider any more. */
function noDefault(block: Record<string, unknown>, key: string): Record<string, unknown> {
  const defaults = block[defaultsKey];
  if (!Array.isArray(defaults) || !defaults.includes(key)) return block;
  return { ...block, [defaultsKey]: defaults.filter((name) => name !== key) };
}

function isBlock(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) && !isAsset(raw);
}

function isAsset(raw: unknown): boolean {
  return Asset.isInstance(raw) || Archive.isInstance(raw);
}
