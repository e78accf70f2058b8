import {
  outputValueSignature,
  secretSignature,
  signatureKey,
  unknownSentinel,
  type StateValue,
} from "./resource-state";

/**
 * The value inside a secret envelope, or the value itself. A secret that is only there encrypted is not known: the
 * sentinel stands for it.
 */
export function unwrapSecret(value: StateValue): StateValue {
  const signature = signatureOf(value);
  if (signature !== secretSignature && signature !== outputValueSignature) return value;
  const inner = (value as Record<string, StateValue>).value;
  return inner === undefined ? unknownSentinel : unwrapSecret(inner);
}

/** The same value without any secret envelope at any depth. For decisions only: never print the result. */
export function unwrapSecrets(value: StateValue): StateValue {
  const plain = unwrapSecret(value);
  if (Array.isArray(plain)) return plain.map(unwrapSecrets);
  if (plain === null || typeof plain !== "object") return plain;
  return Object.fromEntries(Object.entries(plain).map(([key, inner]) => [key, unwrapSecrets(inner)]));
}

/** A place in a value: object keys and list indices from the outside in. */
export type ValuePath = readonly (string | number)[];

/**
 * Visits a value and everything inside it, the outer before the inner, secrets unwrapped.
 *
 * @param visit is told the path, the value there, and whether a secret envelope stands at or above it. When it returns
 *   false, what is inside is passed over.
 */
export function walkValues(
  value: StateValue,
  visit: (path: ValuePath, value: StateValue, secret: boolean) => boolean | void,
): void {
  const step = (path: ValuePath, here: StateValue, secret: boolean): void => {
    const isSecretHere = secret || signatureOf(here) === secretSignature;
    const plain = unwrapSecret(here);
    if (visit(path, plain, isSecretHere) === false) return;
    if (Array.isArray(plain)) plain.forEach((inner, index) => step([...path, index], inner, isSecretHere));
    else if (plain !== null && typeof plain === "object") {
      for (const [key, inner] of Object.entries(plain)) step([...path, key], inner, isSecretHere);
    }
  };
  step([], value, false);
}

/** Whether anything in the value is not known yet. */
export function containsUnknown(value: StateValue): boolean {
  let found = false;
  walkValues(value, (_path, here) => {
    if (here === unknownSentinel) found = true;
    return !found;
  });
  return found;
}

/** The mark of a special value (secret, asset, archive, resource reference), or nothing for a plain one. */
export function signatureOf(value: StateValue | undefined): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const signature = value[signatureKey];
  return typeof signature === "string" ? signature : undefined;
}

/** The value as a text, when it is a known text or number; else `otherwise`. Secrets are unwrapped. */
export function textOf(value: StateValue | undefined, otherwise = ""): string {
  const plain = value === undefined ? null : unwrapSecret(value);
  if (typeof plain === "number") return String(plain);
  return typeof plain === "string" && plain !== "" && plain !== unknownSentinel ? plain : otherwise;
}
