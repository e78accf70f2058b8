import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";

const logGroup = "aws:cloudwatch/logGroup:LogGroup";
const groupPolicy = "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy";
const accountPolicy = "aws:cloudwatch/logAccountPolicy:LogAccountPolicy";

export const logDataProtection = stackRule("cloudwatch-log-data-protection", {
  check: (stack, graph) => {
    const forAll = Truth.any(
      graph.ofType(accountPolicy).map((one) => one.get("policyType").isOneOf("DATA_PROTECTION_POLICY")),
    );
    const open = graph.unresolvedReferrers(groupPolicy, "logGroupName", logGroup).length > 0;
    for (const group of graph.ofType(logGroup)) {
      // CloudWatch Logs masks events in groups of the standard class only. Audit records are kept as they came.
      const judged = Truth.all([
        group.mayHoldPhi(),
        group.tag("hipaa:purpose").isOneOf("audit").not(),
        group.get("logGroupClass").isOneOf("INFREQUENT_ACCESS", "DELIVERY").not(),
      ]);
      const own = graph.referrers(group, groupPolicy, "logGroupName").length > 0;
      const isProtected = own ? Truth.yes : open ? Truth.unknown("LogDataProtectionPolicy.logGroupName") : Truth.no;
      stack.expect(
        group,
        Truth.any([judged.not(), forAll, isProtected]),
        "identifiers of persons that get into the log group are not masked",
      );
    }
  },
});
