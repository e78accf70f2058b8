import type { CreationWithId, ServiceSimulation } from "../type-simulation";
import { ordinal } from "../identifiers";

/** Ports by the beginning of the engine's name. Source: Amazon RDS User Guide. */
const ports: readonly [engine: string, port: number][] = [
  ["aurora-postgresql", 5432],
  ["postgres", 5432],
  ["aurora-mysql", 3306],
  ["mysql", 3306],
  ["mariadb", 3306],
  ["oracle", 1521],
  ["sqlserver", 1433],
  ["docdb", 27017],
  ["neptune", 8182],
];

const arn = (kind: string, input: string) => `arn:{partition}:rds:{region}:{account}:${kind}:{${input}|id}`;

/** Amazon RDS, Aurora, DocumentDB, Neptune, DynamoDB, Redshift. */
export const databases: ServiceSimulation = {
  "aws:rds/instance:Instance": {
    id: "db-{upper26}",
    arn: "arn:{partition}:rds:{region}:{account}:db:{identifier|generated}",
    outputs: {
      identifier: "tf-{digits26}",
      resourceId: "{id}",
      address: (db) => db.fill("{identifier|generated}.{lower12}.{region}.rds.{suffix}"),
      endpoint: (db) => db.fill(`{identifier|generated}.{lower12}.{region}.rds.{suffix}:${port(db)}`),
      hostedZoneId: "Z{upper13}",
      port,
      status: "available",
      engineVersionActual: ({ inputs }) => inputs.engineVersion,
      masterUserSecrets: managedSecret,
    },
  },
  "aws:rds/cluster:Cluster": {
    id: "{clusterIdentifier|generated}",
    arn: arn("cluster", "clusterIdentifier"),
    outputs: {
      ...clusterOutputs("rds"),
      clusterResourceId: "cluster-{upper26}",
      engineVersionActual: ({ inputs }) => inputs.engineVersion,
      masterUserSecrets: managedSecret,
    },
  },
  "aws:rds/clusterInstance:ClusterInstance": {
    id: "{identifier|generated}",
    arn: arn("db", "identifier"),
    outputs: {
      identifier: "{id}",
      dbiResourceId: "db-{upper26}",
      endpoint: "{id}.{lower12}.{region}.rds.{suffix}",
      port,
      writer: false,
    },
  },
  "aws:rds/subnetGroup:SubnetGroup": {
    id: "{name}",
    arn: arn("subgrp", "name"),
    autoname: { property: "name", maxLength: 255, lowerCase: true },
  },
  "aws:rds/parameterGroup:ParameterGroup": {
    id: "{name}",
    arn: arn("pg", "name"),
    autoname: { property: "name", maxLength: 255, lowerCase: true },
  },
  "aws:rds/clusterParameterGroup:ClusterParameterGroup": {
    id: "{name}",
    arn: arn("cluster-pg", "name"),
    autoname: { property: "name", maxLength: 255, lowerCase: true },
  },
  "aws:rds/optionGroup:OptionGroup": {
    id: "{name}",
    arn: arn("og", "name"),
    autoname: { property: "name", maxLength: 255, lowerCase: true },
  },
  "aws:rds/eventSubscription:EventSubscription": {
    id: "{name}",
    arn: arn("es", "name"),
    outputs: { customerAwsId: "{account}" },
  },
  "aws:rds/proxy:Proxy": {
    id: "{name}",
    arn: "arn:{partition}:rds:{region}:{account}:db-proxy:prx-{hex17}",
    outputs: { endpoint: "{name}.proxy-{lower12}.{region}.rds.{suffix}" },
    autoname: { property: "name", maxLength: 63, lowerCase: true },
  },
  "aws:rds/clusterActivityStream:ClusterActivityStream": {
    id: "{resourceArn}",
    outputs: { kinesisStreamName: "aws-rds-das-cluster-{upper26}" },
  },
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": {
    id: "{dbProxyName}",
    arn: "arn:{partition}:rds:{region}:{account}:target-group:prx-tg-{hex17}",
    outputs: { name: "default" },
  },
  "aws:rds/proxyTarget:ProxyTarget": {
    id: "{dbProxyName}/default/{dbInstanceIdentifier|dbClusterIdentifier|generated}",
    outputs: {
      type: ({ inputs }) => (inputs.dbClusterIdentifier === undefined ? "RDS_INSTANCE" : "TRACKED_CLUSTER"),
      endpoint: "{generated}.{lower12}.{region}.rds.{suffix}",
      port: 5432,
    },
  },
  "aws:rds/globalCluster:GlobalCluster": {
    id: "{globalClusterIdentifier}",
    arn: "arn:{partition}:rds::{account}:global-cluster:{globalClusterIdentifier}",
    outputs: { globalClusterResourceId: "cluster-{hex16}" },
  },
  "aws:docdb/cluster:Cluster": {
    id: "{clusterIdentifier|generated}",
    arn: arn("cluster", "clusterIdentifier"),
    outputs: { ...clusterOutputs("docdb"), clusterResourceId: "cluster-{upper26}" },
  },
  "aws:docdb/clusterInstance:ClusterInstance": {
    id: "{identifier|generated}",
    arn: arn("db", "identifier"),
    outputs: {
      identifier: "{id}",
      dbiResourceId: "db-{upper26}",
      endpoint: "{id}.{lower12}.{region}.docdb.{suffix}",
      port: 27017,
    },
  },
  "aws:docdb/subnetGroup:SubnetGroup": {
    id: "{name}",
    arn: arn("subgrp", "name"),
    autoname: { property: "name", maxLength: 255, lowerCase: true },
  },
  "aws:neptune/cluster:Cluster": {
    id: "{clusterIdentifier|generated}",
    arn: arn("cluster", "clusterIdentifier"),
    outputs: { ...clusterOutputs("neptune"), clusterResourceId: "cluster-{upper26}" },
  },
  "aws:dynamodb/table:Table": {
    id: "{name}",
    arn: "arn:{partition}:dynamodb:{region}:{account}:table/{name}",
    outputs: {
      streamArn: ({ inputs, fill }) =>
        inputs.streamEnabled ? fill("{arn}/stream/2026-01-01T00:00:00.000") : undefined,
      billingMode: "PROVISIONED",
    },
    autoname: { property: "name", maxLength: 255 },
  },
  "aws:redshift/cluster:Cluster": {
    id: "{clusterIdentifier}",
    arn: "arn:{partition}:redshift:{region}:{account}:cluster:{clusterIdentifier}",
    outputs: {
      endpoint: "{clusterIdentifier}.{lower12}.{region}.redshift.{suffix}:5439",
      dnsName: "{clusterIdentifier}.{lower12}.{region}.redshift.{suffix}",
      port: 5439,
      clusterNamespaceArn: "arn:{partition}:redshift:{region}:{account}:namespace:{uuid}",
      masterPasswordSecretArn:
        "arn:{partition}:secretsmanager:{region}:{account}:secret:redshift!{clusterIdentifier}-{lower6}",
    },
  },
  "aws:redshiftserverless/namespace:Namespace": {
    id: "{namespaceName|name}",
    arn: "arn:{partition}:redshift-serverless:{region}:{account}:namespace/{uuid}",
    outputs: {
      namespaceId: "{uuid}",
      adminPasswordSecretArn:
        "arn:{partition}:secretsmanager:{region}:{account}:secret:redshift!{namespaceName|name}-{lower6}",
    },
  },
  "aws:redshiftserverless/workgroup:Workgroup": {
    id: "{workgroupName|name}",
    arn: "arn:{partition}:redshift-serverless:{region}:{account}:workgroup/{uuid}",
    outputs: {
      workgroupId: "{uuid}",
      endpoints: ({ fill }: CreationWithId) => [
        { address: fill("{workgroupName|name}.{account}.{region}.redshift-serverless.{suffix}"), port: 5439 },
      ],
    },
  },
  "aws:redshift/subnetGroup:SubnetGroup": {
    id: "{name}",
    arn: "arn:{partition}:redshift:{region}:{account}:subnetgroup:{name}",
    autoname: { property: "name", maxLength: 255, lowerCase: true },
  },
};

