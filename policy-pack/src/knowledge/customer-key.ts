import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";

/**
 * Whether a property names a customer-managed key: set, and none of AWS's own (`alias/aws/*`, `AWS_OWNED_*`, the
 * services' own key words). A wired key output passes though its ARN is unknown: that a key was given is what matters.
 */
export function isCustomerKey(value: Value): Truth {
  return value.isGiven().and(value.isUnknown ? Truth.yes : Truth.of(!isAwsOwnKey(value.text ?? "")));
}

/** Whether a key id, ARN or alias known as text is one of AWS's own keys. */
export function isAwsOwnKey(key: string): boolean {
  return /^(arn:[^:]+:kms:[^:]*:[^:]*:)?alias\/aws\//i.test(key) || /^aws_owned_/i.test(key);
}
