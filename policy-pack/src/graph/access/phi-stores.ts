import type { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { knownTarget, openTarget, setTarget, type Target } from "../../knowledge/access/target";
import type { GraphResource, StackGraph } from "../stack-graph";
import { keysNamedBy, mayNameAnyKey } from "./keys";

/** How a kind of store is read, and where it names its key. */
interface StoreKind {
  /** `DB instance`. */
  readonly noun: string;
  /** Paths of the key among the store's own inputs. */
  readonly keys: readonly string[];
  /** Companions that name the key: type, the property that refers to the store, the path of the key. */
  readonly companions?: readonly (readonly [type: string, link: string, key: string])[];
  /** Actions that give what the store holds; none where no IAM action does. */
  readonly reads: readonly string[];
  /** What these actions are about. */
  readonly target?: (store: GraphResource) => Target;
}

const ofArn =
  (template: string, suffix = "") =>
  (store: GraphResource): Target => {
    const arn = store.get("arn").text;
    if (arn === undefined) return openTarget(`${template}${suffix}`, "arn");
    return suffix === "" ? knownTarget(arn) : setTarget(`${arn}${suffix}`);
  };

const bucketKey = "rules[*].applyServerSideEncryptionByDefault.kmsMasterKeyId";
const bucket: StoreKind = {
  noun: "bucket",
  keys: ["serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.kmsMasterKeyId"],
  companions: [
    ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "bucket", bucketKey],
    ["aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2", "bucket", bucketKey],
  ],
  reads: ["s3:GetObject", "s3:GetObjectVersion"],
  target: ofArn("arn:*:s3:::*", "/*"),
};
const domain = (key: string): StoreKind => ({
  noun: "search domain",
  keys: [key],
  reads: ["es:ESHttpGet", "es:ESHttpPost"],
  target: ofArn("arn:*:es:*:*:domain/*", "/*"),
});
/** Stores that are read through the network, with a password or a mount, not by an IAM action on themselves. */
const byKeyOnly = (noun: string, ...keys: readonly string[]): StoreKind => ({ noun, keys, reads: [] });

const kinds: Readonly<Record<string, StoreKind>> = {
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketV2:BucketV2": bucket,
  "aws:dynamodb/table:Table": {
    noun: "table",
    keys: ["serverSideEncryption.kmsKeyArn"],
    reads: ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:ExportTableToPointInTime"],
    target: ofArn("arn:*:dynamodb:*:*:table/*"),
  },
  "aws:rds/instance:Instance": {
    noun: "DB instance",
    keys: ["kmsKeyId"],
    reads: ["rds-db:connect"],
    target: (store) => databaseUsers(store, "resourceId"),
  },
  "aws:rds/cluster:Cluster": {
    noun: "DB cluster",
    keys: ["kmsKeyId"],
    reads: ["rds-data:ExecuteStatement"],
    target: ofArn("arn:*:rds:*:*:cluster:*"),
  },
  "aws:kinesis/stream:Stream": {
    noun: "stream",
    keys: ["kmsKeyId"],
    reads: ["kinesis:GetRecords"],
    target: ofArn("arn:*:kinesis:*:*:stream/*"),
  },
  "aws:opensearch/domain:Domain": domain("encryptAtRest.kmsKeyId"),
  "aws:elasticsearch/domain:Domain": domain("encryptAtRest.kmsKeyId"),
  "aws:docdb/cluster:Cluster": byKeyOnly("DocumentDB cluster", "kmsKeyId"),
  "aws:ebs/volume:Volume": byKeyOnly("volume", "kmsKeyId"),
  "aws:efs/fileSystem:FileSystem": byKeyOnly("file system", "kmsKeyId"),
  "aws:elasticache/replicationGroup:ReplicationGroup": byKeyOnly("replication group", "kmsKeyId"),
  "aws:fsx/lustreFileSystem:LustreFileSystem": byKeyOnly("file system", "kmsKeyId"),
  "aws:fsx/ontapFileSystem:OntapFileSystem": byKeyOnly("file system", "kmsKeyId"),
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": byKeyOnly("file system", "kmsKeyId"),
  "aws:fsx/windowsFileSystem:WindowsFileSystem": byKeyOnly("file system", "kmsKeyId"),
  "aws:memorydb/cluster:Cluster": byKeyOnly("MemoryDB cluster", "kmsKeyArn"),
  "aws:neptune/cluster:Cluster": byKeyOnly("Neptune cluster", "kmsKeyArn"),
  "aws:redshift/cluster:Cluster": byKeyOnly("Redshift cluster", "kmsKeyId"),
  "aws:secretsmanager/secret:Secret": byKeyOnly("secret", "kmsKeyId"),
  "aws:sns/topic:Topic": byKeyOnly("topic", "kmsMasterKeyId"),
  "aws:sqs/queue:Queue": byKeyOnly("queue", "kmsMasterKeyId"),
};

/** Types of stores that may hold PHI. */
export const phiStoreTypes: readonly string[] = Object.keys(kinds);

/** A store, how it is read and what it is encrypted under. */
export interface PhiStore {
  readonly resource: GraphResource;
  /** `DB instance "patients"`. */
  readonly label: string;
  readonly holdsPhi: Truth;
  /** Keys of the stack that it is encrypted under. */
  readonly keys: readonly GraphResource[];
  /** Paths of keys that come from outside the stack and are known on update. */
  readonly openKeys: readonly string[];
  readonly reads: readonly string[];
  readonly target: Target | undefined;
}

/** All stores of the stack that may hold PHI. */
export function phiStoresOf(graph: StackGraph): readonly PhiStore[] {
  return graph.once("access PHI stores", () =>
    graph
      .ofType(...phiStoreTypes)
      .filter((store) => !store.mayHoldPhi().isNo)
      .map((store) => storeOf(graph, store)),
  );
}

function storeOf(graph: StackGraph, resource: GraphResource): PhiStore {
  const kind = kinds[resource.type] ?? byKeyOnly("store");
  const companions = (kind.companions ?? []).flatMap(([type, link, path]) =>
    graph.referrers(resource, type, link).map((from) => ({ from, path })),
  );
  const named = [...kind.keys.map((path) => ({ from: resource, path })), ...companions];
  const values = named.flatMap(({ from, path }) => keyValues(from, path).map((value) => ({ from, value })));
  return {
    resource,
    label: `${kind.noun} "${resource.name}"`,
    holdsPhi: resource.mayHoldPhi(),
    keys: [...new Set(values.flatMap(({ from, value }) => keysNamedBy(graph, from, value)))],
    openKeys: values.filter(({ from, value }) => mayNameAnyKey(graph, from, value)).map(({ value }) => value.path),
    reads: kind.reads,
    target: kind.target?.(resource),
  };
}

function keyValues(from: GraphResource, path: string): Value[] {
  const [list = "", inner] = path.split("[*].");
  const value = from.get(list);
  const found = inner === undefined ? [value] : value.items().map((item) => item.get(inner));
  return found.filter((one) => !one.isAbsent);
}

/** The users of a database, who connect with a token of IAM. Source: IAM database authentication for Amazon RDS. */
function databaseUsers(store: GraphResource, path: string): Target {
  const id = store.get(path).text;
  return id === undefined
    ? openTarget("arn:*:rds-db:*:*:dbuser:*/*", path)
    : setTarget(`arn:*:rds-db:*:*:dbuser:${id}/*`);
}
