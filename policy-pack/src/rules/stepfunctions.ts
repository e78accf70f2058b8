import { mustBeTrue, mustNotBeTrue } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { isCustomerKey } from "../knowledge/customer-key";

const noExecutionData = resourceRule("sfn-no-execution-data-in-logs", {
  check: mustNotBeTrue("loggingConfiguration.includeExecutionData", "the logs hold the data of each execution"),
});

const logging = resourceRule("sfn-logging", {
  check: (resource) => {
    const isOn = resource.get("loggingConfiguration.level").isOneOf("ALL", "ERROR", "FATAL");
    resource.expect(isOn, "the state machine does not log its executions");
    resource.expect(
      isOn.not().or(resource.get("loggingConfiguration.logDestination").isGiven()),
      "the state machine logs its executions and names no log group",
    );
  },
});

const cmk = resourceRule("sfn-cmk", {
  check: (resource) =>
    resource.expect(
      resource
        .get("encryptionConfiguration.type")
        .isOneOf("CUSTOMER_MANAGED_KMS_KEY")
        .and(isCustomerKey(resource.get("encryptionConfiguration.kmsKeyId"))),
      "the state machine or activity is not encrypted under a customer-managed key",
    ),
});

const tracing = resourceRule("sfn-tracing", {
  check: mustBeTrue("tracingConfiguration.enabled", "the state machine does not trace with AWS X-Ray"),
});

/** Rules on AWS Step Functions. */
export const stepfunctionsRules: readonly Rule[] = [noExecutionData, logging, cmk, tracing];
