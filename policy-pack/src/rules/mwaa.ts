import { customerKey, mustBeTrue, mustNotBeFalse, oneOfOrUnset } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";

const notPublic = resourceRule("mwaa-not-public", {
  check: oneOfOrUnset("webserverAccessMode", ["PRIVATE_ONLY"], "the Airflow web server is reachable from the internet"),
});

const logging = resourceRule("mwaa-logging", {
  check: (resource) => {
    for (const [log, name] of [
      ["schedulerLogs", "scheduler"],
      ["workerLogs", "workers"],
      ["webserverLogs", "web server"],
    ] as const) {
      mustBeTrue(`loggingConfiguration.${log}.enabled`, `the logs of the ${name} are off`)(resource);
    }
    // Logs of tasks are on unless someone switches them off.
    mustNotBeFalse("loggingConfiguration.taskLogs.enabled", "the logs of tasks are off")(resource);
  },
});

const cmk = resourceRule("mwaa-cmk", {
  check: customerKey("kmsKey", "the environment is encrypted under AWS's own key instead of a customer-managed one"),
});

/** Rules on Amazon MWAA. */
export const mwaaRules: readonly Rule[] = [notPublic, logging, cmk];
