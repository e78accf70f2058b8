import { resourceRule } from "../../authoring/rule";
import { launchTemplate, spotFleet } from "./tokens";

export const noPublicIp = resourceRule("ec2-no-public-ip", {
  check: (resource) => {
    const isPublicTier = resource.tag("hipaa:tier").isOneOf("public");
    resource.onlyWhen(isPublicTier.not(), "is tagged as part of the public tier");
    const path = "associatePublicIpAddress";
    const assigned =
      resource.type === launchTemplate
        ? resource.get("networkInterfaces").some((one) => one.get(path).isTrue())
        : resource.type === spotFleet
          ? resource.get("launchSpecifications").some((one) => one.get(path).isTrue())
          : resource.get(path).isTrue();
    resource.expect(assigned.not(), "instances are given a public address");
  },
});

export const noElasticIp = resourceRule("ec2-no-elastic-ip-on-instance", {
  faultsOnPresence: true,
  check: (address) => {
    const path = address.type === "aws:ec2/eip:Eip" ? "instance" : "instanceId";
    address.expect(address.get(path).isGiven().not(), "an Elastic IP makes an instance public");
  },
});
