import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { companionsOf, mayBeGiven, placeOf } from "../../graph/paths/links";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { accesses, isRecorded, recordersOf, type DataType } from "../cloudtrail/selectors";
import { hasCompanion } from "../s3/buckets";
import { coverageText, keepsPhi, type Part } from "./stores-at-rest";

type Records = (graph: StackGraph, store: GraphResource) => readonly Part[];

/** What tells of the use of each kind of store: data events of CloudTrail, access logs, the audit log of its engine. */
const records: Readonly<Record<string, Records>> = {
  "aws:s3/bucket:Bucket": ofBucket,
  "aws:s3/bucketV2:BucketV2": ofBucket,
  "aws:dynamodb/table:Table": (graph, store) => [dataEvents(graph, "AWS::DynamoDB::Table", store)],
  "aws:rds/instance:Instance": ofDatabase("enabledCloudwatchLogsExports"),
  "aws:rds/cluster:Cluster": ofDatabase("enabledCloudwatchLogsExports"),
  "aws:docdb/cluster:Cluster": ofDatabase("enabledCloudwatchLogsExports"),
  "aws:neptune/cluster:Cluster": ofDatabase("enableCloudwatchLogsExports"),
  "aws:redshift/cluster:Cluster": (graph, store) => [
    { text: "audit logging", holds: linked(graph, store, "aws:redshift/logging:Logging", "clusterIdentifier") },
  ],
  "aws:opensearch/domain:Domain": (_, store) => [
    {
      text: "audit logs",
      holds: store
        .get("logPublishingOptions")
        .some((one) => one.get("logType").isOneOf("AUDIT_LOGS").and(one.get("enabled").isFalse().not())),
    },
  ],
  "aws:fsx/windowsFileSystem:WindowsFileSystem": (_, store) => {
    const level = store.get("auditLogConfiguration.fileAccessAuditLogLevel");
    return [{ text: "file access auditing", holds: level.isGiven().and(level.isOneOf("DISABLED").not()) }];
  },
};

export const useRecorded = stackRule("paths-phi-store-use-recorded", {
  check: (stack, graph) => {
    if (recordersOf(graph).length === 0) return;
    for (const [type, of] of Object.entries(records)) {
      for (const store of graph.ofType(type)) {
        const parts = of(graph, store);
        const recorded = Truth.any(parts.map(({ holds }) => holds));
        stack.expect(
          store,
          keepsPhi(graph, store).not().or(recorded),
          `nothing tells who used the store; ${coverageText(store, parts)}`,
        );
      }
    }
  },
});

function dataEvents(graph: StackGraph, type: DataType, store: GraphResource): Part {
  const names = recordersOf(graph).map(({ recorder }) => `"${recorder.name}"`);
  return {
    text: `data events for reading and writing (${names.join(", ")})`,
    holds: Truth.all(accesses.map((access) => isRecorded(graph, type, access, store))),
  };
}

function ofBucket(graph: StackGraph, store: GraphResource): readonly Part[] {
  const inline = store.get("logging").isGiven();
  return [
    dataEvents(graph, "AWS::S3::Object", store),
    { text: "server access logs", holds: inline.or(hasCompanion(graph, store, "logging")) },
  ];
}

/** Logs that tell who connected or asked what; those of errors and slow statements do not. */
const auditLogs = ["audit", "postgresql", "iam-db-auth-error", "diag.log", "listener"];

function ofDatabase(path: string): Records {
  return (graph, store) => [
    {
      text: "an audit or connection log among its log exports",
      holds: store.get(path).some((one) => one.isOneOf(...auditLogs)),
    },
    {
      text: "a database activity stream",
      holds: linked(graph, store, "aws:rds/clusterActivityStream:ClusterActivityStream", "resourceArn"),
    },
    // SQL Server writes its audit by an option, to a bucket and to no exported log.
    ...(store.get("engine").matches(/^sqlserver-/i).isNo ? [] : [auditOption(graph, store)]),
  ];
}

function auditOption(graph: StackGraph, store: GraphResource): Part {
  const { targets, complete, path } = graph.references(store, "optionGroupName", "aws:rds/optionGroup:OptionGroup");
  const audits = targets.map((group) =>
    group.get("options").some((option) => option.get("optionName").isOneOf("SQLSERVER_AUDIT")),
  );
  const isOutside = targets.length === 0 && mayBeGiven(store.get(path));
  const open = !complete || isOutside ? [Truth.unknown(path)] : [];
  const isSqlServer = store.get("engine").matches(/^sqlserver-/i);
  return { text: "the audit option of its option group", holds: isSqlServer.and(Truth.any([...audits, ...open])) };
}

function linked(graph: StackGraph, store: GraphResource, type: string, path: string): Truth {
  const { own, stray } = companionsOf(graph, store, type, path, [store.type]);
  return Truth.any([Truth.of(own.length > 0), ...stray.map((one) => Truth.unknown(placeOf(one, path)))]);
}
