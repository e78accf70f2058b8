import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import { awsEnvironment } from "@hipaa-aws/foundation";
import { PhiQueue } from "@hipaa-aws/messaging";
import { PhiFunction, type PhiFunctionArgs } from "@hipaa-aws/serverless";
import {
  accessConnections,
  accessGrants,
  ServiceAccessLevel,
  ServiceQueueRole,
  type ServiceAccessArgs,
} from "@hipaa-aws/service";
import { tableVariable, type StoreResources } from "./app-access";
import type { HipaaWebApplicationArgs } from "./args";
import { cacheAccess, cacheConnections, cacheEnvironment } from "./cache";
import type { NamedFunction } from "./compute-access";
import { HipaaWebApplicationFunctionLevel, type HipaaWebApplicationFunctionArgs } from "./compute-args";
import { databaseAccess, databaseConnections, databaseEnvironment } from "./database-sign-in";
import { topicAccess, topicEnvironment } from "./topic";
import type { ApplicationNetwork } from "./network";

/** What functions are wired to. */
export interface FunctionSurroundings extends StoreResources {
  readonly network: ApplicationNetwork;
  readonly alarmTopicArn: pulumi.Output<string>;
}

/** Creates the functions, each with the access to data that it names. */
export function createFunctions(
  name: string,
  args: HipaaWebApplicationArgs,
  surroundings: FunctionSurroundings,
  parent: pulumi.Resource,
): NamedFunction[] {
  return (args.functions ?? []).map((own) => ({
    args: own,
    fn: createFunction(`${name}-${own.name}`, args, own, surroundings, parent),
  }));
}

function createFunction(
  name: string,
  args: HipaaWebApplicationArgs,
  own: HipaaWebApplicationFunctionArgs,
  surroundings: FunctionSurroundings,
  parent: pulumi.Resource,
): PhiFunction {
  const { keys, network, alarmTopicArn, stores } = surroundings;
  const { vpcId, appSubnetIds, endpointSecurityGroupId, s3PrefixListId, dynamoDbPrefixListId } = network;
  const { imageUri, package: stored, code, runtime, handler, memoryMib, timeoutSeconds, reservedConcurrency } = own;
  const access = accessOf(own, surroundings);
  const read = queuesOf(own, surroundings);
  const rule = createEventRule(name, args, own, surroundings, parent);
  const fn = new PhiFunction(
    name,
    {
      // The fields alone: a component among the arguments would be stored as a reference.
      network: {
        vpcId,
        appSubnetIds,
        endpointSecurityGroupId,
        s3PrefixListId,
        ...((own.access?.tables ?? []).length > 0 && { dynamoDbPrefixListId }),
      },
      key: keys.secrets,
      messagesKey: keys.messaging,
      logsKey: keys.logs,
      ...defined({ imageUri, package: stored, code, runtime, handler, memoryMib, timeoutSeconds, reservedConcurrency }),
      environment: { ...own.environment, ...environmentOf(own, surroundings) },
      grants: [
        ...accessGrants(awsEnvironment(parent), access).map(({ name: sid, actions, resources, viaServices }) => ({
          name: sid,
          actions,
          resources,
          ...(viaServices && { viaServices }),
        })),
        ...(own.access?.putsEvents && stores.events
          ? [{ name: "PutEvents", actions: ["events:PutEvents"], resources: [stores.events.eventBusArn] }]
          : []),
      ],
      connections: [
        ...accessConnections(access),
        ...(own.access?.database ? databaseConnections(surroundings.database) : []),
        ...(own.access?.cache ? cacheConnections(surroundings.cache) : []),
      ],
      ...(rule && { invokers: [{ name: "events", service: "events.amazonaws.com", sourceArn: rule.arn }] }),
      ...(read.length > 0 && { queues: read }),
      alarmTopicArn,
      tags: args.tags,
    },
    { parent },
  );
  if (rule) deliverEvents(name, args, rule, fn, surroundings, parent);
  return fn;
}

/** What is left out stays out, so that its check sees nothing of it. */
function defined(args: Partial<PhiFunctionArgs>): Partial<PhiFunctionArgs> {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
}

const levels: Readonly<Record<HipaaWebApplicationFunctionLevel, ServiceAccessLevel>> = {
  [HipaaWebApplicationFunctionLevel.Read]: ServiceAccessLevel.Read,
  [HipaaWebApplicationFunctionLevel.Write]: ServiceAccessLevel.Write,
  [HipaaWebApplicationFunctionLevel.ReadWrite]: ServiceAccessLevel.ReadWrite,
  [HipaaWebApplicationFunctionLevel.ReadWriteDelete]: ServiceAccessLevel.ReadWriteDelete,
};

