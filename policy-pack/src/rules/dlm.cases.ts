import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const policy = (policyDetails: unknown) => resource("aws:dlm/lifecyclePolicy:LifecyclePolicy", { policyDetails });
const rules = (...crossRegionCopyRules: unknown[]) => policy({ schedules: [{ crossRegionCopyRules }] });
const copies = (...configurations: unknown[]) =>
  policy({
    action: {
      name: "copy",
      crossRegionCopies: configurations.map((encryptionConfiguration) => ({ encryptionConfiguration })),
    },
  });
const cmkArn = "arn:aws:kms:us-west-2:111122223333:key/1";

export const dlmCases: ServiceCases = {
  "dlm-cross-region-cmk": [
    pass("no copies", policy({ schedules: [{ name: "daily" }] })),
    pass("a key", rules({ encrypted: true, cmkArn })),
    pass("a wired key", rules({ encrypted: true, cmkArn: unknown })),
    pass("no encryption, which another rule reports", rules({ encrypted: false })),
    pass("an action with a key", copies({ encrypted: true, cmkArn })),
    pass("an action without encryption, which another rule reports", copies({ encrypted: false })),
    fault("no key", rules({ encrypted: true })),
    fault("AWS's own key", rules({ encrypted: true, cmkArn: "arn:aws:kms:us-west-2:111122223333:alias/aws/ebs" })),
    fault("one of two rules", rules({ encrypted: true, cmkArn }, { encrypted: true })),
    fault("the second schedule", policy({ schedules: [{}, { crossRegionCopyRules: [{ encrypted: true }] }] })),
    fault("an action without a key", copies({ encrypted: true })),
    fault("one of two copies of an action", copies({ encrypted: true, cmkArn }, { encrypted: true })),
    fault("one rule beside an unknown one", rules(unknown, { encrypted: true })),
    undecided("encryption known on update, without a key", rules({ encrypted: unknown })),
    undecided("schedules known on update", policy({ schedules: unknown })),
    undecided("a copy known on update", copies(unknown)),
  ],
};
