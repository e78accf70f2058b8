import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

type Properties = Record<string, unknown>;
const bucket = (properties: Properties = {}) => resource("aws:s3/bucket:Bucket", properties);
const volume = (properties: Properties = {}) => resource("aws:ebs/volume:Volume", properties);
const instance = (properties: Properties = {}, name = "subject") =>
  resource("aws:ec2/instance:Instance", properties, { name });
const selection = (properties: Properties) =>
  resource(
    "aws:backup/selection:Selection",
    { iamRoleArn: "role", planId: "plan", ...properties },
    { name: "selection" },
  );
const replication = resource(
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  { bucket: ref("subject") },
  { name: "replication" },
);
const gatewayVolume = (properties: Properties = {}) =>
  resource("aws:storagegateway/storedIscsiVolume:StoredIscsiVolume", properties);
const lifecycle = (properties: Properties, details: Properties) =>
  resource(
    "aws:dlm/lifecyclePolicy:LifecyclePolicy",
    { ...properties, policyDetails: { resourceTypes: ["VOLUME"], ...details } },
    { name: "lifecycle" },
  );
const attachment = resource(
  "aws:ec2/volumeAttachment:VolumeAttachment",
  { volumeId: ref("subject"), instanceId: ref("host") },
  { name: "attachment" },
);
const byTag = selection({ selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }] });
const daily = { tags: { backup: "daily" } };

const withBuckets = (more: Properties = {}) => ({ config: { requireBucketBackups: true, ...more } });

export const coverageCases: ServiceCases = {
  "backup-selection-covers-phi": [
    pass("a selection of the volume", [gatewayVolume(), selection({ resources: [ref("subject", "arn")] })]),
    pass("a selection by tag", [gatewayVolume(daily), byTag]),
    pass("a bucket, which keeps versions", bucket()),
    pass("a selection of the bucket", [bucket(), selection({ resources: [ref("subject", "arn")] })], withBuckets()),
    pass("a selection of all buckets", [bucket(), selection({ resources: ["arn:aws:s3:::*"] })], withBuckets()),
    pass("a replicated bucket", [bucket(), replication], withBuckets()),
    pass("a bucket without PHI", bucket({ tags: { "hipaa:phi": "false" } }), withBuckets()),
    pass("a bucket of logs", bucket({ tags: { "hipaa:purpose": "log-archive" } }), withBuckets()),
    pass("a tag of a central plan", bucket({ tags: { plan: "gold" } }), withBuckets({ backupTags: { plan: "gold" } })),
    fault("a volume of a gateway that nothing covers", gatewayVolume()),
    fault("a tag that nothing selects", [gatewayVolume({ tags: { backup: "no" } }), byTag]),
    fault("a bucket that nothing covers, where versions are not enough", bucket(), withBuckets()),
    undecided("a selection known on update", [gatewayVolume(), selection({ resources: [unknown] })]),
    undecided("tags of a selection known on update", [gatewayVolume(), selection({ selectionTags: unknown })]),
  ],
  "ebs-volumes-backed-up": [
    pass("a selection by tag", [volume(daily), byTag]),
    pass("a snapshot policy by tag", [
      volume({ tags: { snapshot: "yes" } }),
      lifecycle({}, { targetTags: { snapshot: "yes" } }),
    ]),
    pass("a default snapshot policy", [volume(), lifecycle({ defaultPolicy: "VOLUME" }, {})]),
    pass("a volume of an instance that is backed up", [volume(), attachment, instance(daily, "host"), byTag]),
    pass("an instance by ARN", [instance(), selection({ resources: ["arn:aws:ec2:*:*:instance/*"] })]),
    pass("a volume without PHI", volume({ tags: { "hipaa:phi": "false" } })),
    fault("nothing", volume()),
    fault("an instance that nothing covers", instance()),
    fault("a policy that is off", [
      volume({ tags: { snapshot: "yes" } }),
      lifecycle({ state: "DISABLED" }, { targetTags: { snapshot: "yes" } }),
    ]),
    fault("a policy on instances", [
      volume({ tags: { snapshot: "yes" } }),
      lifecycle({}, { resourceTypes: ["INSTANCE"], targetTags: { snapshot: "yes" } }),
    ]),
    undecided("tags known on update", [volume({ tags: unknown }), byTag]),
    undecided("a policy's tags known on update", [volume(), lifecycle({}, { targetTags: unknown })]),
  ],
};
