import type { Severity } from "@hipaa-aws/controls";

/** The levels of the policy protocol. */
export type PolicyLevel = "advisory" | "mandatory" | "remediate" | "disabled";

/** What a pack says of one of its policies, with the configuration applied. */
export interface PolicyInfo {
  readonly name: string;
  /** The SDK puts it before each message of the policy. */
  readonly description: string;
  readonly level: PolicyLevel;
  /** Asked about each resource, or once about the whole stack. */
  readonly kind: "resource" | "stack";
  readonly severity?: Severity;
  /** Where its framework says so, for example `164.312(b)`. */
  readonly reference?: string;
  /** How to mend a violation, in the pack's words. */
  readonly mend?: string;
  /** Where the pack's makers describe it. */
  readonly url?: string;
}
