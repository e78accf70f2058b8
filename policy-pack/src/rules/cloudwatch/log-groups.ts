import { customerKey } from "../../authoring/conditions";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isAuditLog } from "./log-retention";

export const logGroupKey = resourceRule("cloudwatch-log-group-cmk", {
  check: customerKey("kmsKeyId", "the log group is not encrypted under a customer-managed key"),
});

export const deletionProtected = resourceRule("cloudwatch-log-deletion-protected", {
  check: (group) => {
    group.onlyWhen(isAuditLog(group), "is not tagged as holding audit records");
    group.expect(
      Truth.any([
        group.get("deletionProtectionEnabled").isTrue(),
        group.get("skipDestroy").isTrue(),
        Truth.of(group.options.protect),
      ]),
      "the audit log goes when the stack goes",
    );
  },
});
