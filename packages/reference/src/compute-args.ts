import type * as pulumi from "@pulumi/pulumi";

/** How far a function's permission on objects or items reaches. */
export enum HipaaWebApplicationFunctionLevel {
  /** Look only. */
  Read = "read",
  /** Add and change, without reading back and without deleting. */
  Write = "write",
  /** Both, still without deleting. */
  ReadWrite = "read-write",
  /** Both, and delete. */
  ReadWriteDelete = "read-write-delete",
}

/** Code of a function in a bucket. */
export interface HipaaWebApplicationFunctionPackage {
  /** Name of the bucket, of this Region. */
  bucket: pulumi.Input<string>;
  /** Key of the zip file. */
  key: pulumi.Input<string>;
  /** Version of the object, so that what was reviewed is what runs. */
  objectVersion: pulumi.Input<string>;
}

/** A table that a function uses. */
export interface HipaaWebApplicationFunctionTable {
  /** Name of one of `tables`. Plain value. */
  name: string;
  /** Plain value. */
  level: HipaaWebApplicationFunctionLevel;
}

/** What a function reaches of the application's data. Nothing that is not named here. All plain values. */
export interface HipaaWebApplicationFunctionAccess {
  /** Whether it signs in to the database by IAM, as the user of the app tier. Default: false. */
  database?: boolean;
  /** Whether it signs in to the cache by IAM. Default: false. */
  cache?: boolean;
  /** What it does with documents. Default: nothing. */
  documents?: HipaaWebApplicationFunctionLevel;
  /** Tables that it uses. Default: none. */
  tables?: HipaaWebApplicationFunctionTable[];
  /** Whether it puts jobs into the queue; needs `jobs`. Default: false. */
  sendsJobs?: boolean;
  /** Whether it puts events on the bus; needs `events`. Default: false. */
  putsEvents?: boolean;
  /** Whether it publishes messages; needs `topic`. Default: false. */
  publishesMessages?: boolean;
}

/** Events of the application's bus that call a function. */
export interface HipaaWebApplicationFunctionEvents {
  /** Values of `source`, one of which an event has to have. Plain list. */
  sources: string[];
  /** Values of `detail-type`, one of which an event has to have. Default: any. Plain list. */
  detailTypes?: string[];
}

/**
 * An AWS Lambda function in the app subnets. It finds names and addresses of what `access` names in its environment,
 * under the names that the app tier knows them by.
 */
export interface HipaaWebApplicationFunctionArgs {
  /** Lower-case letters, digits and hyphens, at most 30. Plain value. */
  name: string;
  /** Container image in a private Amazon ECR registry, by its digest. One of `imageUri`, `package` and `code`. */
  imageUri?: pulumi.Input<string>;
  /** Code in a bucket. One of `imageUri`, `package` and `code`. */
  package?: HipaaWebApplicationFunctionPackage;
  /** Code as an archive of the machine that deploys. One of `imageUri`, `package` and `code`. */
  code?: pulumi.asset.Archive;
  /** Runtime that gets security patches, for example `nodejs24.x`. Not with `imageUri`. Plain value. */
  runtime?: string;
  /** Entry point, for example `index.handler`. Not with `imageUri`. */
  handler?: pulumi.Input<string>;
  /** Memory in MiB, 128 to 10,240. Default: 512. Plain value. */
  memoryMib?: number;
  /** Seconds after which a call is ended, 1 to 900. Default: 30. Plain value. */
  timeoutSeconds?: number;
  /** Calls at the same time, which the function has for itself and never passes. Default: 10. Plain value. */
  reservedConcurrency?: number;
  /** Environment, beside what the architecture sets itself. Never a secret. Plain record of inputs. */
  environment?: Record<string, pulumi.Input<string>>;
  /** What it reaches of the application's data. Default: nothing. */
  access?: HipaaWebApplicationFunctionAccess;
  /**
   * Whether it works the queue of jobs off, in the place of a worker. The queue hides a message for six times
   * `timeoutSeconds` at least, or the arguments are refused. Default: false. Plain value.
   */
  worksJobs?: boolean;
  /** Events of the bus that call it; needs `events`. Default: none. */
  events?: HipaaWebApplicationFunctionEvents;
  /** Whether the app tier calls it, by the name in the variable `FUNCTION_<NAME>`. Default: false. Plain value. */
  calledByApp?: boolean;
}

/** How executions of a workflow run. */
export enum HipaaWebApplicationWorkflowType {
  /** Up to a year, each step exactly once, with a history. */
  Standard = "standard",
  /** Up to five minutes, each step once or more, with the log as its only history. */
  Express = "express",
}

/** An AWS Step Functions workflow over the functions, which the app tier starts by the ARN in `WORKFLOW_ARN`. */
export interface HipaaWebApplicationWorkflowArgs {
  /**
   * Definition in Amazon States Language, JSON, in which `${name}` stands for the ARN of the function with that name. It
   * calls the functions that it names, and no others. References, never PHI: whoever describes the workflow reads it.
   * Plain value.
   */
  definition: string;
  /** Fixed at creation. Default: standard. Plain value. */
  type?: HipaaWebApplicationWorkflowType;
}
