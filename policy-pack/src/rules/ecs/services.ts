import { mustNotBeFalse } from "../../authoring/conditions";
import { resourceRule } from "../../authoring/rule";

/** Where each kind of resource that runs tasks says how and where. */
const taskSettings: Readonly<Record<string, string>> = {
  "aws:cloudwatch/eventTarget:EventTarget": "ecsTarget.",
  "aws:scheduler/schedule:Schedule": "target.ecsParameters.",
};

export const servicePrivate = resourceRule("ecs-service-private", {
  check: (resource) => {
    const path = `${taskSettings[resource.type] ?? ""}networkConfiguration.assignPublicIp`;
    resource.expect(resource.get(path).isTrue().not(), "tasks are given public addresses");
  },
});

export const managedVolumesEncrypted = resourceRule("ecs-managed-volumes-encrypted", {
  check: mustNotBeFalse(
    "volumeConfiguration.managedEbsVolume.encrypted",
    "the EBS volume that ECS makes for the tasks is not encrypted",
  ),
});
