import { customerKey, mustNotBeFalse } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { isCustomerKey } from "../knowledge/customer-key";
import { endpointRules } from "./dms/endpoints";
import { taskRules } from "./dms/tasks";

const replicationConfig = "aws:dms/replicationConfig:ReplicationConfig";
const replicationTask = "aws:dms/replicationTask:ReplicationTask";
const endpoint = "aws:dms/endpoint:Endpoint";
const s3Endpoint = "aws:dms/s3Endpoint:S3Endpoint";

const instanceSecure = resourceRule("dms-instance-secure", {
  check: (resource) => {
    const flag = resource.get("publiclyAccessible");
    // AWS makes an instance profile public unless told otherwise; the provider tells it so for an instance.
    const isPublic = resource.type === "aws:dms/instanceProfile:InstanceProfile" ? flag.isFalse().not() : flag.isTrue();
    resource.expect(isPublic.not(), "the replication instance gets a public address");
  },
});

const cmk = resourceRule("dms-cmk", {
  check: (resource) => {
    const path = resource.type === replicationConfig ? "computeConfig.kmsKeyId" : "kmsKeyArn";
    customerKey(
      path,
      "replication storage is encrypted under AWS's own key instead of a customer-managed one",
    )(resource);
  },
});

const s3TargetEncrypted = resourceRule("dms-s3-target-encrypted", {
  check: (resource) => {
    const isS3 = resource.type === s3Endpoint;
    const settings = isS3 ? resource.inputs : resource.get("redshiftSettings");
    if (isS3) resource.onlyWhen(resource.get("endpointType").isOneOf("source").not(), "is read from, not written to");
    else resource.onlyWhen(settings.isGiven(), "has no Redshift settings");
    resource.expect(
      settings
        .get("encryptionMode")
        .isOneOf("SSE_KMS")
        .and(isCustomerKey(settings.get("serverSideEncryptionKmsKeyId"))),
      "what is written to Amazon S3 is not encrypted under a customer-managed key",
    );
  },
});

/** Where an endpoint names the store it writes to, and what that may be. */
const storePaths = ["serverName", "secretsManagerArn", "bucketName"];
const storeTypes = [
  "aws:rds/instance:Instance",
  "aws:rds/cluster:Cluster",
  "aws:docdb/cluster:Cluster",
  "aws:redshift/cluster:Cluster",
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketV2:BucketV2",
];

const targetEncrypted = stackRule("dms-target-encrypted", {
  // Encryption of the target is judged by the target's own rules, which look away only where it is out of PHI scope.
  types: [replicationTask],
  check: (check, graph) => {
    for (const task of graph.ofType(replicationTask)) {
      const stores = graph
        .references(task, "targetEndpointArn", endpoint, s3Endpoint)
        .targets.flatMap((target) =>
          storePaths.flatMap((path) => graph.references(target, path, ...storeTypes).targets),
        );
      check.expect(
        task,
        Truth.any([task.mayHoldPhi().not(), Truth.all(stores.map((store) => store.mayHoldPhi()))]),
        "the task copies to a store that is tagged as holding no PHI",
      );
    }
  },
});

const minorUpgrade = resourceRule("dms-minor-upgrade", {
  check: mustNotBeFalse("autoMinorVersionUpgrade", "minor versions, which bring security fixes, are not installed"),
});

/** Rules on AWS Database Migration Service. */
export const dmsRules: readonly Rule[] = [
  instanceSecure,
  cmk,
  ...endpointRules,
  s3TargetEncrypted,
  ...taskRules,
  targetEncrypted,
  minorUpgrade,
];
