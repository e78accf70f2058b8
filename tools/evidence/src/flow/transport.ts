import type { ResourceState, StateValue } from "@hipaa-aws/stack-state";
import type { HopEncryption } from "./model";
import { engineName, nodeKindOf } from "./node-kinds";
import { blocks, canonicalType, known, type ResourceGraph } from "./resource-graph";

/** What a client of a data store speaks, and whether the store refuses to speak it without TLS, or the client does. */
export function transportOf(
  store: ResourceState,
  graph: ResourceGraph,
  client?: ResourceState,
): { name: string; encryption: HopEncryption } | undefined {
  const kind = nodeKindOf(store);
  if (!kind || (kind.kind !== "database" && kind.kind !== "cache" && kind.kind !== "storage")) return undefined;
  const name = engineName(store) ?? kind.speaks ?? "TCP";
  const mounted = client !== undefined && mountsByTls(client, store, graph);
  const encryption = mounted ? "tls" : refusesPlainText(store, graph);
  return { name: encryption === "tls" ? `${name} over TLS` : name, encryption };
}

function refusesPlainText(store: ResourceState, graph: ResourceGraph): HopEncryption {
  switch (canonicalType(store.type)) {
    case "aws:rds/instance:Instance":
      return byParameters(store, "parameterGroupName", "aws:rds/parameterGroup:ParameterGroup", graph);
    case "aws:rds/cluster:Cluster": {
      const groups = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
      return byParameters(store, "dbClusterParameterGroupName", groups, graph);
    }
    case "aws:redshift/cluster:Cluster": {
      const groups = "aws:redshift/parameterGroup:ParameterGroup";
      return byParameters(store, "clusterParameterGroupName", groups, graph);
    }
    case "aws:rds/proxy:Proxy":
      return known(store, "requireTls") === true ? "tls" : "unproven";
    case "aws:elasticache/replicationGroup:ReplicationGroup":
    case "aws:elasticache/cluster:Cluster":
      if (known(store, "transitEncryptionEnabled") === true) {
        return known(store, "transitEncryptionMode") === "preferred" ? "unproven" : "tls";
      }
      // Off is the default; a value that is there and not known proves nothing.
      return [undefined, false].includes(store.inputs.transitEncryptionEnabled as boolean | undefined)
        ? "plain"
        : "unproven";
    case "aws:elasticache/serverlessCache:ServerlessCache":
      return "tls";
    case "aws:memorydb/cluster:Cluster":
      if (store.inputs.tlsEnabled === undefined) return "tls";
      return known(store, "tlsEnabled") === true ? "tls" : "unproven";
    case "aws:opensearch/domain:Domain":
      return blocks(known(store, "domainEndpointOptions")).some((options) => options.enforceHttps === true)
        ? "tls"
        : "unproven";
    case fileSystemType:
      return graph
        .referrers(store, "aws:efs/fileSystemPolicy:FileSystemPolicy", "fileSystemId")
        .some((policy) => deniesPlainText(known(policy, "policy")))
        ? "tls"
        : "unproven";
    default:
      return "unproven";
  }
}

const fileSystemType = "aws:efs/fileSystem:FileSystem";
const taskType = "aws:ecs/taskDefinition:TaskDefinition";

/** Whether a policy denies everybody what is not sent by TLS. What cannot be read proves nothing. */
function deniesPlainText(policy: StateValue | undefined): boolean {
  return blocks(blocks(parsed(policy))[0]?.Statement).some((statement) => {
    const { Effect: effect, Principal: principal, Condition: condition } = statement;
    const everybody = principal === "*" || blocks(principal).some(({ AWS: account }) => account === "*");
    return effect === "Deny" && everybody && JSON.stringify(condition) === plainText;
  });
}

const plainText = JSON.stringify({ Bool: { "aws:SecureTransport": "false" } });

function parsed(policy: StateValue | undefined): StateValue | undefined {
  if (typeof policy !== "string") return undefined;
  try {
    return JSON.parse(policy) as StateValue;
  } catch {
    return undefined;
  }
}

/** Whether the client is an ECS service that mounts the file system by TLS alone. */
function mountsByTls(client: ResourceState, store: ResourceState, graph: ResourceGraph): boolean {
  if (canonicalType(store.type) !== fileSystemType) return false;
  const volumes = graph
    .references(client, "taskDefinition", taskType)
    .filter((task) => graph.references(task, "volumes", fileSystemType).includes(store))
    .flatMap((task) => blocks(known(task, "volumes")))
    .flatMap((volume) => blocks(volume.efsVolumeConfiguration));
  return volumes.length > 0 && volumes.every((volume) => volume.transitEncryption === "ENABLED");
}

/** Parameters that make a server refuse connections without TLS, with the values that do. */
const forcing: ReadonlyMap<unknown, readonly string[]> = new Map([
  ["rds.force_ssl", ["1", "true", "on"]],
  ["require_secure_transport", ["1", "true", "on"]],
  ["require_ssl", ["true"]],
]);

function byParameters(store: ResourceState, property: string, groupType: string, graph: ResourceGraph): HopEncryption {
  const parameters = graph
    .references(store, property, groupType)
    .flatMap((group) => blocks(known(group, "parameters")));
  const forced = parameters.some(({ name, value }) => {
    const text = typeof value === "string" || typeof value === "number" ? String(value).toLowerCase() : "";
    return forcing.get(name)?.includes(text);
  });
  return forced ? "tls" : "unproven";
}
