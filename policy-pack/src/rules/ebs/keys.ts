import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type RuleConfig } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isCustomerKey } from "../../knowledge/customer-key";

/** A setting for accounts whose default key for EBS is a customer's, which one resource cannot see. */
export const customerDefaultKey: RuleConfig = {
  ebsDefaultKeyIsCustomer: {
    type: "boolean",
    description: "Whether the default key for EBS, in the account and Region that the stack goes to, is a customer's.",
    default: false,
  },
};

/** Whether volumes that name no key get a customer's, as configured. */
export function isDefaultKeyCustomer(resource: ResourceCheck): Truth {
  return Truth.of(resource.setting<boolean>("ebsDefaultKeyIsCustomer"));
}

/** Judged only where encryption is on: one fault, one finding. */
function expectCustomerKey(resource: ResourceCheck, fault: string): void {
  const key = resource.get("kmsKeyId");
  const encrypted = resource.get("encrypted").isTrue();
  const byDefault = key.isGiven().not().and(isDefaultKeyCustomer(resource));
  resource.expect(Truth.any([encrypted.not(), byDefault, isCustomerKey(key)]), fault);
}

export const volumeKey = resourceRule("ebs-volume-cmk", {
  config: customerDefaultKey,
  check: (volume) => expectCustomerKey(volume, "the volume is encrypted under AWS's own key"),
});

export const snapshotCopyKey = resourceRule("ebs-snapshot-copy-cmk", {
  config: customerDefaultKey,
  check: (snapshot) => expectCustomerKey(snapshot, "the snapshot is encrypted under AWS's own key"),
});
