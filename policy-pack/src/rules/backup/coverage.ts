import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { backupTagsConfig, isBackedUp } from "../../knowledge/backup-coverage";
import { bucketTypes, hasCompanion } from "../s3/buckets";

const volume = "aws:ebs/volume:Volume";
const instance = "aws:ec2/instance:Instance";
const attachment = "aws:ec2/volumeAttachment:VolumeAttachment";
const lifecyclePolicy = "aws:dlm/lifecyclePolicy:LifecyclePolicy";

/** Stores without a backup of their own. */
const volumesOfGateways = [
  "aws:storagegateway/cachesIscsiVolume:CachesIscsiVolume",
  "aws:storagegateway/storedIscsiVolume:StoredIscsiVolume",
];

const selectionCoversPhi = stackRule("backup-selection-covers-phi", {
  // Tables, databases and file systems have backups of their own, and rules that ask for them. So have buckets in their
  // versions, which a mandatory rule asks for: they are judged here only where that is not enough to the user.
  types: [...bucketTypes, ...volumesOfGateways],
  config: {
    ...backupTagsConfig,
    requireBucketBackups: {
      type: "boolean",
      description: "Whether buckets have to be replicated or backed up, beside keeping versions.",
      default: false,
    },
  },
  check: (check, graph) => {
    const buckets = check.setting<boolean>("requireBucketBackups") ? bucketTypes : [];
    for (const store of graph.ofType(...buckets, ...volumesOfGateways)) {
      check.expect(
        store,
        Truth.any([store.mayHoldPhi().not(), hasCopy(graph, store), isBackedUp(check, graph, store)]),
        "the store has no backup of its own and no backup selection covers it",
      );
    }
  },
});

/** A bucket that is replicated, or that holds logs or a copy and no records. */
function hasCopy(graph: StackGraph, store: GraphResource): Truth {
  if (!bucketTypes.includes(store.type)) return Truth.no;
  return Truth.any([store.tag("hipaa:purpose").isGiven(), hasCompanion(graph, store, "replication")]);
}

const volumesBackedUp = stackRule("ebs-volumes-backed-up", {
  types: [volume, instance],
  config: backupTagsConfig,
  check: (check, graph) => {
    const isCovered = (each: GraphResource): Truth =>
      Truth.any([isBackedUp(check, graph, each), isTargeted(graph, each)]);
    for (const each of graph.ofType(volume, instance)) {
      const holders = each.type === volume ? holdersOf(graph, each) : [];
      check.expect(
        each,
        Truth.any([each.mayHoldPhi().not(), isCovered(each), ...holders.map(isCovered)]),
        each.type === volume
          ? "no backup selection and no snapshot policy covers the volume"
          : "no backup selection and no snapshot policy covers the instance",
      );
    }
  },
});

/** The instances that a volume is attached to: a backup of an instance holds its volumes. */
function holdersOf(graph: StackGraph, of: GraphResource): GraphResource[] {
  return graph
    .referrers(of, attachment, "volumeId")
    .flatMap((one) => graph.references(one, "instanceId", instance).targets);
}

/** Whether a snapshot policy that is on targets a resource by one of its tags, or is the default one for its kind. */
function isTargeted(graph: StackGraph, each: GraphResource): Truth {
  const kind = each.type === volume ? "VOLUME" : "INSTANCE";
  return Truth.any(
    graph.ofType(lifecyclePolicy).map((policy) => {
      const targets = policy.get("policyDetails.targetTags");
      const byTag = targets.isUnknown
        ? targets.asUnknown()
        : Truth.any(targets.entries().map(([key, value]) => sameText(each, key, value)));
      const isOfKind = policy
        .get("policyDetails.resourceTypes")
        .isGiven()
        .not()
        .or(policy.get("policyDetails.resourceTypes").some((type) => type.isOneOf(kind)));
      const isDefault = policy.get("defaultPolicy").isOneOf(kind);
      return policy
        .get("state")
        .isOneOf("DISABLED")
        .not()
        .and(isDefault.or(byTag.and(isOfKind)));
    }),
  );
}

function sameText(each: GraphResource, key: string, value: Value): Truth {
  if (value.isUnknown) return value.asUnknown();
  return each.tag(key).whenKnown((raw) => raw === value.raw);
}

/** Rules on what backups cover. */
export const coverageRules: readonly Rule[] = [selectionCoversPhi, volumesBackedUp];
