import type * as pulumi from "@pulumi/pulumi";
import { PhiTable } from "@hipaa-aws/data-services";
import type { KeyRing } from "@hipaa-aws/keys";
import { EventBus, PhiQueue } from "@hipaa-aws/messaging";
import type { HipaaWebApplicationArgs } from "./args";
import { createTopic, topicSender, type Topic } from "./topic";

/** A table of the app tier, by the name that was given for it. */
export interface NamedTable {
  readonly name: string;
  readonly table: PhiTable;
}

/** What the app tier stores and sends beside records, documents and media. */
export interface Stores {
  readonly jobs: PhiQueue | undefined;
  readonly events: EventBus | undefined;
  readonly topic: Topic | undefined;
  readonly tables: readonly NamedTable[];
}

/** Seconds for which a job that was received stays hidden, where nothing is said. */
export const defaultVisibilitySeconds = 300;

/** Creates the queue of jobs, the bus of events, the topic and the tables, those that are asked for. */
export function createStores(
  name: string,
  args: HipaaWebApplicationArgs,
  keys: KeyRing,
  alarmTopicArn: pulumi.Output<string>,
  parent: pulumi.Resource,
): Stores {
  const { deletionProtection = true, organizationId, tags } = args;
  const shared = { organizationId, alarmTopicArn, tags };
  const jobsArgs = args.jobs && {
    visibilityTimeoutSeconds: args.jobs.visibilityTimeoutSeconds ?? defaultVisibilitySeconds,
    key: keys.messaging,
    ...(args.topic?.jobs && { senders: [topicSender(name, parent)] }),
    ...shared,
  };
  const jobs = jobsArgs && new PhiQueue(`${name}-jobs`, jobsArgs, { parent });
  const events = args.events && { key: keys.messaging, archiveDays: args.events.archiveDays, ...shared };
  return {
    jobs,
    events: events && new EventBus(`${name}-events`, events, { parent }),
    topic: createTopic(name, args, { keys, alarmTopicArn, jobs }, parent),
    tables: (args.tables ?? []).map(({ name: table, partitionKey, sortKey, expiryAttribute }) => ({
      name: table,
      table: new PhiTable(
        `${name}-${table}`,
        {
          key: keys.database,
          partitionKey: { name: partitionKey },
          sortKey: sortKey === undefined ? undefined : { name: sortKey },
          expiryAttribute,
          deletionProtection,
          ...shared,
        },
        { parent },
      ),
    })),
  };
}
