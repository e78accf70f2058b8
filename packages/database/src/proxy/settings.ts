import { checksFor } from "@hipaa-aws/foundation";
import { checkNames, checkRequired } from "../shared/names";
import { DatabaseProxyFamily, type DatabaseProxyArgs } from "./args";

/** The plain arguments after checks and defaults. */
export interface ProxySettings {
  family: DatabaseProxyFamily;
  idleClientSeconds: number;
  maxConnectionsPercent: number;
}

/** The role's policy holds 6,144 characters, which is room for so many ARNs of users or secrets. */
const signInsLimit = 30;

/**
 * Checks the arguments and fills in the defaults.
 *
 * @throws ArgumentError for sign-ins given twice or not at all, and for figures that RDS does not take.
 */
export function proxySettingsOf(name: string, args: DatabaseProxyArgs): ProxySettings {
  const checks = checksFor("DatabaseProxy", name);
  const { network, database, logsKey, users, secrets } = args;
  checkRequired(checks, { network, database, logsKey });
  checkNames(checks, name);
  checks.exclusive({ users, secrets });
  const [argument, signIns] = users ? ["users", users] : ["secrets", secrets];
  if (signIns === undefined)
    return checks.fail("users and secrets", "are both left out", "Give users, who sign in by IAM all the way");
  checks.atLeast<unknown>(argument, signIns, 1);
  if (signIns.length > signInsLimit)
    checks.fail(argument, `has ${signIns.length} elements`, `Give ${signInsLimit} at most, the rest to another proxy`);
  for (const [index, user] of (users ?? []).entries())
    checks.matches(`users[${index}]`, user, /^[a-z][a-z0-9_]{0,62}$/, "the name of a database user");
  checks.unique("users", users ?? []);
  return {
    family: checks.oneOf("family", args.family ?? DatabaseProxyFamily.Postgres, Object.values(DatabaseProxyFamily)),
    idleClientSeconds: checks.integer("idleClientSeconds", args.idleClientSeconds ?? 900, 60, 900),
    maxConnectionsPercent: checks.integer("maxConnectionsPercent", args.maxConnectionsPercent ?? 90, 1, 100),
  };
}
