import { ineligibleActions } from "@hipaa-aws/controls";
import { mustBeTrue, mustNotBeTrue } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { holdsCredential, holdsUrlPassword } from "../knowledge/credentials";
import { isCustomerKey } from "../knowledge/customer-key";
import { noText } from "../knowledge/texts";

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

const cleanDefinition = resourceRule("sfn-definition-without-phi", {
  check: (resource) => {
    // Identifiers of persons in a definition are the fault of general-no-phi-in-free-text.
    const definition = resource.get("definition");
    resource.expect(
      noText(definition, (text) => holdsCredential(text) || holdsUrlPassword(text)),
      "the definition holds an access key, a private key, a vendor's token or a URL with a password in it",
    );
    resource.expect(
      noText(definition, callsIneligible),
      "the definition calls an AWS service that is not eligible for PHI or has ended",
    );
  },
});

/** Whether some task calls such a service: `arn:aws:states:::sqs:sendMessage`, `arn:aws:states:::aws-sdk:qldb:...`. */
function callsIneligible(definition: string): boolean {
  return [...definition.matchAll(/arn:[\w-]+:states:::(?:aws-sdk:)?([\w-]+):/gi)].some((task) =>
    ineligibleActions().has((task[1] ?? "").toLowerCase()),
  );
}

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
export const stepfunctionsRules: readonly Rule[] = [noExecutionData, logging, cleanDefinition, cmk, tracing];
