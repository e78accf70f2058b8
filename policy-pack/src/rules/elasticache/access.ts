import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isSecondary, replicationGroup } from "./caches";

const auth = resourceRule("elasticache-auth", {
  check: (cache) => {
    cache.onlyWhen(isSecondary(cache).not(), "its primary decides");
    cache.onlyWhen(
      cache.get("transitEncryptionEnabled").isTrue().and(cache.get("transitEncryptionMode").isOneOf("preferred").not()),
      "does not require TLS, which is another rule's finding",
    );
    const tokens = [cache.get("authToken"), cache.get("authTokenWo")];
    const authenticated = Truth.any([...tokens, cache.get("userGroupIds")].map((value) => value.isGiven()));
    cache.expect(authenticated, "commands are not authenticated, neither by a token nor by users");
    for (const token of tokens) {
      cache.expect(
        Truth.any([token.isGiven().not(), Truth.of(token.isUnknown), token.matches(/^[!-~]{16,128}$/)]).and(
          Truth.of(token.isUnknown || !/[/"@]/.test(token.text ?? "")),
        ),
        "the token is not 16 to 128 printable characters without slash, double quote and at sign",
      );
    }
    cache.expect(
      cache.get("authTokenUpdateStrategy").isOneOf("DELETE").not().or(cache.get("userGroupIds").isGiven()),
      "the token is about to be removed",
    );
  },
});

/** Whether a user is switched off: of several `on` and `off` in an access string, the last one counts. */
function isOff(user: ResourceCheck): Truth {
  return user.get("accessString").whenKnown((raw) => {
    const switches = words(raw).filter((word) => word === "on" || word === "off");
    return switches.at(-1) === "off";
  });
}

function words(raw: unknown): string[] {
  return typeof raw === "string" ? raw.toLowerCase().split(/\s+/) : [];
}

const rbacUsers = resourceRule("elasticache-rbac-users", {
  check: (user) => {
    const mode = user.get("authenticationMode.type");
    const passwords = Truth.any(["passwords", "passwordsWo"].map((path) => user.get(path).isGiven()));
    const authenticated = Truth.all([
      user.get("noPasswordRequired").isTrue().not(),
      mode.isOneOf("iam", "password").or(mode.isGiven().not().and(passwords)),
    ]);
    user.expect(authenticated.or(isOff(user)), "the user is switched on and needs neither a password nor IAM");
  },
});

const accessString = resourceRule("elasticache-user-access-string", {
  check: (user) => {
    user.onlyWhen(isOff(user).not(), "the user is switched off");
    user.expect(holdsEverything(user.get("accessString")).not(), "the user holds every command on every key");
  },
});

/** Every command on every key, with nothing taken away again. */
function holdsEverything(access: Value): Truth {
  return access.whenKnown((raw) => {
    const all = words(raw);
    const keys = all.includes("~*") || all.includes("allkeys");
    const commands = all.includes("+@all") || all.includes("allcommands");
    const takenAway = all.some((word) => word.startsWith("-") && !word.startsWith("-@all"));
    return keys && commands && !takenAway;
  });
}

const serverlessAuth = resourceRule("elasticache-serverless-auth", {
  check: (cache) => {
    cache.onlyWhen(cache.get("engine").isOneOf("redis", "valkey"), "Memcached has no users");
    cache.expect(cache.get("userGroupId").isGiven(), "the cache lets in every client of the network");
  },
});

const subnetGroup = resourceRule("elasticache-subnet-group", {
  check: (cache) => {
    const member = cache.type === replicationGroup ? isSecondary(cache) : cache.get("replicationGroupId").isGiven();
    const name = cache.get("subnetGroupName");
    const own = name.isUnknown ? Truth.yes : name.isGiven().and(name.isOneOf("default").not());
    cache.expect(
      own.or(name.isGiven().not().and(member)),
      "the cache falls to the default subnet group, which may span public subnets",
    );
  },
});

/** Rules on who may reach and use caches. */
export const cacheAccessRules: readonly Rule[] = [auth, rbacUsers, accessString, serverlessAuth, subnetGroup];
