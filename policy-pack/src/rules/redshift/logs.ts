import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { parameterMeets } from "../../knowledge/database-parameters";
import { cluster, logging } from "./tokens";

const userActivityLogging = resourceRule("redshift-user-activity-logging", {
  check: (group) =>
    group.expect(
      parameterMeets(group.get("parameters"), "enable_user_activity_logging", (value) => value.isTrue(), Truth.no),
      "the parameter group leaves statements out of the audit log",
    ),
});

const auditLogging = stackRule("redshift-audit-logging", {
  types: [cluster],
  check: (check, graph) => {
    const open = graph.unresolvedReferrers(logging, "clusterIdentifier", cluster).length > 0;
    for (const each of graph.ofType(cluster)) {
      const logs = graph.referrers(each, logging, "clusterIdentifier").length > 0;
      const answer = logs ? Truth.yes : open ? Truth.unknown("clusterIdentifier") : Truth.no;
      check.expect(each, answer, "the cluster has no audit logging");
    }
  },
});

/** Whether all three logs are exported, without which it cannot be told who asked what. */
function exportsAll(logExports: Value): Truth {
  return Truth.all(
    ["connectionlog", "userlog", "useractivitylog"].map((log) => logExports.some((one) => one.isOneOf(log))),
  );
}

const auditLogTypes = resourceRule("redshift-audit-log-types", {
  check: (resource) => {
    const toCloudWatch = resource.get("logDestinationType").isOneOf("cloudwatch");
    resource.expect(
      Truth.any([toCloudWatch.not(), exportsAll(resource.get("logExports"))]),
      "the audit log leaves out connections, users or statements",
    );
    resource.expect(
      Truth.any([toCloudWatch, resource.get("bucketName").isGiven()]),
      "the audit log names no bucket to go to",
    );
  },
});

const serverlessLogs = resourceRule("redshift-serverless-logs", {
  check: (namespace) =>
    namespace.expect(
      exportsAll(namespace.get("logExports")),
      "the namespace does not export connections, users and statements",
    ),
});

/** Rules on audit logs. */
export const logRules: readonly Rule[] = [userActivityLogging, auditLogging, auditLogTypes, serverlessLogs];
