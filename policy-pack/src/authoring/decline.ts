/**
 * Says that there is nothing to judge, by the SDK's error, whose stack trace nobody reads and which costs time. A
 * resource of another type needs no reason: it would be sent a hundred thousand times for a large stack.
 */
export function decline(args: { notApplicable(reason?: string): never }, reason?: string): never {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return args.notApplicable(reason);
  } finally {
    Error.stackTraceLimit = limit;
  }
}
