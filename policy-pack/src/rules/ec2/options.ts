import { mustBeTrue, oneOf } from "../../authoring/conditions";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { holdsLiteralPassword, isLiteralAssignment } from "../../knowledge/credentials";
import { holdsPhi } from "../../knowledge/phi-patterns";
import { hasEncryptedStore, isNitro, lacksEbsBandwidth } from "./families";
import { launchConfiguration, launchTemplate, spotFleet } from "./tokens";
import { userDataHolds } from "./user-data";

export const tenancy = resourceRule("ec2-tenancy-option", {
  config: {
    requireDedicatedTenancy: {
      type: "boolean",
      description: "Whether instances have to run on dedicated hardware.",
      default: false,
    },
  },
  check: (resource) => {
    resource.onlyWhen(
      Truth.of(resource.setting<boolean>("requireDedicatedTenancy")),
      "dedicated tenancy is not asked for",
    );
    const dedicated = ["dedicated", "host"];
    const fault = "instances do not run on dedicated hardware";
    if (resource.type === spotFleet) {
      const all = resource
        .get("launchSpecifications")
        .every((one) => one.get("placementTenancy").isOneOf(...dedicated));
      resource.expect(all, fault);
      return;
    }
    const paths: Readonly<Record<string, string>> = {
      [launchTemplate]: "placement.tenancy",
      [launchConfiguration]: "placementTenancy",
    };
    oneOf(paths[resource.type] ?? "tenancy", dedicated, fault)(resource);
  },
});

export const hopLimit = resourceRule("ec2-imds-hop-limit", {
  config: {
    imdsHopLimit: {
      type: "integer",
      description: "How far answers of the metadata service may travel: 1 for plain hosts, 2 for hosts of containers.",
      minimum: 1,
      maximum: 64,
      default: 2,
    },
  },
  check: (resource) => {
    const limit = resource.get("metadataOptions.httpPutResponseHopLimit");
    resource.expect(
      limit
        .isGiven()
        .not()
        .or(limit.isAtMost(resource.setting<number>("imdsHopLimit"))),
      "answers of the metadata service travel further than they need to",
    );
  },
});

export const suspectUserData = resourceRule("ec2-user-data-suspect-text", {
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that user data must not hold, in any case.",
      default: [],
    },
  },
  check: (resource) => {
    const words = resource.setting<readonly string[]>("denyWords");
    resource.expect(
      // A literal password is the fault of the rule on secrets in user data.
      userDataHolds(resource, (text) => isLiteralAssignment(text) && !holdsLiteralPassword(text)).not(),
      "the user data gives a literal value to what is named like a credential",
    );
    resource.expect(
      userDataHolds(resource, (text) => holdsPhi(text, words)).not(),
      "the user data holds what looks like an identifier of a person",
    );
  },
});

export const noInstanceStore = resourceRule("ec2-no-instance-store-for-phi", {
  check: (resource) =>
    resource.expect(
      Truth.any([
        resource.mayHoldPhi().not(),
        resource.get("ephemeralBlockDevices").every((device) => device.get("noDevice").isTrue()),
        hasEncryptedStore(resource.get("instanceType")),
      ]),
      "an instance store is mapped that the hardware does not encrypt",
    ),
});

export const nitro = resourceRule("ec2-instance-type-nitro", {
  check: (resource) => {
    const type = resource.get("instanceType");
    resource.expect(type.isGiven().not().or(isNitro(type)), "the instance family is older than the Nitro system");
  },
});

export const noSsh = resourceRule("ec2-session-manager-no-ssh", {
  faultsOnPresence: true,
  check: (resource) => {
    const isKeyPair = Truth.of(resource.type === "aws:ec2/keyPair:KeyPair");
    resource.expect(isKeyPair.not(), "a key pair for SSH is declared; sessions by SSH are not logged by person");
    resource.expect(resource.get("keyName").isGiven().not(), "instances take a key pair for SSH");
  },
});

export const detailedMonitoring = resourceRule("ec2-detailed-monitoring", {
  check: (resource) =>
    mustBeTrue(
      resource.type === launchTemplate ? "monitoring.enabled" : "monitoring",
      "metrics come every five minutes",
    )(resource),
});

export const terminationProtection = resourceRule("ec2-termination-protection", {
  check: (resource) =>
    resource.expect(
      resource.get("disableApiTermination").isTrue().or(resource.mayHoldPhi().not()),
      "the instance can be terminated by one call",
    ),
});

export const ebsOptimized = resourceRule("ec2-ebs-optimized", {
  check: (resource) =>
    resource.expect(
      resource
        .get("ebsOptimized")
        .isTrue()
        .or(lacksEbsBandwidth(resource.get("instanceType")).not()),
      "traffic to volumes shares the bandwidth of the network",
    ),
});
