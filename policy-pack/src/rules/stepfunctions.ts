import { mustNotBeTrue } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";

const noExecutionData = resourceRule("sfn-no-execution-data-in-logs", {
  check: mustNotBeTrue("loggingConfiguration.includeExecutionData", "the logs hold the data of each execution"),
});

/** Rules on AWS Step Functions. */
export const stepfunctionsRules: readonly Rule[] = [noExecutionData];
