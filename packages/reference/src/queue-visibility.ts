import { defaultFunctionTimeoutSeconds } from "@hipaa-aws/serverless";
import type { HipaaWebApplicationFunctionArgs } from "./compute-args";

/** Seconds that a function may take. */
export function timeoutOf({
  timeoutSeconds = defaultFunctionTimeoutSeconds,
}: Partial<HipaaWebApplicationFunctionArgs>): number {
  return timeoutSeconds;
}

/**
 * Seconds for which a queue has to hide what a function has received: Lambda tries again while it is throttled. Source:
 * "Configuring a queue to use with Lambda" in the AWS Lambda Developer Guide.
 */
export function leastHiddenSeconds(reader: Partial<HipaaWebApplicationFunctionArgs>): number {
  return 6 * timeoutOf(reader);
}
