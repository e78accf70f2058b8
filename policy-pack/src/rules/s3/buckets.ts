import { Truth } from "../../authoring/truth";
import type { StackGraph, GraphResource, Reference } from "../../graph/stack-graph";

export const bucket = "aws:s3/bucket:Bucket";
export const bucketV2 = "aws:s3/bucketV2:BucketV2";

/** General purpose buckets. */
export const bucketTypes: readonly string[] = [bucket, bucketV2];

/** Buckets that take some of the same companions, but are judged by rules of their own. */
const otherBucketTypes: readonly string[] = ["aws:s3/directoryBucket:DirectoryBucket", "aws:s3control/bucket:Bucket"];

/** Resources that configure a bucket, each kind with its deprecated twin. */
export const companionTypes = {
  accelerate: twins("bucketAccelerateConfiguration", "BucketAccelerateConfiguration"),
  cors: twins("bucketCorsConfiguration", "BucketCorsConfiguration"),
  encryption: twins("bucketServerSideEncryptionConfiguration", "BucketServerSideEncryptionConfiguration"),
  lifecycle: twins("bucketLifecycleConfiguration", "BucketLifecycleConfiguration"),
  logging: twins("bucketLogging", "BucketLogging"),
  objectLock: twins("bucketObjectLockConfiguration", "BucketObjectLockConfiguration"),
  policy: ["aws:s3/bucketPolicy:BucketPolicy"],
  publicAccessBlock: ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
  replication: ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"],
  versioning: twins("bucketVersioning", "BucketVersioning"),
  website: twins("bucketWebsiteConfiguration", "BucketWebsiteConfiguration"),
} as const satisfies Record<string, readonly string[]>;

export type CompanionKind = keyof typeof companionTypes;

function twins(module: string, name: string): readonly string[] {
  return [`aws:s3/${module}:${name}`, `aws:s3/${module}V2:${name}V2`];
}

export function bucketsOf(graph: StackGraph): GraphResource[] {
  return graph.ofType(...bucketTypes);
}

/** The bucket that a companion belongs to. */
export function linkedBucket(graph: StackGraph, companion: GraphResource, path = "bucket"): Reference {
  return graph.references(companion, path, ...bucketTypes, ...otherBucketTypes);
}

/** The companions of a kind that belong to a bucket for certain. */
export function companionsOf(graph: StackGraph, of: GraphResource, kind: CompanionKind): GraphResource[] {
  return linksOf(graph, kind).byBucket.get(of.urn) ?? [];
}

/** Whether a bucket has a companion of a kind; unknown while one may belong to any bucket. */
export function hasCompanion(graph: StackGraph, of: GraphResource, kind: CompanionKind): Truth {
  const links = linksOf(graph, kind);
  if (links.byBucket.has(of.urn)) return Truth.yes;
  // A name given as text may be that of a bucket whose own name is not known yet.
  const isNamedLater = of.get("bucket").isUnknown && links.elsewhere.length > 0;
  const open = isNamedLater ? [...links.open, ...links.elsewhere] : links.open;
  return open.length === 0 ? Truth.no : Truth.unknown(...new Set(open.map(({ type }) => `${shortName(type)}.bucket`)));
}

interface Links {
  readonly byBucket: ReadonlyMap<string, GraphResource[]>;
  /** Companions whose bucket is not known yet. */
  readonly open: readonly GraphResource[];
  /** Companions of buckets that are not in this stack. */
  readonly elsewhere: readonly GraphResource[];
}

function linksOf(graph: StackGraph, kind: CompanionKind): Links {
  return graph.once(`s3 companions ${kind}`, () => {
    const byBucket = new Map<string, GraphResource[]>();
    const open: GraphResource[] = [];
    const elsewhere: GraphResource[] = [];
    for (const companion of graph.ofType(...companionTypes[kind])) {
      const { targets, complete } = linkedBucket(graph, companion);
      for (const { urn } of targets) byBucket.set(urn, [...(byBucket.get(urn) ?? []), companion]);
      if (targets.length === 0) (complete ? elsewhere : open).push(companion);
    }
    return { byBucket, open, elsewhere };
  });
}

/** `aws:s3/bucketPolicy:BucketPolicy` → `BucketPolicy`. */
function shortName(type: string): string {
  return type.slice(type.lastIndexOf(":") + 1);
}

/** Whether a bucket is tagged as the archive of audit logs. */
export function isLogArchive(of: GraphResource): Truth {
  return of.tag("hipaa:purpose").isOneOf("log-archive");
}

/** Whether a bucket is tagged as a target of log deliveries that cannot use KMS. */
export function isLogDelivery(of: GraphResource): Truth {
  return of.tag("hipaa:purpose").isOneOf("elb-logs", "s3-access-logs");
}

/** Whether a bucket has versioning switched on by its own inputs. Object Lock switches it on by itself. */
export function versionsInline(of: GraphResource): Truth {
  return Truth.any([
    of.get("versioning").get("enabled").isTrue(),
    of.get("versionings").some((block) => block.get("enabled").isTrue()),
    of.get("objectLockEnabled").isTrue(),
  ]);
}
