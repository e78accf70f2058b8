import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { companionsOf, linksOf, mayBeGiven, placeOf, placed } from "../../graph/paths/links";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isOn, parameterMeets } from "../../knowledge/database-parameters";
import { refusesPlainHttp } from "../../knowledge/policy-judgement";
import { enforcesHttps } from "../opensearch/domains";
import { clusterParameterGroup, parameterGroup } from "../rds/databases";
import { forcesTlsByDefault, groupForcesTls } from "../rds/transport";

/** A service that applications connect to, and how it is known whether it takes connections without TLS. */
interface Server {
  readonly label: string;
  /** Where it names its security groups; nothing for services without any. */
  readonly groups?: string;
  readonly takesTlsOnly: (graph: StackGraph, server: GraphResource) => Truth;
}

const flag =
  (path: string): Server["takesTlsOnly"] =>
  (_, server) =>
    server.get(path).isTrue();

const servers: Readonly<Record<string, Server>> = {
  "aws:rds/instance:Instance": {
    label: "DB instance",
    groups: "vpcSecurityGroupIds",
    takesTlsOnly: (graph, server) => databaseTakesTls(graph, server, "parameterGroupName", parameterGroup),
  },
  "aws:rds/cluster:Cluster": {
    label: "DB cluster",
    groups: "vpcSecurityGroupIds",
    takesTlsOnly: (graph, server) =>
      databaseTakesTls(graph, server, "dbClusterParameterGroupName", clusterParameterGroup),
  },
  "aws:rds/proxy:Proxy": { label: "DB proxy", groups: "vpcSecurityGroupIds", takesTlsOnly: flag("requireTls") },
  "aws:docdb/cluster:Cluster": {
    label: "DocumentDB cluster",
    groups: "vpcSecurityGroupIds",
    takesTlsOnly: (graph, server) =>
      byGroup(graph, server, {
        path: "dbClusterParameterGroupName",
        type: "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
        sets: (parameters) => parameterMeets(parameters, "tls", (value) => value.isOneOf("disabled").not(), Truth.yes),
        byDefault: Truth.yes,
      }),
  },
  "aws:neptune/cluster:Cluster": {
    label: "Neptune cluster",
    groups: "vpcSecurityGroupIds",
    takesTlsOnly: (graph, server) =>
      byGroup(graph, server, {
        path: "neptuneClusterParameterGroupName",
        type: "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
        sets: (parameters) => parameterMeets(parameters, "neptune_enforce_ssl", isOn, Truth.yes),
        byDefault: Truth.yes,
      }),
  },
  "aws:redshift/cluster:Cluster": {
    label: "Redshift cluster",
    groups: "vpcSecurityGroupIds",
    takesTlsOnly: (graph, server) =>
      byGroup(graph, server, {
        path: "clusterParameterGroupName",
        type: "aws:redshift/parameterGroup:ParameterGroup",
        // Families since redshift-2.0 require TLS unless told otherwise.
        sets: (parameters, group) =>
          parameterMeets(
            parameters,
            "require_ssl",
            (value) => value.isTrue(),
            group.get("family").isOneOf("redshift-1.0").not(),
          ),
        byDefault: server.get("clusterParameterGroupName").isOneOf("default.redshift-1.0").not(),
      }),
  },
  "aws:redshiftserverless/workgroup:Workgroup": {
    label: "Redshift workgroup",
    groups: "securityGroupIds",
    takesTlsOnly: (_, server) =>
      server
        .get("configParameters")
        .some((one) =>
          one.get("parameterKey").isOneOf("require_ssl", "requireSsl").and(one.get("parameterValue").isTrue().not()),
        )
        .not(),
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    label: "cache",
    groups: "securityGroupIds",
    takesTlsOnly: (_, server) =>
      Truth.any([
        // A secondary of a global datastore takes it from its primary.
        server.get("globalReplicationGroupId").isGiven(),
        server
          .get("transitEncryptionEnabled")
          .isTrue()
          .and(server.get("transitEncryptionMode").isOneOf("preferred").not()),
      ]),
  },
  "aws:elasticache/cluster:Cluster": {
    label: "cache",
    groups: "securityGroupIds",
    takesTlsOnly: (_, server) =>
      server.get("replicationGroupId").isGiven().or(server.get("transitEncryptionEnabled").isTrue()),
  },
  "aws:memorydb/cluster:Cluster": {
    label: "MemoryDB cluster",
    groups: "securityGroupIds",
    takesTlsOnly: (_, server) => server.get("tlsEnabled").isFalse().not(),
  },
  "aws:dax/cluster:Cluster": {
    label: "DAX cluster",
    groups: "securityGroupIds",
    takesTlsOnly: (_, server) => server.get("clusterEndpointEncryptionType").isOneOf("TLS"),
  },
  "aws:opensearch/domain:Domain": {
    label: "search domain",
    groups: "vpcOptions.securityGroupIds",
    takesTlsOnly: (_, server) => enforcesHttps(server),
  },
  "aws:elasticsearch/domain:Domain": {
    label: "search domain",
    groups: "vpcOptions.securityGroupIds",
    takesTlsOnly: (_, server) => enforcesHttps(server),
  },
  "aws:msk/cluster:Cluster": {
    label: "MSK cluster",
    groups: "brokerNodeGroupInfo.securityGroups",
    takesTlsOnly: (_, server) => {
      const mode = server.get("encryptionInfo.encryptionInTransit.clientBroker");
      return mode.isGiven().not().or(mode.isOneOf("TLS"));
    },
  },
  "aws:sqs/queue:Queue": {
    label: "queue",
    takesTlsOnly: (graph, server) =>
      byPolicy(graph, server, { type: "aws:sqs/queuePolicy:QueuePolicy", path: "queueUrl", actions: ["sqs:*"] }),
  },
  "aws:sns/topic:Topic": {
    label: "topic",
    takesTlsOnly: (graph, server) =>
      byPolicy(graph, server, { type: "aws:sns/topicPolicy:TopicPolicy", path: "arn", actions: ["sns:Publish"] }),
  },
};

