import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { bucketTypes, isLogArchive } from "../s3/buckets";
import { receivesLogsWithoutKms } from "../s3/log-targets";

/** Stores that keep PHI, in words. */
const labels: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "bucket",
  "aws:s3/bucketV2:BucketV2": "bucket",
  "aws:dynamodb/table:Table": "table",
  "aws:rds/instance:Instance": "DB instance",
  "aws:rds/cluster:Cluster": "DB cluster",
  "aws:docdb/cluster:Cluster": "DocumentDB cluster",
  "aws:neptune/cluster:Cluster": "Neptune cluster",
  "aws:redshift/cluster:Cluster": "Redshift cluster",
  "aws:opensearch/domain:Domain": "search domain",
  "aws:efs/fileSystem:FileSystem": "file system",
  "aws:fsx/windowsFileSystem:WindowsFileSystem": "file system",
  "aws:fsx/lustreFileSystem:LustreFileSystem": "file system",
  "aws:fsx/ontapFileSystem:OntapFileSystem": "file system",
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": "file system",
};

/** A store in words. */
export function storeText(store: GraphResource): string {
  return `${labels[store.type] ?? "store"} "${store.name}"`;
}

/** Whether a store keeps PHI, rather than the logs that others write about it. */
export function keepsPhi(graph: StackGraph, store: GraphResource): Truth {
  const isLog = bucketTypes.includes(store.type)
    ? Truth.any([isLogArchive(store), receivesLogsWithoutKms(graph, store), takesTrail(graph, store)])
    : Truth.no;
  return store.mayHoldPhi().and(isLog.not());
}

/** Whether a trail delivers into a bucket. */
function takesTrail(graph: StackGraph, bucket: GraphResource): Truth {
  const trails = graph.ofType("aws:cloudtrail/trail:Trail");
  return Truth.of(trails.some((one) => graph.references(one, "s3BucketName", ...bucketTypes).targets.includes(bucket)));
}

/** One part of what covers a store. */
export interface Part {
  /** In words, with the logical name of what provides it. */
  readonly text: string;
  readonly holds: Truth;
}

/** What covers a store and what is missing, in words. */
export function coverageText(store: GraphResource, parts: readonly Part[]): string {
  const list = (wanted: boolean): string =>
    parts
      .filter(({ holds }) => holds.isYes === wanted)
      .map(({ text }) => text)
      .join(", ");
  const covered = list(true);
  return `${storeText(store)}: ${covered === "" ? "" : `covered by ${covered}; `}missing ${list(false)}`;
}
