import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const volume = (properties: Record<string, unknown> = {}) => resource("aws:ebs/volume:Volume", properties);
const copy = (properties: Record<string, unknown> = {}) => resource("aws:ebs/snapshotCopy:SnapshotCopy", properties);
const imported = (properties: Record<string, unknown> = {}) =>
  resource("aws:ebs/snapshotImport:SnapshotImport", properties);
const permission = (accountId: unknown) =>
  resource("aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", { accountId });
const lifecycle = (policyDetails: unknown) => resource("aws:dlm/lifecyclePolicy:LifecyclePolicy", { policyDetails });
const schedule = (...crossRegionCopyRules: unknown[]) =>
  lifecycle({ schedules: [{ name: "daily", crossRegionCopyRules }] });
const action = (encryptionConfiguration: unknown) =>
  lifecycle({ action: { name: "copy", crossRegionCopies: [{ target: "us-west-2", encryptionConfiguration }] } });

const snapshot = resource("aws:ebs/snapshot:Snapshot", {}, { name: "snapshot" });
const key = resource("aws:kms/key:Key", {}, { name: "key" });
const customerDefault = { config: { ebsDefaultKeyIsCustomer: true } };
const byDefault = { config: { ebsEncryptionByDefault: true } };
const approved = { config: { hipaaAccountIds: ["111122223333"] } };

const baseline = { config: { accountBaseline: true } };
const encryption = (properties: Record<string, unknown>) =>
  resource("aws:ebs/encryptionByDefault:EncryptionByDefault", properties);
const defaultKey = (keyArn: unknown) =>
  resource("aws:ebs/defaultKmsKey:DefaultKmsKey", { keyArn }, { name: "default" });
const snapshotBlock = (state: unknown) =>
  resource("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", { state });

export const ebsCases: ServiceCases = {
  "ebs-volume-encrypted": [
    pass("encrypted", volume({ encrypted: true })),
    pass("encrypted, as text", volume({ encrypted: "true" })),
    fault("not encrypted", volume({ encrypted: false })),
    fault("nothing said, which means not", volume()),
    pass("nothing said, where the account encrypts", volume(), byDefault),
    pass("not encrypted, where the account encrypts anyway", volume({ encrypted: false }), byDefault),
    pass("made from a wired snapshot", [volume({ snapshotId: ref("snapshot") }), snapshot]),
    fault("made from a snapshot and not encrypted", volume({ snapshotId: "snap-1", encrypted: false })),
    undecided("known on update", volume({ encrypted: unknown })),
    pass("known on update, where the account encrypts", volume({ encrypted: unknown }), byDefault),
  ],
  "ebs-snapshot-copy-encrypted": [
    pass("an encrypted copy", copy({ encrypted: true })),
    pass("an encrypted import", imported({ encrypted: true })),
    fault("a copy that says nothing", copy()),
    fault("a copy that says no", copy({ encrypted: false })),
    fault("an import that says nothing", imported()),
    pass("nothing said, where the account encrypts", copy(), byDefault),
    undecided("known on update", imported({ encrypted: unknown })),
  ],
  "ebs-volume-cmk": [
    pass("a wired key", [volume({ encrypted: true, kmsKeyId: ref("key", "arn") }), key]),
    pass("no encryption, which another rule reports", volume()),
    fault("no key", volume({ encrypted: true })),
    fault("AWS's own key", volume({ encrypted: true, kmsKeyId: "alias/aws/ebs" })),
    pass("no key, where the default is a customer's", volume({ encrypted: true }), customerDefault),
    fault(
      "AWS's own key, where the default is a customer's",
      volume({ encrypted: true, kmsKeyId: "alias/aws/ebs" }),
      customerDefault,
    ),
    undecided("encryption known on update", volume({ encrypted: unknown })),
  ],
  "ebs-snapshot-copy-cmk": [
    pass("a key", copy({ encrypted: true, kmsKeyId: "alias/copies" })),
    pass("no encryption, which another rule reports", copy()),
    fault("a copy without a key", copy({ encrypted: true })),
    fault("an import without a key", imported({ encrypted: true })),
    fault("AWS's own key", imported({ encrypted: true, kmsKeyId: "arn:aws:kms:us-west-2:111122223333:alias/aws/ebs" })),
    pass("no key, where the default is a customer's", copy({ encrypted: true }), customerDefault),
    undecided("encryption known on update", copy({ encrypted: unknown })),
  ],
  "ebs-encryption-by-default": [
    pass("a stack that is no baseline", volume()),
    pass("a baseline that switches it on", encryption({ enabled: true }), baseline),
    pass("a baseline that declares it, which switches it on", encryption({}), baseline),
    fault("a baseline without it", volume(), baseline),
    fault("switched off in a baseline", encryption({ enabled: false }), baseline),
    fault("switched off anywhere", encryption({ enabled: false })),
    undecided("known on update", encryption({ enabled: unknown })),
  ],
  "ebs-default-key-cmk": [
    pass("a wired key", [encryption({}), defaultKey(ref("key", "arn")), key], baseline),
    fault("a baseline without a key", encryption({}), baseline),
    pass("another stack without a key", encryption({})),
    fault("AWS's own key", defaultKey("alias/aws/ebs")),
    fault("a baseline with AWS's own key", [encryption({}), defaultKey("alias/aws/ebs")], {
      ...baseline,
      at: ["default"],
    }),
    pass("a baseline with an alias of one's own", [encryption({}), defaultKey("alias/ebs")], baseline),
  ],
  "ebs-snapshot-public-block": [
    pass("all sharing", snapshotBlock("block-all-sharing")),
    pass("new sharing, while the old is cleared up", snapshotBlock("block-new-sharing")),
    fault("none", snapshotBlock("unblocked")),
    undecided("known on update", snapshotBlock(unknown)),
    fault("nothing said", snapshotBlock(undefined)),
  ],
  "ebs-snapshot-not-shared": [
    pass("an account", permission("111122223333")),
    fault("everyone", permission("all")),
    fault("everyone, in another case", permission("ALL")),
    fault("everyone, with a list of accounts", permission("all"), approved),
    pass("an account on the list", permission("111122223333"), approved),
    fault("an account beside the list", permission("444455556666"), approved),
    undecided("known on update", permission(unknown)),
    undecided("known on update, with a list of accounts", permission(unknown), approved),
    fault("nobody named, with a list of accounts", permission(undefined), approved),
  ],
  "ebs-dlm-copy-encrypted": [
    pass("no copies", lifecycle({ schedules: [{ name: "daily" }] })),
    pass("an encrypted copy", schedule({ encrypted: true })),
    fault("a copy that is not", schedule({ encrypted: false })),
    fault("the second copy", schedule({ encrypted: true }, {})),
    pass("an encrypted copy by an action", action({ encrypted: true })),
    fault("a copy by an action that is not", action({ encrypted: false })),
    fault("a copy by an action that says nothing", action({})),
    undecided("a copy known on update", schedule({ encrypted: unknown })),
    undecided("the schedules known on update", lifecycle({ schedules: unknown })),
    fault("a copy that is not beside one not known yet", schedule(unknown, { encrypted: false })),
  ],
};
