import { once } from "../once";
import type { PolicyReading, PolicyStatement } from "./policy-reading";
import { matchesAction } from "./statement-match";

/** The statements of a policy that may be about one action. */
export interface AboutAction {
  readonly allows: readonly PolicyStatement[];
  readonly denies: readonly PolicyStatement[];
}

const byActionOf = once((_: PolicyReading) => new Map<string, AboutAction>());

/**
 * The statements of a policy that may be about an action. Each policy is asked once for each action: a stack with many
 * principals and many stores asks the same over and over.
 */
export function aboutAction(policy: PolicyReading, action: string): AboutAction {
  const byAction = byActionOf(policy);
  const found = byAction.get(action) ?? split(policy, action);
  byAction.set(action, found);
  return found;
}

function split({ statements }: PolicyReading, action: string): AboutAction {
  const about = statements.filter((one) => !matchesAction(one, action).isNo);
  return {
    allows: about.filter(({ effect }) => effect !== "Deny"),
    denies: about.filter(({ effect }) => effect !== "Allow"),
  };
}

/** Whether a policy may allow one of these actions on anything. */
export function mayAllow(policy: PolicyReading, actions: readonly string[]): boolean {
  return policy.open.length > 0 || actions.some((action) => aboutAction(policy, action).allows.length > 0);
}
