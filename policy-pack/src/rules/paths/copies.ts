import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { companionsOf, linksOf, placed, placeOf } from "../../graph/paths/links";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { backupTagsConfig, covers } from "../../knowledge/backup-coverage";
import { hasCompanion } from "../s3/buckets";
import { coverageText, keepsPhi, type Part } from "./stores-at-rest";

const plan = "aws:backup/plan:Plan";
const selection = "aws:backup/selection:Selection";
const vault = "aws:backup/vault:Vault";

type Replicates = (graph: StackGraph, store: GraphResource) => Truth;

const byGlobal: Replicates = (_, store) => store.get("globalClusterIdentifier").isGiven();
const never: Replicates = () => Truth.no;

/** Stores that AWS Backup covers, and how the service itself keeps a copy elsewhere. */
const replicates: Readonly<Record<string, Replicates>> = {
  "aws:s3/bucket:Bucket": (graph, store) => hasCompanion(graph, store, "replication"),
  "aws:s3/bucketV2:BucketV2": (graph, store) => hasCompanion(graph, store, "replication"),
  "aws:dynamodb/table:Table": (graph, store) =>
    store
      .get("replicas")
      .isGiven()
      .or(linked(graph, store, "aws:dynamodb/tableReplica:TableReplica", "globalTableArn")),
  "aws:rds/instance:Instance": (graph, store) =>
    linked(
      graph,
      store,
      "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
      "sourceDbInstanceArn",
    ),
  "aws:rds/cluster:Cluster": byGlobal,
  "aws:docdb/cluster:Cluster": byGlobal,
  "aws:neptune/cluster:Cluster": byGlobal,
  "aws:redshift/cluster:Cluster": (graph, store) =>
    linked(graph, store, "aws:redshift/snapshotCopy:SnapshotCopy", "clusterIdentifier"),
  "aws:efs/fileSystem:FileSystem": (graph, store) =>
    linked(graph, store, "aws:efs/replicationConfiguration:ReplicationConfiguration", "sourceFileSystemId"),
  "aws:fsx/windowsFileSystem:WindowsFileSystem": never,
  "aws:fsx/lustreFileSystem:LustreFileSystem": never,
  "aws:fsx/ontapFileSystem:OntapFileSystem": never,
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": never,
};

export const copiedElsewhere = stackRule("paths-phi-store-copied-elsewhere", {
  config: {
    ...backupTagsConfig,
    copyRetentionDays: {
      type: "integer",
      description: "Least number of days that copies of backups in another Region or account are kept.",
      default: 35,
      minimum: 1,
    },
  },
  check: (stack, graph) => {
    if (graph.ofType(plan).length === 0) return;
    const days = stack.setting<number>("copyRetentionDays");
    const tags = Object.entries(stack.setting<Readonly<Record<string, string>>>("backupTags"));
    for (const [type, replicated] of Object.entries(replicates)) {
      for (const store of graph.ofType(type)) {
        const bySelf = replicated(graph, store);
        // A plan outside the stack that selects by tag is judged where it stands.
        const isElsewhere = Truth.any(tags.map(([key, value]) => store.tag(key).isOneOf(value)));
        const { parts, holds } = planned(graph, store, days);
        stack.expect(
          store,
          Truth.any([keepsPhi(graph, store).not(), bySelf, isElsewhere, holds]),
          `the store has no copy in another Region or account that is kept for ${String(days)} days; ${coverageText(store, parts)}`,
        );
      }
    }
  },
});

function linked(graph: StackGraph, store: GraphResource, type: string, path: string): Truth {
  const { own, stray } = companionsOf(graph, store, type, path, [store.type]);
  return Truth.any([Truth.of(own.length > 0), ...stray.map((one) => Truth.unknown(placeOf(one, path)))]);
}

interface Planned {
  readonly parts: readonly Part[];
  /** Whether some plan covers it, copies it elsewhere and keeps the copies. */
  readonly holds: Truth;
}

/** What the plans of the stack do for a store. */
function planned(graph: StackGraph, store: GraphResource, days: number): Planned {
  const ways = graph.ofType(selection).flatMap((from) => {
    const covered = covers(graph, from, store);
    if (covered.isNo) return [];
    const { targets, others } = linksOf(graph, from, from.get("planId"), [plan]);
    return targets
      .map((one) => ({
        name: `plan "${one.name}" by selection "${from.name}"`,
        covered,
        ...copiesOf(graph, one, days),
      }))
      .concat(others.isUnknown ? [{ name: "a plan outside the stack", covered, copied: others, kept: others }] : []);
  });
  const certain = ways.filter(({ covered }) => covered.isYes);
  const [best] = [...certain].sort((one, other) => rank(other) - rank(one));
  const backup: Part = best
    ? { text: best.name, holds: Truth.yes }
    : { text: "a backup plan that selects it", holds: Truth.no };
  return {
    parts: [
      backup,
      { text: "a copy in another Region or account", holds: best?.copied ?? Truth.no },
      ...(best?.copied.isYes ? [{ text: `${String(days)} days of keeping the copy`, holds: best.kept }] : []),
    ],
    holds: Truth.any(ways.map(({ covered, kept }) => covered.and(kept))),
  };
}

function rank({ copied }: { readonly copied: Truth }): number {
  return copied.isYes ? 1 : 0;
}

/** Whether some rule of a plan copies elsewhere, and keeps what it copied. */
function copiesOf(
  graph: StackGraph,
  of: GraphResource,
  days: number,
): { readonly copied: Truth; readonly kept: Truth } {
  const rules = of.get("rules");
  const some = (condition: (action: Value) => Truth): Truth =>
    placed(
      of,
      rules.some((rule) => rule.get("copyActions").some((action) => leaves(graph, of, action).and(condition(action)))),
    );
  // Nothing said means for ever.
  const keeps = (action: Value): Truth => {
    const deleteAfter = action.get("lifecycle.deleteAfter");
    return deleteAfter.isGiven().not().or(deleteAfter.isAtLeast(days));
  };
  return { copied: some(() => Truth.yes), kept: some(keeps) };
}

/** Whether a copy leaves the Region or the account, as its vault or its ARN tells. */
function leaves(graph: StackGraph, from: GraphResource, action: Value): Truth {
  const destination = action.get("destinationVaultArn");
  const own = placeOfArn(from);
  const [target] = linksOf(graph, from, destination, [vault]).targets;
  if (target) return differs(own, placeOfArn(target));
  if (destination.isUnknown) return destination.asUnknown();
  const [head, , , region, account] = destination.text?.split(":") ?? [];
  return head === "arn" ? differs(own, { region, account }) : Truth.no;
}

interface ArnPlace {
  readonly region: string | undefined;
  readonly account: string | undefined;
}

/** Whether two resources stand in different Regions or accounts, which may be known on update only. */
function differs(one: ArnPlace, other: ArnPlace): Truth {
  const compare = (a: string | undefined, b: string | undefined): Truth =>
    a === undefined || b === undefined ? Truth.unknown("arn") : Truth.of(a !== b);
  return compare(one.region, other.region).or(compare(one.account, other.account));
}

function placeOfArn(of: GraphResource): ArnPlace {
  const [, , , region, account] = of.get("arn").text?.split(":") ?? [];
  return { region: of.get("region").text ?? region, account };
}
