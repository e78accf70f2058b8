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

function everyEfsVolume(resource: ResourceCheck, condition: (efs: Value) => Truth): Truth {
  return resource.get("volumes").every((volume) => {
    const efs = volume.get("efsVolumeConfiguration");
    return efs.isGiven().not().or(condition(efs));
  });
}
