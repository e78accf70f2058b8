import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type Rule } from "../../authoring/rule";
import type { Value } from "../../authoring/value";
import { entryInAnyCase, parsedJson } from "../../knowledge/json-text";

/** The settings of a task or of a serverless replication; nothing where the text is no JSON. */
function settingsOf(resource: ResourceCheck): Value | undefined {
  const isTask = resource.type === "aws:dms/replicationTask:ReplicationTask";
  return parsedJson(resource.get(isTask ? "replicationTaskSettings" : "replicationSettings"));
}

const logging = resourceRule("dms-task-logging", {
  check: (resource) => {
    const settings = settingsOf(resource);
    if (!settings) return;
    const log = entryInAnyCase(settings, "Logging");
    resource.expect(entryInAnyCase(log, "EnableLogging").isTrue(), "the task writes no logs");
    resource.expect(
      entryInAnyCase(log, "LogComponents")
        .some((component) => entryInAnyCase(component, "Severity").isOneOf("LOGGER_SEVERITY_DETAILED_DEBUG"))
        .not(),
      "the logs of the task may hold the rows that it copies",
    );
  },
});

const validation = resourceRule("dms-task-validation", {
  check: (resource) => {
    const settings = settingsOf(resource);
    if (!settings) return;
    const enabled = entryInAnyCase(entryInAnyCase(settings, "ValidationSettings"), "EnableValidation");
    resource.expect(enabled.isTrue(), "the task does not compare what it copied with its source");
  },
});

/** Rules on replication tasks. */
export const taskRules: readonly Rule[] = [logging, validation];
