import { resourceRule } from "../../authoring/rule";
import type { Truth } from "../../authoring/truth";
import type { ResourceCheck } from "../../authoring/resource-check";
import { encryptionByDefault, isDeviceEncrypted, isEncryptedByAccount } from "../ebs/encryption";
import { hipaaAccounts, isApprovedAccount } from "../ebs/sharing";
import { everyMapping } from "./volumes";

const copy = "aws:ec2/amiCopy:AmiCopy";
const recipe = "aws:imagebuilder/imageRecipe:ImageRecipe";
const launchPermission = "aws:ec2/amiLaunchPermission:AmiLaunchPermission";
const blockPublicAccess = "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess";

export const imageEncrypted = resourceRule("ami-encrypted", {
  config: encryptionByDefault,
  check: (image) =>
    image.expect(
      isImageEncrypted(image).or(isEncryptedByAccount(image)),
      "a volume that is made from the image is not encrypted",
    ),
});

function isImageEncrypted(image: ResourceCheck): Truth {
  if (image.type === copy) return image.get("encrypted").isTrue();
  if (image.type === recipe) return everyMapping(image.get("blockDeviceMappings"), isDeviceEncrypted);
  return image.get("ebsBlockDevices").every(isDeviceEncrypted);
}

export const imageNotPublic = resourceRule("ami-not-public", {
  config: hipaaAccounts,
  check: (resource) => {
    switch (resource.type) {
      case launchPermission: {
        const account = resource.get("accountId");
        resource.expect(resource.get("group").isOneOf("all").not(), "every AWS account may launch the image");
        resource.expect(
          account.isGiven().not().or(isApprovedAccount(resource, account)),
          "the image is shared with an account that is not approved",
        );
        return;
      }
      case blockPublicAccess:
        resource.expect(resource.get("state").isOneOf("block-new-sharing"), "images of the account can be made public");
        return;
      default:
        resource.expect(
          resource
            .get("distributions")
            .some((one) =>
              one.get("amiDistributionConfiguration.launchPermission.userGroups").some((group) => group.isOneOf("all")),
            )
            .not(),
          "every AWS account may launch the images that are distributed",
        );
    }
  },
});
