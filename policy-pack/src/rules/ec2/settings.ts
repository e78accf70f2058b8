import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { launchTemplate } from "./tokens";

export const instanceProfile = resourceRule("ec2-instance-profile-present", {
  check: (resource) => {
    // Managed node groups forbid a profile in their template, and an instance may take its template's.
    const isTemplate = resource.type === launchTemplate;
    const decidedElsewhere = Truth.of(isTemplate).or(resource.get("launchTemplate").isGiven());
    resource.expect(
      resource.get("iamInstanceProfile").isGiven().or(decidedElsewhere),
      "instances have no identity of their own, so they need stored credentials",
    );
    // A profile block that names none is a slip.
    const block = resource.get("iamInstanceProfile");
    const named = block.get("name").isGiven().or(block.get("arn").isGiven());
    resource.expect(
      Truth.any([Truth.of(!isTemplate), block.isGiven().not(), named]),
      "the instance profile of the launch template names no profile",
    );
  },
});

/** Families that were withdrawn before they could use encrypted volumes. */
const oldFamilies = /^(t1|m1|m2|c1|cc1|cc2|cg1|cr1|hi1|hs1)\./i;

export const encryptionCapable = resourceRule("ec2-instance-type-encryption-capable", {
  check: (resource) =>
    resource.expect(
      resource.get("instanceType").matches(oldFamilies).not(),
      "instances of this family cannot use encrypted volumes",
    ),
});

export const serialConsoleOff = resourceRule("ec2-serial-console-off", {
  check: (resource) => resource.expect(resource.get("enabled").isFalse(), "the serial console is on for the account"),
});
