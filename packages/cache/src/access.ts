import * as elasticache from "@pulumi/aws/elasticache";
import * as pulumi from "@pulumi/pulumi";
import type { CacheArgs } from "./args";
import type { Settings } from "./settings";

/** Who may sign in to the cache. */
export interface Access {
  application: elasticache.User;
  group: elasticache.UserGroup;
}

// Users and groups of this engine serve caches of both engines, and only they can hold the disabled default user:
// groups of engine "valkey" refuse users without a password. Source: ElastiCache User Guide, "RBAC".
const engine = "redis";

/**
 * Two users. `default`, as which every client starts, is off. The application's signs in by IAM (45 CFR 164.312(d)),
 * so there is no password to keep or rotate; it reaches its own keys and no administrative or dangerous command.
 */
export function createAccess(
  name: string,
  args: CacheArgs,
  settings: Settings,
  baseName: pulumi.Input<string>,
  options: pulumi.CustomResourceOptions,
): Access {
  const disabled = new elasticache.User(
    `${name}-default`,
    {
      engine,
      userId: pulumi.interpolate`${baseName}-off`,
      userName: "default",
      accessString: "off ~* -@all",
      authenticationMode: { type: "no-password-required" },
      tags: args.tags,
    },
    options,
  );
  const application = new elasticache.User(
    `${name}-app`,
    {
      engine,
      // IAM authentication asks for one and the same id and name.
      userId: pulumi.interpolate`${baseName}-app`,
      userName: pulumi.interpolate`${baseName}-app`,
      accessString: accessString(settings.keyPatterns),
      authenticationMode: { type: "iam" },
      tags: args.tags,
    },
    options,
  );
  const group = new elasticache.UserGroup(
    name,
    { engine, userGroupId: baseName, userIds: [disabled.userId, application.userId], tags: args.tags },
    options,
  );
  return { application, group };
}

/** INFO counts as dangerous, and most clients read it when they connect. */
export function accessString(keyPatterns: readonly string[]): string {
  const keys = keyPatterns.map((pattern) => `~${pattern}`);
  return ["on", ...keys, "+@all", "-@admin", "-@dangerous", "+info"].join(" ");
}
