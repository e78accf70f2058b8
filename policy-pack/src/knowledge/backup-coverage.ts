import type { RuleConfig } from "../authoring/rule";
import type { StackCheck } from "../authoring/stack-check";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { globCovers, globMatches, globsMeet } from "./glob";

const selection = "aws:backup/selection:Selection";

/** Configuration of rules on backups, for stacks that another stack or an organization policy backs up by tag. */
export const backupTagsConfig: RuleConfig = {
  backupTags: {
    type: "object",
    description: "Tags, by key and value, that a backup plan outside this stack selects resources by.",
    default: {},
  },
};

/** What the ARNs of each kind of store look like, as far as it is known before there is one. */
const arnShapes: Readonly<Record<string, string>> = {
  "aws:docdb/cluster:Cluster": "arn:aws:rds:*:*:cluster:*",
  "aws:dynamodb/table:Table": "arn:aws:dynamodb:*:*:table/*",
  "aws:ebs/volume:Volume": "arn:aws:ec2:*:*:volume/*",
  "aws:ec2/instance:Instance": "arn:aws:ec2:*:*:instance/*",
  "aws:efs/fileSystem:FileSystem": "arn:aws:elasticfilesystem:*:*:file-system/*",
  "aws:fsx/lustreFileSystem:LustreFileSystem": "arn:aws:fsx:*:*:file-system/*",
  "aws:fsx/ontapFileSystem:OntapFileSystem": "arn:aws:fsx:*:*:file-system/*",
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": "arn:aws:fsx:*:*:file-system/*",
  "aws:fsx/windowsFileSystem:WindowsFileSystem": "arn:aws:fsx:*:*:file-system/*",
  "aws:neptune/cluster:Cluster": "arn:aws:rds:*:*:cluster:*",
  "aws:rds/cluster:Cluster": "arn:aws:rds:*:*:cluster:*",
  "aws:rds/instance:Instance": "arn:aws:rds:*:*:db:*",
  "aws:redshift/cluster:Cluster": "arn:aws:redshift:*:*:cluster:*",
  "aws:s3/bucket:Bucket": "arn:aws:s3:::*",
  "aws:s3/bucketV2:BucketV2": "arn:aws:s3:::*",
  "aws:storagegateway/cachesIscsiVolume:CachesIscsiVolume": "arn:aws:storagegateway:*:*:gateway/*",
  "aws:storagegateway/storedIscsiVolume:StoredIscsiVolume": "arn:aws:storagegateway:*:*:gateway/*",
};

/** Whether a store carries a tag that a plan outside the stack selects by, or a selection of the stack covers it. */
export function isBackedUp(check: StackCheck, graph: StackGraph, store: GraphResource): Truth {
  const tags = Object.entries(check.setting<Readonly<Record<string, string>>>("backupTags"));
  const byTag = tags.map(([key, value]) => store.tag(key).isOneOf(value));
  return Truth.any([...byTag, ...graph.ofType(selection).map((each) => covers(graph, each, store))]);
}

/**
 * Whether a backup selection covers a store: by its ARN, narrowed by all conditions, or by any of the selection tags,
 * and unless the selection leaves it out. Source: "BackupSelection", AWS Backup API reference.
 */
export function covers(graph: StackGraph, from: GraphResource, store: GraphResource): Truth {
  const resources = from.get("resources");
  const conditions = meetsConditions(from.get("conditions"), store);
  const isConditionOnly = resources.isGiven().isNo && from.get("conditions").isGiven().isYes;
  const byArn = isConditionOnly ? Truth.yes : names(graph, from, resources, store);
  const byTag = from.get("selectionTags").some((tag) => tagIs(store, tag.get("key"), tag.get("value")));
  const isLeftOut = names(graph, from, from.get("notResources"), store);
  return byArn.and(conditions).or(byTag).and(isLeftOut.not());
}

function names(graph: StackGraph, from: GraphResource, list: Value, store: GraphResource): Truth {
  if (graph.referencesOf(from, list, store.type).targets.includes(store)) return Truth.yes;
  const isWired = isOfOthers(graph, from, list);
  return Truth.any(list.items().map((item) => matchesArn(item, store, isWired)));
}

/** Whether every unknown element is known to come from another AWS resource of the stack. */
function isOfOthers(graph: StackGraph, from: GraphResource, list: Value): boolean {
  const sources = (from.sources.get(list.path) ?? []).map((urn) => graph.find(urn)?.type ?? "");
  const unknowns = list.items().filter((item) => item.isUnknown).length;
  return sources.length >= unknowns && sources.every((type) => type.startsWith("aws:"));
}

function matchesArn(pattern: Value, store: GraphResource, isWired: boolean): Truth {
  if (pattern.isUnknown) return isWired ? Truth.no : pattern.asUnknown();
  const text = pattern.text?.replace(/^arn:aws(?:-[a-z-]+)?:/, "arn:aws:");
  if (text === undefined) return Truth.no;
  const arn = store.get("arn").text?.replace(/^arn:aws(?:-[a-z-]+)?:/, "arn:aws:");
  if (arn !== undefined) return Truth.of(globMatches(text, arn));
  const shape = arnShapes[store.type];
  if (shape === undefined) return globCovers(text, "*") ? Truth.yes : Truth.unknown(pattern.path);
  if (globCovers(text, shape)) return Truth.yes;
  // A literal ARN may be that of a store whose own ARN is known on update only.
  return globsMeet(text, shape) ? Truth.unknown(pattern.path) : Truth.no;
}

function tagIs(store: GraphResource, key: Value, value: Value): Truth {
  if (key.isUnknown || value.isUnknown) return Truth.unknown((key.isUnknown ? key : value).path);
  return store.tag(tagKey(key)).whenKnown((raw) => raw === value.text);
}

/** A condition names a tag by the key of IAM: `aws:ResourceTag/backup`. */
function tagKey(key: Value): string {
  return (key.text ?? "").replace(/^aws:ResourceTag\//i, "");
}

function meetsConditions(conditions: Value, store: GraphResource): Truth {
  const all = (name: string, meets: (tag: Value, value: Value) => Truth): Truth =>
    conditions.every((block) =>
      block.get(name).every((one) => {
        const key = one.get("key");
        const value = one.get("value");
        if (key.isUnknown || value.isUnknown) return Truth.unknown((key.isUnknown ? key : value).path);
        return meets(store.tag(tagKey(key)), value);
      }),
    );
  const equals = (tag: Value, value: Value): Truth => tag.whenKnown((raw) => raw === value.text);
  const like = (tag: Value, value: Value): Truth =>
    tag.whenKnown((raw) => typeof raw === "string" && globMatches(value.text ?? "", raw));
  return Truth.all([
    all("stringEquals", equals),
    all("stringLikes", like),
    all("stringNotEquals", (tag, value) => equals(tag, value).not()),
    all("stringNotLikes", (tag, value) => like(tag, value).not()),
  ]);
}
