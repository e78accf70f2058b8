import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isCustomerKey } from "../../knowledge/customer-key";

const cluster = "aws:ecs/cluster:Cluster";

export const storageKey = resourceRule("ecs-storage-cmk", {
  check: (resource) => {
    if (resource.type === cluster) {
      resource.expect(
        isCustomerKey(resource.get("configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId")),
        "the storage of Fargate tasks is encrypted under AWS's own key",
      );
      return;
    }
    const volume = resource.get("volumeConfiguration.managedEbsVolume");
    resource.expect(
      // A volume that is not encrypted at all is reported by the rule on that.
      Truth.any([volume.isGiven().not(), volume.get("encrypted").isFalse(), isCustomerKey(volume.get("kmsKeyId"))]),
      "the EBS volume that ECS makes for the tasks is encrypted under AWS's own key",
    );
  },
});

export const execKey = resourceRule("ecs-exec-cmk", {
  check: (resource) => {
    const exec = resource.get("configuration.executeCommandConfiguration");
    const absent = exec.isGiven().not();
    resource.expect(
      absent.or(isCustomerKey(exec.get("kmsKeyId"))),
      "sessions are not encrypted under a key of one's own",
    );
    const log = exec.get("logConfiguration");
    for (const [name, flag, what] of [
      ["cloudWatchLogGroupName", "cloudWatchEncryptionEnabled", "log group"],
      ["s3BucketName", "s3BucketEncryptionEnabled", "bucket"],
    ] as const) {
      resource.expect(
        log.get(name).isGiven().not().or(log.get(flag).isTrue()),
        `sessions may go to a ${what} that is not encrypted under a key of one's own`,
      );
    }
  },
});

export const containerInsights = resourceRule("ecs-container-insights", {
  check: (resource) =>
    resource.expect(
      resource
        .get("settings")
        .some((one) =>
          one.get("name").isOneOf("containerInsights").and(one.get("value").isOneOf("enabled", "enhanced")),
        ),
      "Container Insights is off",
    ),
});
