import { oneOf } from "../../authoring/conditions";
import { resourceRule, stackRule } from "../../authoring/rule";
import { accountBaseline, expectInBaseline } from "../../knowledge/account-baseline";
import { isCustomerKey } from "../../knowledge/customer-key";

const byDefault = "aws:ebs/encryptionByDefault:EncryptionByDefault";
const defaultKey = "aws:ebs/defaultKmsKey:DefaultKmsKey";

export const encryptionSwitchedOn = stackRule("ebs-encryption-by-default", {
  // A baseline that lacks the resource has none of the catalogue's type, so the rule looks at every stack.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) => {
    const switches = graph.ofType(byDefault);
    for (const one of switches) {
      stack.expect(one, one.get("enabled").isFalse().not(), "EBS encryption by default is switched off");
    }
    expectInBaseline(stack, graph, () =>
      switches.length === 0
        ? { fault: "the account's baseline does not switch EBS encryption by default on" }
        : undefined,
    );
  },
});

export const defaultKeyIsCustomers = stackRule("ebs-default-key-cmk", {
  config: accountBaseline,
  check: (stack, graph) => {
    const keys = graph.ofType(defaultKey);
    for (const one of keys) {
      stack.expect(one, isCustomerKey(one.get("keyArn")), "the default key for EBS is AWS's own");
    }
    const [at] = graph.ofType(byDefault);
    expectInBaseline(stack, graph, () =>
      at && keys.length === 0 ? { at, fault: "volumes are encrypted by default, and under AWS's own key" } : undefined,
    );
  },
});

export const snapshotPublicBlock = resourceRule("ebs-snapshot-public-block", {
  check: oneOf(
    "state",
    ["block-all-sharing", "block-new-sharing"],
    "the block on public snapshots is declared and blocks nothing",
  ),
});
