import { mustNotBeFalse } from "../../authoring/conditions";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText } from "../../authoring/value";
import { isVersionAtLeast } from "../../knowledge/engine-version";

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

export const interContainerTls = resourceRule("ecs-inter-container-tls", {
  check: (service) => {
    service.onlyWhen(service.mayHoldPhi(), "is tagged as holding no PHI");
    const connect = service.get("serviceConnectConfiguration");
    service.expect(
      connect
        .get("enabled")
        .isTrue()
        .not()
        .or(connect.get("services").every((one) => one.get("tls.issuerCertAuthority").isGiven())),
      "Service Connect carries the service's traffic without TLS",
    );
  },
});

/** Since this version AWS encrypts the ephemeral storage of Linux tasks. */
const encryptedPlatform = [1, 4, 0];

export const fargatePlatform = resourceRule("fargate-platform-version", {
  // EventBridge Scheduler starts tasks on a platform version as well.
  types: [
    "aws:ecs/service:Service",
    "aws:ecs/taskSet:TaskSet",
    "aws:cloudwatch/eventTarget:EventTarget",
    "aws:scheduler/schedule:Schedule",
  ],
  check: (resource) => {
    const version = resource.get(`${taskSettings[resource.type] ?? ""}platformVersion`);
    resource.expect(
      Truth.any([
        version.isGiven().not(),
        version.isOneOf("LATEST"),
        version.whenKnown((raw) => isVersionAtLeast(asText(raw), encryptedPlatform)),
      ]),
      "the Fargate platform is too old to encrypt the storage of its tasks",
    );
  },
});
