import type { ResourceCheck } from "../../authoring/resource-check";
import { required } from "../../authoring/conditions";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";

/** Six years, by 45 CFR 164.316(b)(2)(i), as the first value that CloudWatch Logs takes. */
const sixYears = 2192;
const oneYear = 365;

/** Whether a log group is tagged as holding audit records. */
export function isAuditLog(group: ResourceCheck): Truth {
  return group.tag("hipaa:purpose").isOneOf("audit");
}

/** Whether events are kept for so many days at least; nothing said and zero mean for ever. */
function isKept(group: ResourceCheck, days: number): Truth {
  const retention = group.get("retentionInDays");
  return Truth.any([retention.isGiven().not(), retention.isOneOf("0"), retention.isAtLeast(days)]);
}

/** Groups of this class lose their events within two days, whatever their retention says. */
function isDeliveryClass(group: ResourceCheck): Truth {
  return group.get("logGroupClass").isOneOf("DELIVERY");
}

export const retentionSixYears = resourceRule("cloudwatch-log-retention-six-years", {
  check: (group) => {
    group.onlyWhen(isAuditLog(group), "is not tagged as holding audit records");
    group.expect(isDeliveryClass(group).not(), "the class of the audit log drops events within two days");
    const archived = group.tag("hipaa:archived").isTrue();
    group.expect(
      isKept(group, sixYears).or(archived.and(isKept(group, oneYear))),
      "audit events are kept for less than six years, and for less than one where they are archived elsewhere",
    );
  },
});

export const retentionSet = resourceRule("cloudwatch-log-retention-set", {
  check: required("retentionInDays", "nothing says how long the log group keeps events, so it keeps them for ever"),
});

export const retentionMinimum = resourceRule("cloudwatch-log-retention-minimum", {
  config: {
    minimumDays: {
      type: "integer",
      description: "How many days log groups other than those of audit records have to keep events.",
      minimum: 1,
      default: oneYear,
    },
  },
  check: (group) => {
    group.onlyWhen(isAuditLog(group).not(), "is judged as holding audit records");
    group.onlyWhen(isDeliveryClass(group).not(), "only passes events on");
    group.expect(
      isKept(group, group.setting<number>("minimumDays")),
      "events are kept too briefly to look into them later",
    );
  },
});