/** The same kinds of access that services have, as far as the function names them. */
function accessOf({ access = {} }: HipaaWebApplicationFunctionArgs, resources: StoreResources): ServiceAccessArgs {
  const { database, cache, documents, stores, keys } = resources;
  const tables = access.tables ?? [];
  return {
    ...(access.database && databaseAccess(database, keys)),
    caches: access.cache ? cacheAccess(cache) : [],
    buckets: access.documents
      ? [{ name: "documents", bucket: documents, key: keys.documents, level: levels[access.documents] }]
      : [],
    queues:
      access.sendsJobs && stores.jobs
        ? [{ name: "jobs", queue: stores.jobs, key: keys.messaging, role: ServiceQueueRole.Send }]
        : [],
    topics: access.publishesMessages ? topicAccess(stores.topic, keys) : [],
    tables: stores.tables.flatMap(({ name, table }) =>
      tables
        .filter((used) => used.name === name)
        .map(({ level }) => ({ name, table, key: keys.database, level: levels[level] })),
    ),
  };
}

/** Queues that the function works off: of jobs, and of the topic. */
function queuesOf(
  { name, worksJobs = false }: HipaaWebApplicationFunctionArgs,
  { stores: { jobs, topic }, keys }: StoreResources,
) {
  const keyArn = keys.messaging.apply((key) => key.arn);
  const own = (topic?.queues ?? []).filter(({ target }) => target === name);
  return [
    ...(worksJobs && jobs ? [{ name: "jobs", queueArn: jobs.queueArn, keyArn }] : []),
    ...own.map(({ name: queue, queue: { queueArn } }) => ({ name: queue, queueArn, keyArn })),
  ];
}

/** Of what the app tier is told, the part that the function may use. */
function environmentOf(
  { access = {} }: HipaaWebApplicationFunctionArgs,
  { database, cache, documents, stores }: StoreResources,
): Record<string, pulumi.Input<string>> {
  const used = (access.tables ?? []).map(({ name }) => name);
  const tables = stores.tables.filter(({ name }) => used.includes(name));
  return {
    ...(access.database && databaseEnvironment(database)),
    ...(access.cache && cacheEnvironment(cache)),
    ...(access.documents && { DOCUMENTS_BUCKET: documents.bucketName }),
    ...(access.sendsJobs && stores.jobs && { JOBS_QUEUE_URL: stores.jobs.queueUrl }),
    ...(access.putsEvents && stores.events && { EVENT_BUS_NAME: stores.events.eventBusName }),
    ...(access.publishesMessages && topicEnvironment(stores.topic)),
    ...Object.fromEntries(tables.map(({ name, table }) => [tableVariable(name), table.tableName])),
  };
}

function createEventRule(
  name: string,
  { tags }: HipaaWebApplicationArgs,
  { events }: HipaaWebApplicationFunctionArgs,
  { stores }: StoreResources,
  parent: pulumi.Resource,
): cloudwatch.EventRule | undefined {
  if (events === undefined || stores.events === undefined) return undefined;
  return new cloudwatch.EventRule(
    `${name}-events`,
    {
      description: `Events for the function ${name}`,
      eventBusName: stores.events.eventBusName,
      eventPattern: JSON.stringify({
        source: events.sources,
        ...(events.detailTypes && { "detail-type": events.detailTypes }),
      }),
      tags,
    },
    { parent },
  );
}

/** A day of tries; then the event waits where somebody is told of it. */
function deliverEvents(
  name: string,
  { organizationId, tags }: HipaaWebApplicationArgs,
  rule: cloudwatch.EventRule,
  fn: PhiFunction,
  { keys, alarmTopicArn }: FunctionSurroundings,
  parent: pulumi.Resource,
): void {
  const undelivered = new PhiQueue(
    `${name}-undelivered`,
    {
      key: keys.messaging,
      senders: [{ service: "events.amazonaws.com", sourceArn: rule.arn }],
      retentionDays: 14,
      alarmTopicArn,
      organizationId,
      tags,
    },
    { parent },
  );
  new cloudwatch.EventTarget(
    `${name}-events`,
    {
      rule: rule.name,
      eventBusName: rule.eventBusName,
      arn: fn.functionArn,
      retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
      deadLetterConfig: { arn: undelivered.queueArn },
    },
    // The permission first: without it the first events would go astray.
    { parent, dependsOn: [fn] },
  );
}
