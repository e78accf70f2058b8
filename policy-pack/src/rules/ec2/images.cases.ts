import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { mapping } from "../../testing/ec2";

const image = (...ebsBlockDevices: unknown[]) => resource("aws:ec2/ami:Ami", { ebsBlockDevices });
const copy = (properties: Record<string, unknown> = {}) => resource("aws:ec2/amiCopy:AmiCopy", properties);
const recipe = (...blockDeviceMappings: unknown[]) =>
  resource("aws:imagebuilder/imageRecipe:ImageRecipe", { blockDeviceMappings });
const permission = (properties: Record<string, unknown>) =>
  resource("aws:ec2/amiLaunchPermission:AmiLaunchPermission", properties);
const block = (state: unknown) => resource("aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", { state });
const distribution = (...launchPermissions: unknown[]) =>
  resource("aws:imagebuilder/distributionConfiguration:DistributionConfiguration", {
    distributions: launchPermissions.map((launchPermission) => ({
      amiDistributionConfiguration: { launchPermission },
    })),
  });

const byDefault = { config: { ebsEncryptionByDefault: true } };
const approved = { config: { hipaaAccountIds: ["111122223333"] } };

export const imageCases: ServiceCases = {
  "ami-encrypted": [
    pass("an encrypted device", image({ encrypted: true })),
    pass("a device from a snapshot", image({ snapshotId: "snap-1" })),
    fault("a device that says nothing", image({})),
    fault("the second device", image({ snapshotId: "snap-1" }, { encrypted: false })),
    pass("a device that says nothing, where the account encrypts", image({}), byDefault),
    pass("an encrypted copy", copy({ encrypted: true })),
    fault("a copy that says nothing", copy()),
    pass("a recipe's device", recipe(mapping({ encrypted: "true" }))),
    fault("a recipe's device that says nothing", recipe(mapping({ volumeSize: 20 }))),
    pass("a recipe's device that is dropped", recipe(mapping(undefined, { noDevice: true }))),
    undecided("a device known on update", image({ encrypted: unknown })),
    undecided("a copy known on update", copy({ encrypted: unknown })),
  ],
  "ami-not-public": [
    pass("an account", permission({ accountId: "111122223333" })),
    pass("an account on the list", permission({ accountId: "111122223333" }), approved),
    fault("an account beside the list", permission({ accountId: "444455556666" }), approved),
    pass("the organization", permission({ organizationArn: "arn:aws:organizations::1:organization/o-1" }), approved),
    fault("everyone", permission({ group: "all" })),
    undecided("a group known on update", permission({ group: unknown })),
    pass("public sharing blocked", block("block-new-sharing")),
    fault("public sharing not blocked", block("unblocked")),
    pass("images distributed to accounts", distribution({ userIds: ["111122223333"] })),
    fault("images distributed to everyone", distribution({}, { userGroups: ["all"] })),
    undecided("groups known on update", distribution({ userGroups: unknown })),
    fault("a block that says nothing", block(undefined)),
  ],
};