/** Type tokens of the services that applications connect to. */
export const serverTypes: readonly string[] = Object.keys(servers);

/** A service in words. */
export function serverHop(server: GraphResource): string {
  return `${labelOf(server)} "${server.name}"`;
}

export function labelOf(server: GraphResource): string {
  return servers[server.type]?.label ?? "service";
}

/** Where a service names its security groups. */
export function groupsPathOf(server: GraphResource): string | undefined {
  return servers[server.type]?.groups;
}

/** Whether a service takes connections with TLS only. */
export function takesTlsOnly(graph: StackGraph, server: GraphResource): Truth {
  return placed(server, servers[server.type]?.takesTlsOnly(graph, server) ?? Truth.yes);
}

function databaseTakesTls(graph: StackGraph, database: GraphResource, path: string, type: string): Truth {
  const engine = database.get("engine");
  // Oracle and Db2 do it by options, DocumentDB and Neptune by groups of their own services: other rules judge those.
  if (engine.matches(/^(oracle|db2|docdb|neptune|custom)/i).isYes) return Truth.yes;
  const isTaken = ["replicateSourceDb", "snapshotIdentifier", "replicationSourceIdentifier"].some((input) =>
    mayBeGiven(database.get(input)),
  );
  const byDefault =
    isTaken && engine.isAbsent ? Truth.unknown(placeOf(database, "engine")) : forcesTlsByDefault(database);
  const sets = (_: Value, group: GraphResource): Truth => groupForcesTls(group);
  return byGroup(graph, database, { path, type, sets, byDefault });
}

interface GroupQuestion {
  readonly path: string;
  readonly type: string;
  readonly sets: (parameters: Value, group: GraphResource) => Truth;
  /** What AWS's own group does. */
  readonly byDefault: Truth;
}

function byGroup(graph: StackGraph, server: GraphResource, { path, type, sets, byDefault }: GroupQuestion): Truth {
  const name = server.get(path);
  const isDefault = name.isGiven().isNo || name.matches(/^default[.:-]/i).isYes;
  const { targets, others } = linksOf(graph, server, name, [type]);
  if (targets.length === 0 && isDefault) return byDefault;
  // What a parameter group outside the stack sets is not known.
  const rest = others.isUnknown ? [others] : [];
  return Truth.all([...targets.map((group) => placed(group, sets(group.get("parameters"), group))), ...rest]);
}

interface PolicyQuestion {
  readonly type: string;
  readonly path: string;
  readonly actions: readonly string[];
}

function byPolicy(graph: StackGraph, server: GraphResource, { type, path, actions }: PolicyQuestion): Truth {
  const { own, stray } = companionsOf(graph, server, type, path, [server.type]);
  const refuses = [...own, server].map((one) => placed(one, refusesPlainHttp(one.get("policy"), actions)));
  return Truth.any([...refuses, ...stray.map((one) => Truth.unknown(placeOf(one, path)))]);
}
