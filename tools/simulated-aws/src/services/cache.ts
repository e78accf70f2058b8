import type { CreationWithId, ServiceSimulation } from "../type-simulation";

const arn = (kind: string, input: string) => `arn:{partition}:elasticache:{region}:{account}:${kind}:{${input}}`;
const host = "{replicationGroupId}.{lower6}.{region}.cache.{suffix}";

/** Amazon ElastiCache and MemoryDB. */
export const cache: ServiceSimulation = {
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    id: "{replicationGroupId}",
    arn: arn("replicationgroup", "replicationGroupId"),
    outputs: {
      primaryEndpointAddress: (group) => (isCluster(group) ? undefined : group.fill(`master.${host}`)),
      readerEndpointAddress: (group) => (isCluster(group) ? undefined : group.fill(`replica.${host}`)),
      configurationEndpointAddress: (group) => (isCluster(group) ? group.fill(`clustercfg.${host}`) : undefined),
      clusterEnabled: isCluster,
      engineVersionActual: ({ inputs }) => inputs.engineVersion,
      memberClusters: (group) => memberClusters(group),
      port: 6379,
    },
    autoname: { property: "replicationGroupId", maxLength: 40, lowerCase: true },
  },
  "aws:elasticache/cluster:Cluster": {
    id: "{clusterId}",
    arn: arn("cluster", "clusterId"),
    outputs: { clusterAddress: "{clusterId}.{lower6}.{region}.cache.{suffix}", port: 6379 },
    autoname: { property: "clusterId", maxLength: 50, lowerCase: true },
  },
  "aws:elasticache/subnetGroup:SubnetGroup": { id: "{name}", arn: arn("subnetgroup", "name") },
  "aws:elasticache/parameterGroup:ParameterGroup": { id: "{name}", arn: arn("parametergroup", "name") },
  "aws:elasticache/user:User": { id: "{userId}", arn: arn("user", "userId") },
  "aws:elasticache/userGroup:UserGroup": { id: "{userGroupId}", arn: arn("usergroup", "userGroupId") },
  "aws:elasticache/serverlessCache:ServerlessCache": {
    id: "{name}",
    arn: arn("serverlesscache", "name"),
    outputs: {
      endpoints: ({ fill }) => [{ address: fill("{name}-{lower6}.serverless.{region}.cache.{suffix}"), port: 6379 }],
      readerEndpoints: ({ fill }) => [
        { address: fill("{name}-{lower6}.serverless.{region}.cache.{suffix}"), port: 6380 },
      ],
      status: "available",
    },
  },
  "aws:memorydb/cluster:Cluster": {
    id: "{name}",
    arn: "arn:{partition}:memorydb:{region}:{account}:cluster/{name}",
    outputs: {
      clusterEndpoints: ({ fill }) => [
        { address: fill("clustercfg.{name}.{lower6}.memorydb.{region}.{suffix}"), port: 6379 },
      ],
    },
  },
};

function isCluster({ inputs }: CreationWithId): boolean {
  const shards = inputs.numNodeGroups;
  return inputs.clusterMode === "enabled" || (typeof shards === "number" && shards > 1);
}

// With cluster mode the number of the shard comes before that of the node.
function memberClusters({ inputs, id }: CreationWithId): string[] {
  const { numNodeGroups: shards, replicasPerNodeGroup: replicas, numCacheClusters: nodes } = inputs;
  const count = (value: unknown, otherwise: number) => (typeof value === "number" ? value : otherwise);
  const numbered = (prefix: string, length: number, digits: number) =>
    Array.from({ length }, (_, index) => `${prefix}-${String(index + 1).padStart(digits, "0")}`);
  if (typeof shards !== "number") return numbered(id, count(nodes, 1), 3);
  return numbered(id, shards, 4).flatMap((shard) => numbered(shard, 1 + count(replicas, 0), 3));
}
