/**
 * Does something without stack traces. The SDK takes answers such as "not applicable" and "not known yet" by errors;
 * nobody reads where those come from, and a large stack makes tens of thousands of them.
 */
export function untraced<T>(make: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
