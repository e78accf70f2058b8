import * as elasticache from "@pulumi/aws/elasticache";
import { policyDocument } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import { accessString } from "./key-patterns";
import { createPasswordUser } from "./password-user";
import { CacheAuthentication, type CacheUser } from "./user-args";
import type { UserSettings } from "./user-settings";

/** Who may sign in to the cache. */
export interface Access {
  application: elasticache.User;
  group: elasticache.UserGroup;
  /** Further users by name. */
  users: Record<string, elasticache.User>;
  /** Secrets of those with a password, by name. */
  secretArns: Record<string, pulumi.Output<string>>;
}

/** What of the arguments is about users. */
export interface AccessArgs {
  users?: CacheUser[];
  secretsKey?: pulumi.Input<{ arn: pulumi.Input<string> }>;
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** What of the checked settings is about users. */
export interface AccessSettings {
  /** Type and name of the component, as messages begin. */
  component: string;
  keyPatterns: readonly string[];
  users: readonly UserSettings[];
}

// Users and groups of this engine serve caches of both engines, and only they can hold the disabled default user:
// groups of engine "valkey" refuse users without a password. Source: ElastiCache User Guide, "RBAC".
const engine = "redis";

/**
 * Two users. `default`, as which every client starts, is off. The application's signs in by IAM (45 CFR 164.312(d)),
 * so there is no password to keep or rotate; it reaches its own keys and no administrative or dangerous command.
 * Then the further users of the arguments.
 */
export function createAccess(
  name: string,
  args: AccessArgs,
  settings: AccessSettings,
  baseName: pulumi.Input<string>,
  parent: pulumi.Resource,
): Access {
  const options = { parent };
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
  const { users, secretArns } = createUsers(name, args, settings, baseName, parent);
  const userIds = [disabled, application, ...Object.values(users)].map((user) => user.userId);
  const group = new elasticache.UserGroup(name, { engine, userGroupId: baseName, userIds, tags: args.tags }, options);
  return { application, group, users, secretArns };
}

function createUsers(
  name: string,
  args: AccessArgs,
  settings: AccessSettings,
  baseName: pulumi.Input<string>,
  parent: pulumi.Resource,
): Pick<Access, "users" | "secretArns"> {
  const users: Access["users"] = {};
  const secretArns: Access["secretArns"] = {};
  for (const user of settings.users) {
    const given = args.users?.find((one) => one.name === user.name);
    const userId = pulumi.interpolate`${baseName}-${user.name}`;
    const common = { userId, accessString: accessString(user.keyPatterns, user.access), tags: args.tags };
    if (user.authentication === CacheAuthentication.Iam) {
      users[user.name] = new elasticache.User(
        `${name}-${user.name}`,
        { ...common, engine, userName: userId, authenticationMode: { type: "iam" } },
        { parent },
      );
    } else if (given?.password !== undefined && given.rotationFunctionArn !== undefined && args.secretsKey) {
      const made = createPasswordUser(
        engine,
        {
          ...common,
          component: settings.component,
          name: `${name}-${user.name}`,
          password: given.password,
          secretsKeyArn: pulumi.output(args.secretsKey).apply((key) => key.arn),
          rotationFunctionArn: given.rotationFunctionArn,
          rotateEveryDays: user.rotateEveryDays,
        },
        parent,
      );
      users[user.name] = made.user;
      secretArns[user.name] = made.secretArn;
    }
  }
  return { users, secretArns };
}

/** Lets a role sign in as one user of one cache. Source: ElastiCache User Guide, "Authenticating with IAM". */
export function connectPolicy(cacheArn: pulumi.Input<string>, userArn: pulumi.Input<string>): pulumi.Output<string> {
  return policyDocument([{ sid: "SignInToCache", actions: ["elasticache:Connect"], resources: [cacheArn, userArn] }]);
}

/** What of the arguments about users may stand in the state: passwords may not. */
export function plainAccess({ users, secretsKey }: AccessArgs): pulumi.Inputs {
  return {
    ...(users === undefined ? {} : { users: users.map((user) => ({ ...user, password: undefined })) }),
    ...(secretsKey === undefined ? {} : { secretsKey: { arn: pulumi.output(secretsKey).apply((key) => key.arn) } }),
  };
}

/** The record with each value replaced. */
export function mapped<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
