import { resourceRule } from "../../authoring/rule";
import type { ResourceCheck } from "../../authoring/resource-check";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isCustomerKey } from "../../knowledge/customer-key";
import { customerDefaultKey, isDefaultKeyCustomer } from "../ebs/keys";
import { launchTemplate } from "./tokens";
import { everyDevice, everyMapping } from "./volumes";

export const volumeKeys = resourceRule("ec2-volume-cmk", {
  config: customerDefaultKey,
  check: (resource) => {
    const fault = "a volume that is made at launch is encrypted under AWS's own key";
    resource.expect(
      everyDevice(resource, (device) => hasKey(resource, device)),
      fault,
    );
    if (resource.type === launchTemplate) return;
    const root = resource.get("rootBlockDevice");
    resource.expect(root.isGiven().not().or(hasKey(resource, root)), fault);
  },
});

/** Judged only where encryption is on: one fault, one finding. */
function hasKey(resource: ResourceCheck, device: Value): Truth {
  const key = device.get("kmsKeyId");
  const byDefault = key.isGiven().not().and(isDefaultKeyCustomer(resource));
  return Truth.any([device.get("encrypted").isTrue().not(), byDefault, isCustomerKey(key)]);
}

export const imageKeys = resourceRule("ami-cmk", {
  config: customerDefaultKey,
  check: (resource) => {
    const byDefault = isDefaultKeyCustomer(resource);
    const isKey = (key: Value): Truth => isCustomerKey(key).or(key.isGiven().not().and(byDefault));
    const fault = "images are encrypted under AWS's own key";
    switch (resource.type) {
      case "aws:imagebuilder/imageRecipe:ImageRecipe":
        resource.expect(
          everyMapping(resource.get("blockDeviceMappings"), (ebs) => isKey(ebs.get("kmsKeyId"))),
          fault,
        );
        return;
      case "aws:imagebuilder/distributionConfiguration:DistributionConfiguration":
        resource.expect(
          resource.get("distributions").every((one) => {
            const image = one.get("amiDistributionConfiguration");
            return image
              .isGiven()
              .not()
              .or(isKey(image.get("kmsKeyId")));
          }),
          fault,
        );
        return;
      case "aws:imagebuilder/component:Component":
        // The default key of EBS has no say in how Image Builder keeps its components.
        resource.expect(isCustomerKey(resource.get("kmsKeyId")), "the component is encrypted under AWS's own key");
        return;
      default:
        resource.expect(isKey(resource.get("kmsKeyId")), fault);
    }
  },
});
