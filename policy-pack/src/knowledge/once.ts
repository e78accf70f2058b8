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
