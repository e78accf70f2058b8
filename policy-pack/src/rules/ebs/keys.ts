import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type RuleConfig } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isCustomerKey } from "../../knowledge/customer-key";

const defaultKey: RuleConfig = {
  ebsDefaultKeyIsCustomer: {
    type: "boolean",
    description: "Whether the default key for EBS, in the account and Region that the stack goes to, is a customer's.",
    default: false,
  },
};

/** Judged only where encryption is on: one fault, one finding. */
function expectCustomerKey(resource: ResourceCheck, fault: string): void {
  const key = resource.get("kmsKeyId");
  const encrypted = resource.get("encrypted").isTrue();
  const byDefault = key
    .isGiven()
    .not()
    .and(Truth.of(resource.setting<boolean>("ebsDefaultKeyIsCustomer")));
  resource.expect(Truth.any([encrypted.not(), byDefault, isCustomerKey(key)]), fault);
}

export const volumeKey = resourceRule("ebs-volume-cmk", {
  config: defaultKey,
  check: (volume) => expectCustomerKey(volume, "the volume is encrypted under AWS's own key"),
});

export const snapshotCopyKey = resourceRule("ebs-snapshot-copy-cmk", {
  config: defaultKey,
  check: (snapshot) => expectCustomerKey(snapshot, "the snapshot is encrypted under AWS's own key"),
});
