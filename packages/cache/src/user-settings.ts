import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { checkKeyPatterns } from "./key-patterns";
import { CacheAuthentication, CacheUserAccess, type CacheUser } from "./user-args";

/** A further user after checks and defaults. */
export interface UserSettings {
  name: string;
  keyPatterns: readonly string[];
  access: CacheUserAccess;
  authentication: CacheAuthentication;
  rotateEveryDays: number;
}

/** Ids of users. Source: ElastiCache User Guide, "Quotas". */
const idLimit = 40;
/** Users of a group, two of which are the disabled default user and the application's. */
const mostUsers = 98;
const taken = ["app", "default", "off", "final"];

/** Checks the further users of a cache. */
export function userSettings(
  checks: ArgumentChecks,
  cache: string,
  users: readonly CacheUser[],
  cachePatterns: readonly string[],
  secretsKey: unknown,
): UserSettings[] {
  checks.unique(
    "users",
    users.map(({ name }) => name),
  );
  checks.atMost("users", users, mostUsers);
  const settings = users.map((user) => {
    checks.matches(
      "users[].name",
      user.name,
      /^[a-z](-?[a-z0-9])*$/,
      "lower-case letters, digits and single hyphens, beginning with a letter",
    );
    if (taken.includes(user.name)) {
      checks.fail("users[].name", `is "${user.name}", which the component itself uses`, "Choose another");
    }
    checks.fitsAutoname(`${cache}-${user.name}`, idLimit, "an ElastiCache user id");
    return {
      name: user.name,
      keyPatterns:
        user.keyPatterns === undefined
          ? cachePatterns
          : checkKeyPatterns(checks, `users[${user.name}].keyPatterns`, user.keyPatterns),
      access: checks.oneOf("users[].access", user.access ?? CacheUserAccess.ReadWrite, Object.values(CacheUserAccess)),
      authentication: authentication(checks, user),
      rotateEveryDays: checks.integer("users[].rotateEveryDays", user.rotateEveryDays ?? 30, 1, 90),
    };
  });
  const withPassword = settings.some((user) => user.authentication === CacheAuthentication.Password);
  if (withPassword !== (secretsKey !== undefined)) {
    checks.fail(
      "secretsKey and users",
      withPassword
        ? "do not go together: a password lies in a secret, and the secret needs a key"
        : "do not go together: no user has a password",
      withPassword ? "Give a key, for example KeyRing.secrets" : "Leave secretsKey out",
    );
  }
  return settings;
}

function authentication(checks: ArgumentChecks, user: CacheUser): CacheAuthentication {
  const chosen = checks.oneOf(
    "users[].authentication",
    user.authentication ?? CacheAuthentication.Iam,
    Object.values(CacheAuthentication),
  );
  for (const argument of ["password", "rotationFunctionArn"] as const) {
    const given = user[argument] !== undefined;
    if (chosen === CacheAuthentication.Password && !given) {
      checks.fail(`users[${user.name}].${argument}`, "is missing for authentication Password", "Give it, or use Iam");
    }
    if (chosen === CacheAuthentication.Iam && given) {
      checks.fail(`users[${user.name}].${argument}`, "is given although authentication is Iam", "Leave it out");
    }
  }
  return chosen;
}
