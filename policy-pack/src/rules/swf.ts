import { resourceRule, type Rule } from "../authoring/rule";

const history = resourceRule("swf-no-phi", {
  check: (domain) => {
    const days = domain.get("workflowExecutionRetentionPeriodInDays");
    domain.expect(days.isAtLeast(1).and(days.isAtMost(90)), "the history of executions is not kept");
  },
});

/** Rules on Amazon SWF. */
export const swfRules: readonly Rule[] = [history];