function clusterOutputs(host: string) {
  return {
    clusterIdentifier: "{id}",
    endpoint: `{id}.cluster-{lower12}.{region}.${host}.{suffix}`,
    readerEndpoint: `{id}.cluster-ro-{lower12}.{region}.${host}.{suffix}`,
    hostedZoneId: "Z{upper13}",
    port,
  };
}

function port({ inputs, type }: CreationWithId): number {
  if (typeof inputs.port === "number") return inputs.port;
  const engine = typeof inputs.engine === "string" ? inputs.engine : (type.split(/[:/]/)[1] ?? "");
  return ports.find(([start]) => engine.startsWith(start))?.[1] ?? 5432;
}

/** The secret that RDS itself keeps, where it manages the password. */
function managedSecret({ inputs, seed, fill }: CreationWithId) {
  if (inputs.manageMasterUserPassword !== true) return [];
  return [
    {
      kmsKeyId:
        inputs.masterUserSecretKmsKeyId ?? fill("arn:{partition}:kms:{region}:{account}:alias/aws/secretsmanager"),
      secretArn: fill(
        `arn:{partition}:secretsmanager:{region}:{account}:secret:rds!db-{uuid}-${ordinal(seed, 899999) + 100000}`,
      ),
      secretStatus: "active",
    },
  ];
}
