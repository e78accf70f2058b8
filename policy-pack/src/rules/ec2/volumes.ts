import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { encryptionByDefault, isDeviceEncrypted, isEncryptedByAccount } from "../ebs/encryption";
import { launchTemplate, spotFleet } from "./tokens";

const rootFault =
  "the root volume is not encrypted, unless the account encrypts by default and the configuration of the rule says so";

export const rootVolumeEncrypted = resourceRule("ec2-root-volume-encrypted", {
  config: encryptionByDefault,
  check: (resource) => resource.expect(isRootEncrypted(resource).or(isEncryptedByAccount(resource)), rootFault),
});

function isRootEncrypted(resource: ResourceCheck): Truth {
  switch (resource.type) {
    // Which mapping is the root's hangs on the image, so each mapping is judged by the rule on data volumes.
    case launchTemplate:
      return resource.get("blockDeviceMappings").isGiven();
    case spotFleet:
      return resource.get("launchSpecifications").every((specification) => {
        const roots = specification.get("rootBlockDevices");
        return roots.isGiven().and(roots.every(isDeviceEncrypted));
      });
    default: {
      const encrypted = resource.get("rootBlockDevice.encrypted");
      const byTemplate = encrypted.isGiven().not().and(resource.get("launchTemplate").isGiven());
      return encrypted.isTrue().or(byTemplate);
    }
  }
}

export const dataVolumesEncrypted = resourceRule("ec2-data-volumes-encrypted", {
  config: encryptionByDefault,
  check: (resource) =>
    resource.expect(
      everyDevice(resource, isDeviceEncrypted).or(isEncryptedByAccount(resource)),
      "a volume that is attached at launch is not encrypted",
    ),
});

/** Whether every EBS device that is attached at launch meets a condition; the root device stands apart. */
export function everyDevice(resource: ResourceCheck, condition: (device: Value) => Truth): Truth {
  switch (resource.type) {
    case launchTemplate:
      return everyMapping(resource.get("blockDeviceMappings"), condition);
    case spotFleet:
      return resource
        .get("launchSpecifications")
        .every((specification) => everyBlockDevice(specification.get("ebsBlockDevices"), condition));
    default:
      return everyBlockDevice(resource.get("ebsBlockDevices"), condition);
  }
}

function everyBlockDevice(devices: Value, condition: (device: Value) => Truth): Truth {
  return devices.every((device) => device.get("noDevice").isTrue().or(condition(device)));
}

/** Mappings of templates and recipes: those that drop a device, or map an instance store, have no EBS volume. */
export function everyMapping(mappings: Value, condition: (ebs: Value) => Truth): Truth {
  return mappings.every((mapping) => {
    const ebs = mapping.get("ebs");
    const noDevice = mapping.get("noDevice");
    const dropped = noDevice.isGiven().and(noDevice.isFalse().not());
    return Truth.any([ebs.isGiven().not(), dropped, condition(ebs)]);
  });
}
