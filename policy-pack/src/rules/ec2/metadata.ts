import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";

const accountDefaults = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";

export const imdsv2Required = resourceRule("ec2-imdsv2-required", {
  config: {
    imdsDefaultsRequired: {
      type: "boolean",
      description:
        "Whether the defaults of the account and Region demand session tokens of instances that say nothing.",
      default: false,
    },
  },
  check: (resource) => {
    if (resource.type === accountDefaults) {
      resource.expect(
        resource.get("httpTokens").isOneOf("required"),
        "the account's defaults let instances answer metadata requests without a session token",
      );
      return;
    }
    const tokens = resource.get("metadataOptions.httpTokens");
    const decidedElsewhere = Truth.of(resource.setting<boolean>("imdsDefaultsRequired")).or(
      resource.get("launchTemplate").isGiven(),
    );
    resource.expect(
      Truth.any([
        tokens.isOneOf("required"),
        resource.get("metadataOptions.httpEndpoint").isOneOf("disabled"),
        tokens.isGiven().not().and(decidedElsewhere),
      ]),
      "the metadata service answers without a session token",
    );
  },
});
