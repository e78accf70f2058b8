import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule } from "../../authoring/rule";
import type { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";

export const efsTransitEncryption = resourceRule("ecs-efs-transit-encryption", {
  check: (resource) =>
    resource.expect(
      everyEfsVolume(resource, (efs) => efs.get("transitEncryption").isOneOf("ENABLED")),
      "an EFS volume is mounted without TLS",
    ),
});

export const efsAuthorization = resourceRule("ecs-efs-iam-authorization", {
  check: (resource) => {
    resource.expect(
      everyEfsVolume(resource, (efs) => efs.get("authorizationConfig.iam").isOneOf("ENABLED")),
      "an EFS volume is mounted without the task's own identity",
    );
    resource.expect(
      everyEfsVolume(resource, (efs) => efs.get("authorizationConfig.accessPointId").isGiven()),
      "an EFS volume is mounted without an access point, so the whole file system is in reach",
    );
  },
});

function everyEfsVolume(resource: ResourceCheck, condition: (efs: Value) => Truth): Truth {
  return resource.get("volumes").every((volume) => {
    const efs = volume.get("efsVolumeConfiguration");
    return efs.isGiven().not().or(condition(efs));
  });
}
