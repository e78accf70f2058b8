import type * as pulumi from "@pulumi/pulumi";
import { DebugTask, ImageRepository, MigrationTask } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import { databaseAccess, databaseConnections, databaseEnvironment } from "./database-sign-in";
import { taskArgs, type ServiceSurroundings } from "./services";

/** Tasks that somebody starts, each undefined where none is asked for. */
export interface Tasks {
  readonly migration: MigrationTask | undefined;
  readonly debug: DebugTask | undefined;
}

/** Creates the task that changes the schema and the one for emergencies. */
export function createTasks(
  name: string,
  args: HipaaWebApplicationArgs,
  surroundings: ServiceSurroundings,
  parent: pulumi.Resource,
): Tasks {
  const { database, cluster, keys } = surroundings;
  const shared = {
    ...taskArgs(args, surroundings),
    access: databaseAccess(database, keys),
    connections: databaseConnections(database),
    environment: databaseEnvironment(database),
  };
  return {
    migration: args.migration && new MigrationTask(`${name}-migration`, { ...shared, ...args.migration }, { parent }),
    debug:
      args.debug &&
      new DebugTask(
        `${name}-debug`,
        { ...shared, ...args.debug, sessions: cluster, sessionsKey: keys.logs },
        { parent },
      ),
  };
}

/** Creates the repositories that images are pushed to before they run. */
export function createRepositories(
  name: string,
  args: HipaaWebApplicationArgs,
  key: ImageRepositoryKeyInput,
  parent: pulumi.Resource,
): ImageRepository[] {
  return (args.repositories ?? []).map(
    (image) => new ImageRepository(`${name}-${image}-images`, { key, tags: args.tags }, { parent }),
  );
}

type ImageRepositoryKeyInput = ConstructorParameters<typeof ImageRepository>[1]["key"];
