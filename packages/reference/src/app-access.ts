import type * as pulumi from "@pulumi/pulumi";
import type { KeyRing } from "@hipaa-aws/keys";
import type { ArchiveBucket, PhiBucket } from "@hipaa-aws/object-storage";
import {
  ServiceAccessLevel,
  ServiceQueueRole,
  type FargateServiceConnectionArgs,
  type FargateServiceGrantArgs,
  type ServiceAccessArgs,
} from "@hipaa-aws/service";
import { cacheAccess, cacheConnections, cacheEnvironment, type ApplicationCache } from "./cache";
import { computeEnvironment, computeGrants, type Compute } from "./compute-access";
import type { DataOptions } from "./data-options";
import type { Database } from "./database";
import { databaseAccess, databaseConnections, databaseEnvironment } from "./database-sign-in";
import type { Uploads } from "./media";
import type { Stores } from "./stores";
import { topicAccess, topicEnvironment } from "./topic";

/** What the app tier uses: the app, the worker and the tasks beside them. */
export interface AppResources extends StoreResources {
  readonly data: DataOptions;
  readonly compute: Compute;
}

/** What functions use too. */
export interface StoreResources {
  readonly database: Database;
  readonly cache: ApplicationCache;
  readonly documents: PhiBucket;
  readonly archive: ArchiveBucket | undefined;
  readonly uploads: Uploads | undefined;
  readonly stores: Stores;
  readonly keys: KeyRing;
}

/** Who of the app tier asks. */
export enum AppProgram {
  /** Behind the internal load balancer: puts jobs into the queue. */
  App,
  /** Works the queue off, and moves clean uploads. */
  Worker,
}

/** The least permissions and doors for what the program uses. */
export function appAccess(program: AppProgram, resources: AppResources, movesUploads: boolean): ServiceAccessArgs {
  const { database, cache, documents, archive, uploads, stores, keys } = resources;
  const readWrite = ServiceAccessLevel.ReadWrite;
  return {
    ...databaseAccess(database, keys),
    caches: cacheAccess(cache),
    buckets: [
      { name: "documents", bucket: documents, key: keys.documents, level: readWrite },
      ...(archive ? [{ name: "archive", bucket: archive, key: keys.documents, level: ServiceAccessLevel.Write }] : []),
      ...(uploads
        ? [{ name: "uploads", bucket: uploads.bucket, key: keys.media, level: uploadsLevel(movesUploads) }]
        : []),
    ],
    queues: [
      ...(stores.jobs && program === AppProgram.App
        ? [{ name: "jobs", queue: stores.jobs, key: keys.messaging, role: ServiceQueueRole.Send }]
        : []),
      ...(uploads && movesUploads
        ? [{ name: "scanned", queue: uploads.scanned, key: keys.messaging, role: ServiceQueueRole.Consume }]
        : []),
    ],
    topics: topicAccess(stores.topic, keys),
    tables: stores.tables.map(({ name, table }) => ({ name, table, key: keys.database, level: readWrite })),
  };
}

// Who moves clean uploads on reads them; everybody else adds only.
function uploadsLevel(movesUploads: boolean): ServiceAccessLevel {
  return movesUploads ? ServiceAccessLevel.ReadWrite : ServiceAccessLevel.Write;
}

/** What is no store, and so has no typed access. */
export function appGrants({ stores: { events }, data, compute }: AppResources): FargateServiceGrantArgs[] {
  return [
    ...(events ? [{ name: "PutEvents", actions: ["events:PutEvents"], resources: [events.eventBusArn] }] : []),
    ...data.grants,
    ...computeGrants(compute),
  ];
}

/** Doors beside those of what has a typed access. */
export function appConnections({ database, cache, data }: AppResources): FargateServiceConnectionArgs[] {
  return [...databaseConnections(database), ...cacheConnections(cache), ...data.connections];
}

// Names and addresses only: the app signs in by IAM, or reads the secret that is named here by itself.
export function appEnvironment({
  database,
  cache,
  documents,
  archive,
  uploads,
  stores,
  data,
  compute,
}: AppResources): Record<string, pulumi.Input<string>> {
  return {
    ...databaseEnvironment(database),
    ...cacheEnvironment(cache),
    DOCUMENTS_BUCKET: documents.bucketName,
    ...(archive && { ARCHIVE_BUCKET: archive.bucketName }),
    ...(uploads && { UPLOADS_BUCKET: uploads.bucket.bucketName, SCANNED_QUEUE_URL: uploads.scanned.queueUrl }),
    ...(stores.jobs && { JOBS_QUEUE_URL: stores.jobs.queueUrl }),
    ...(stores.events && { EVENT_BUS_NAME: stores.events.eventBusName }),
    ...topicEnvironment(stores.topic),
    ...Object.fromEntries(stores.tables.map(({ name, table }) => [tableVariable(name), table.tableName])),
    ...data.environment,
    ...computeEnvironment(compute),
  };
}

/** Variable that holds the name of a table. */
export function tableVariable(name: string): string {
  return `TABLE_${name.toUpperCase().replaceAll("-", "_")}`;
}
