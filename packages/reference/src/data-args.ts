import type * as pulumi from "@pulumi/pulumi";

/** A cache that grows and shrinks by itself over all zones, in the place of nodes. */
export interface HipaaWebApplicationServerlessCacheArgs {
  /** Gigabytes that the cache grows to, 1 to 5000; then keys with an expiry make room. Default: 10. Plain value. */
  maxDataGigabytes?: number;
  /** Processing units a second that the cache grows to, 1000 to 15,000,000. Default: 10,000. Plain value. */
  maxProcessingUnits?: number;
}

/** Files that programs of the app tier share, in directories that app and worker mount. */
export interface HipaaWebApplicationFilesArgs {
  /**
   * Directories, 1 to 5, named by lower-case words; programs find them at `/mnt/<directory>`, with the path in the
   * variable `FILES_<DIRECTORY>`. Default: `shared`. Plain list.
   */
  directories?: string[];
  /** Days after which a file that nobody reads moves to the cheaper class: 1, 7, 14, 30, 60, 90. Default: 30. Plain value. */
  archiveAfterDays?: number;
}

/** Search over what the application indexes. App and worker sign in by IAM; what they may do is up to roles inside. */
export interface HipaaWebApplicationSearchArgs {
  /** ARN of the IAM role that administers users, roles and indexes inside of the domain. */
  administratorArn: pulumi.Input<string>;
  /** Type of the data nodes. Default: `r7g.large.search`. Plain value. */
  instanceType?: string;
  /** Type of the three dedicated managers. Default: `m7g.large.search`. Plain value. */
  managerType?: string;
  /** Data nodes: a multiple of the network's zones, 80 at most. Default: one in each zone. Plain value. */
  dataNodes?: number;
  /** GiB of each data node, 10 to 24,576. Default: 100. Plain value. */
  volumeGib?: number;
  /**
   * Whether to make the service-linked role by which domains enter a VPC. An account has one: one stack makes it.
   * Default: false. Plain value.
   */
  serviceLinkedRole?: boolean;
}

/** Records that the app tier puts one after another, for those who read along. */
export interface HipaaWebApplicationStreamArgs {
  /** Shards, 1 to 10,000. Default: none, capacity on demand. Plain value. */
  shards?: number;
  /** Hours for which records are kept, 24 to 8760. Default: 168, a week. Plain value. */
  retentionHours?: number;
}

/**
 * Delivery of records to the bucket of documents, below `records/`: those of `stream`, and without it those that the app
 * tier puts on the delivery stream itself.
 */
export interface HipaaWebApplicationDeliveryArgs {
  /** Seconds for which records are gathered, 0 to 900. Default: 300. Plain value. */
  bufferSeconds?: number;
  /** MiB that are gathered, 1 to 128. Default: 16. Plain value. */
  bufferMib?: number;
}

/** A warehouse for analyses, apart from what the application works with. */
export interface HipaaWebApplicationAnalyticsArgs {
  /**
   * Whether app and worker reach the warehouse and sign in by IAM. Default: false, and nobody does until a door is opened
   * on `analyticsSecurityGroupId`. Plain value.
   */
  appAccess?: boolean;
  /** Whether capacity comes on demand, which needs three zones, instead of nodes. Default: false. Plain value. */
  serverless?: boolean;
  /** Type of the nodes. Default: `ra3.xlplus`. Not with `serverless`. Plain value. */
  nodeType?: string;
  /** Nodes, 2 to 128. Default: 2. Not with `serverless`. Plain value. */
  nodes?: number;
  /** Whether nodes run in two zones at once. Default: false, and they move. Not with `serverless`. Plain value. */
  multiAz?: boolean;
  /** Capacity in RPU at the start, 8 to 512 in steps of 8. Default: 32. Only with `serverless`. Plain value. */
  baseCapacity?: number;
  /** Capacity in RPU that is never passed. Default: four times `baseCapacity`. Only with `serverless`. Plain value. */
  maxCapacity?: number;
}
