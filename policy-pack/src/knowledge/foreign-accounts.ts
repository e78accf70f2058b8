import { wholeService } from "./permissions";
import type { Statement } from "./policy-document";

/**
 * Whether a statement on a resource gives every action of its service to an account other than the resource's own. Which
 * account that is, the ARNs of the statement's resources tell; where they do not, nothing is said.
 */
export function isWholeServiceToOthers(statement: Statement, service: string): boolean {
  const { effect, actions, resources, principals } = statement;
  if (effect !== "Allow" || !actions.some((action) => isWhole(action, service))) return false;
  const own = new Set(resources.map(accountOf));
  if (own.size !== 1 || own.has(undefined)) return false;
  return (principals?.aws ?? []).some((principal) => {
    const account = accountOf(principal);
    return account !== undefined && !own.has(account);
  });
}

function isWhole(action: string, service: string): boolean {
  const whole = wholeService(action);
  return whole === "*" || whole === service;
}

/** The account of an ARN or of a principal given as an account id. */
function accountOf(text: string): string | undefined {
  return /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::|$)/.exec(text)?.[1];
}
