import type * as pulumi from "@pulumi/pulumi";
import type { HipaaWebApplicationServiceArgs } from "./args";

/** Work that nobody waits for: a queue, and a worker in the app tier that works it off with the app's access to data. */
export interface HipaaWebApplicationJobsArgs {
  /** The worker. Default: none, and then one of `functions` works the queue off. */
  worker?: HipaaWebApplicationServiceArgs;
  /**
   * Seconds for which a message that a worker has received stays hidden from others, 0 to 43,200: six times what its
   * processing takes. Default: 300. Plain value.
   */
  visibilityTimeoutSeconds?: number;
  /** Messages in the queue for each task that scaling aims at. Default: 100. Plain value. */
  backlogPerTask?: number;
}

/**
 * Media that hold PHI: uploads wait in quarantine until a scan for malware found them clean, then the worker (without
 * one, the app) moves them to the store, which is read by the application alone and names the user of every read.
 */
export interface HipaaWebApplicationMediaArgs {
  /**
   * HTTPS origins of pages from which people upload to the quarantine by presigned URLs. Default: none; the application
   * uploads. Plain list.
   */
  uploadOrigins?: string[];
  /** Days after which media move to Glacier Instant Retrieval. Default: never. Plain value. */
  archiveAfterDays?: number;
}

/** Events between parts of the application, with an archive for replay. */
export interface HipaaWebApplicationEventsArgs {
  /** Days for which the archive keeps every event, 0 to 3,650; 0 makes no archive. Default: 35. Plain value. */
  archiveDays?: number;
}

/** A DynamoDB table of the app tier, for what is looked up by one key, such as sessions or consents. */
export interface HipaaWebApplicationTableArgs {
  /** Lower-case letters, digits and hyphens; the app finds the table's name in the variable `TABLE_<NAME>`. Plain value. */
  name: string;
  /** Name of the partition key, whose values are opaque ids, never PHI. Plain value. */
  partitionKey: string;
  /** Name of the sort key. Default: none. Plain value. */
  sortKey?: string;
  /** Attribute with the time in epoch seconds from which on DynamoDB disposes of an item. Default: none. Plain value. */
  expiryAttribute?: string;
}

/** A task that the deployment runs once, such as a change of the schema, with the app's access to the database. */
export interface HipaaWebApplicationMigrationArgs {
  /** Image in a private Amazon ECR registry, by digest or immutable tag. */
  image: pulumi.Input<string>;
  /** Command of the container. Default: the image's. */
  command?: pulumi.Input<string>[];
}

/** A task with a shell for emergencies, in the place of a shell in a running service. */
export interface HipaaWebApplicationDebugArgs {
  /** Image with tools, in a private Amazon ECR registry, by digest or immutable tag. */
  image: pulumi.Input<string>;
  /** Minutes after which a run ends by itself, 5 to 480. Default: 60. Plain value. */
  maxMinutes?: number;
}

/** Records that are kept under a lock, such as exports for a legal hold. */
export interface HipaaWebApplicationArchiveArgs {
  /**
   * Whether nobody can delete a record before its time, AWS's root user included. Default: true. False, for environments
   * that are to be removed, lets roles with a permission of their own do so. Plain value.
   */
  compliance?: boolean;
  /** Days that each record is locked, 1 to 36,500. Default: 2192, six years. Plain value. */
  lockDays?: number;
}

/** The rules of AWS WAF that depend on the application. What is blocked by default stays blocked. */
export interface HipaaWebApplicationFirewallArgs {
  /** Requests that one address may make in five minutes, at least 10. Default: 2000. Plain value. */
  requestsPerFiveMinutes?: number;
  /** Beginnings of sign-in paths, in lower case, which have a limit of their own. Default: /login and /oauth. Plain list. */
  loginPaths?: string[];
  /** Countries that may call, as ISO 3166 codes. Default: all. Plain list. */
  allowedCountries?: string[];
  /** Whether AWS WAF Bot Control blocks unverified bots; 10 USD a month and 1 USD a million requests. Default: false. Plain value. */
  botControl?: boolean;
  /** Whether bodies beyond the 8 KB that AWS WAF reads pass, for uploads and FHIR bundles. Default: false. Plain value. */
  largeRequestBodies?: boolean;
}
