import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type RuleConfig } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";

/** The accounts that volumes and images may be shared with. */
export const hipaaAccounts: RuleConfig = {
  hipaaAccountIds: {
    type: "array",
    items: { type: "string" },
    description: "Ids of the accounts that snapshots and images may be shared with. Empty: any account but everyone.",
    default: [],
  },
};

/** Whether an account is on the configured list; with no list, any is. */
export function isApprovedAccount(resource: ResourceCheck, account: Value): Truth {
  const approved = resource.setting<readonly string[]>("hipaaAccountIds");
  return approved.length === 0 ? Truth.yes : account.isOneOf(...approved);
}

export const snapshotNotShared = resourceRule("ebs-snapshot-not-shared", {
  config: hipaaAccounts,
  check: (permission) => {
    const account = permission.get("accountId");
    const everyone = account.isOneOf("all");
    permission.expect(everyone.not(), "the snapshot is shared with every AWS account");
    permission.expect(
      everyone.or(isApprovedAccount(permission, account)),
      "the snapshot is shared with an account that is not approved",
    );
  },
});
