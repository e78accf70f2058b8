import { resourceRule, type Rule } from "../../authoring/rule";
import { isCustomerKey } from "../../knowledge/customer-key";

/** `aws:cloudwatch/eventArchive:EventArchive` → `archive`. */
function kindOf(type: string): string {
  return /(Bus|Archive|Connection)$/.exec(type)?.[1]?.toLowerCase() ?? "resource";
}

const busEncrypted = resourceRule("eventbridge-bus-encrypted", {
  check: (resource) => {
    resource.expect(
      isCustomerKey(resource.get("kmsKeyIdentifier")),
      `the ${kindOf(resource.type)} is not encrypted under a customer-managed key`,
    );
    const detail = resource.get("logConfig.includeDetail");
    resource.expect(detail.isGiven().not().or(detail.isOneOf("NONE")), "the logs of the bus hold the detail of events");
  },
});

const schedulerAndPipes = resourceRule("eventbridge-scheduler-and-pipes", {
  // To include execution data at all is the fault, whichever they are.
  faultsOnPresence: true,
  check: (resource) => {
    const isSchedule = resource.type === "aws:scheduler/schedule:Schedule";
    resource.expect(
      isCustomerKey(resource.get(isSchedule ? "kmsKeyArn" : "kmsKeyIdentifier")),
      "the schedule or pipe is not encrypted under a customer-managed key",
    );
    resource.expect(
      resource.get("logConfiguration.includeExecutionDatas").isGiven().not(),
      "the logs of the pipe hold the data of its executions",
    );
  },
});

export const keyRules: readonly Rule[] = [busEncrypted, schedulerAndPipes];
