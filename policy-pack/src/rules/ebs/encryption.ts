import { both } from "../../authoring/conditions";
import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type RuleConfig } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";

/** A setting for accounts where EBS encrypts whatever a program says, which one resource cannot see. */
export const encryptionByDefault: RuleConfig = {
  ebsEncryptionByDefault: {
    type: "boolean",
    description: "Whether EBS encryption by default is on in the account and Region that the stack goes to.",
    default: false,
  },
};

/** Whether the account encrypts new volumes and snapshots by itself, as configured. */
export function isEncryptedByAccount(resource: ResourceCheck): Truth {
  return Truth.of(resource.setting<boolean>("ebsEncryptionByDefault"));
}

/** Whether a block device is encrypted: it says so, or says nothing and takes after its snapshot. */
export function isDeviceEncrypted(device: Value): Truth {
  const encrypted = device.get("encrypted");
  return encrypted.isTrue().or(encrypted.isGiven().not().and(device.get("snapshotId").isGiven()));
}

export const volumeEncrypted = resourceRule("ebs-volume-encrypted", {
  config: encryptionByDefault,
  check: (volume) =>
    volume.expect(isDeviceEncrypted(volume.inputs).or(isEncryptedByAccount(volume)), "the volume is not encrypted"),
});

export const snapshotCopyEncrypted = resourceRule("ebs-snapshot-copy-encrypted", {
  config: encryptionByDefault,
  check: (snapshot) =>
    snapshot.expect(
      snapshot.get("encrypted").isTrue().or(isEncryptedByAccount(snapshot)),
      "the snapshot is not encrypted",
    ),
});

const copyRules = (policy: ResourceCheck): void =>
  policy.expect(
    policy
      .get("policyDetails.schedules")
      .every((schedule) => schedule.get("crossRegionCopyRules").every((rule) => rule.get("encrypted").isTrue())),
    "a schedule copies snapshots to another Region without encryption",
  );

const copyActions = (policy: ResourceCheck): void =>
  policy.expect(
    policy
      .get("policyDetails.action.crossRegionCopies")
      .every((copy) => copy.get("encryptionConfiguration.encrypted").isTrue()),
    "an action copies snapshots to another Region without encryption",
  );

export const lifecycleCopyEncrypted = resourceRule("ebs-dlm-copy-encrypted", { check: both(copyRules, copyActions) });
