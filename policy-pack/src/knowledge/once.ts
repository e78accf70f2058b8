/** Computes something once for each key, such as a text, and keeps it: for keys of which there are few. */
export function onceFor<K extends string | number, R>(compute: (key: K) => R): (key: K) => R {
  const known = new Map<K, { readonly result: R }>();
  return (key) => {
    const found = known.get(key) ?? { result: compute(key) };
    known.set(key, found);
    return found.result;
  };
}

/**
 * Computes something of an object once, for as long as the object lives: what a policy says is asked by many rules of
 * the same property.
 */
export function once<T extends object, R>(compute: (subject: T) => R): (subject: T) => R {
  const known = new WeakMap<T, { readonly result: R }>();
  return (subject) => {
    const found = known.get(subject) ?? { result: compute(subject) };
    known.set(subject, found);
    return found.result;
  };
}
