import { untraced } from "./untraced";

/**
 * Says that there is nothing to judge, by the SDK's error. A resource of another type needs no reason: it would be sent a
 * hundred thousand times for a large stack.
 */
export function decline(args: { notApplicable(reason?: string): never }, reason?: string): never {
  return untraced(() => args.notApplicable(reason));
}
