import type { ResourceState } from "@hipaa-aws/stack-state";
import type { FlowNodeKind } from "./model";
import { canonicalType, known } from "./resource-graph";

/** How resources of one type stand in the picture. */
export interface NodeKind {
  readonly kind: FlowNodeKind;
  readonly what: string;
  /** Properties that lead to security groups, subnets or subnet groups, directly or through a launch template. */
  readonly network: readonly string[];
  /** The protocol that it speaks to its clients, where that is fixed. */
  readonly speaks?: string;
}

const vpcDatabase = ["vpcSecurityGroupIds", "dbSubnetGroupName"];

const table: ReadonlyMap<string, NodeKind> = new Map(
  Object.entries<NodeKind>({
    "aws:lb/loadBalancer:LoadBalancer": {
      kind: "load-balancer",
      what: "Load balancer",
      network: ["securityGroups", "subnets", "subnetMappings"],
    },
    "aws:elb/loadBalancer:LoadBalancer": {
      kind: "load-balancer",
      what: "Classic Load Balancer",
      network: ["securityGroups", "subnets"],
    },
    "aws:apigateway/restApi:RestApi": { kind: "entrance", what: "API Gateway (REST)", network: [] },
    "aws:apigatewayv2/api:Api": { kind: "entrance", what: "API Gateway (HTTP)", network: [] },
    "aws:cloudfront/distribution:Distribution": { kind: "entrance", what: "CloudFront distribution", network: [] },
    "aws:ecs/service:Service": { kind: "service", what: "ECS service", network: ["networkConfiguration"] },
    "aws:lambda/function:Function": { kind: "service", what: "Lambda function", network: ["vpcConfig"] },
    "aws:ec2/instance:Instance": {
      kind: "service",
      what: "EC2 instance",
      network: ["vpcSecurityGroupIds", "networkInterfaces", "subnetId"],
    },
    "aws:autoscaling/group:Group": {
      kind: "service",
      what: "Auto Scaling group",
      network: ["vpcZoneIdentifiers", "launchTemplate", "mixedInstancesPolicy"],
    },
    "aws:rds/instance:Instance": { kind: "database", what: "RDS database", network: vpcDatabase },
    "aws:rds/cluster:Cluster": { kind: "database", what: "Aurora cluster", network: vpcDatabase },
    "aws:rds/proxy:Proxy": {
      kind: "database",
      what: "RDS Proxy",
      network: ["vpcSecurityGroupIds", "vpcSubnetIds"],
    },
    "aws:docdb/cluster:Cluster": { kind: "database", what: "DocumentDB cluster", network: vpcDatabase },
    "aws:neptune/cluster:Cluster": {
      kind: "database",
      what: "Neptune cluster",
      network: ["vpcSecurityGroupIds", "neptuneSubnetGroupName"],
    },
    "aws:redshift/cluster:Cluster": {
      kind: "database",
      what: "Redshift cluster",
      network: ["vpcSecurityGroupIds", "clusterSubnetGroupName"],
    },
    "aws:opensearch/domain:Domain": { kind: "database", what: "OpenSearch domain", network: ["vpcOptions"] },
    "aws:elasticache/replicationGroup:ReplicationGroup": {
      kind: "cache",
      what: "ElastiCache",
      network: ["securityGroupIds", "subnetGroupName"],
      speaks: "Redis",
    },
    "aws:elasticache/cluster:Cluster": {
      kind: "cache",
      what: "ElastiCache cluster",
      network: ["securityGroupIds", "subnetGroupName"],
    },
    "aws:elasticache/serverlessCache:ServerlessCache": {
      kind: "cache",
      what: "ElastiCache Serverless",
      network: ["securityGroupIds", "subnetIds"],
    },
    "aws:memorydb/cluster:Cluster": {
      kind: "cache",
      what: "MemoryDB cluster",
      network: ["securityGroupIds", "subnetGroupName"],
      speaks: "Redis",
    },
    "aws:mq/broker:Broker": { kind: "messaging", what: "Amazon MQ broker", network: ["securityGroups", "subnetIds"] },
    "aws:efs/fileSystem:FileSystem": { kind: "storage", what: "EFS file system", network: [], speaks: "NFS" },
    "aws:s3/bucket:Bucket": { kind: "storage", what: "S3 bucket", network: [] },
    "aws:dynamodb/table:Table": { kind: "database", what: "DynamoDB table", network: [] },
    "aws:sqs/queue:Queue": { kind: "messaging", what: "SQS queue", network: [] },
    "aws:sns/topic:Topic": { kind: "messaging", what: "SNS topic", network: [] },
    "aws:kinesis/stream:Stream": { kind: "messaging", what: "Kinesis stream", network: [] },
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
      kind: "messaging",
      what: "Firehose stream",
      network: [],
    },
  }),
);

/** Types that a place in the picture stands for. */
export const nodeTypes: readonly string[] = [...table.keys()];

/** Types of stores and services that are called by AWS API, under IAM. */
export const apiTypes: readonly string[] = [
  "aws:s3/bucket:Bucket",
  "aws:dynamodb/table:Table",
  "aws:sqs/queue:Queue",
  "aws:sns/topic:Topic",
  "aws:kinesis/stream:Stream",
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
];

/** How a resource stands in the picture, or nothing when it is no place where data is or passes. */
export function nodeKindOf(resource: ResourceState): NodeKind | undefined {
  return table.get(canonicalType(resource.type));
}

/** What the resource is, with the facts that tell it from others of its type. */
export function describe(resource: ResourceState, kind: NodeKind): string {
  if (canonicalType(resource.type) === "aws:lb/loadBalancer:LoadBalancer") {
    const type = known(resource, "loadBalancerType");
    const family = type === "network" ? "Network" : type === "gateway" ? "Gateway" : "Application";
    const what = `${family} Load Balancer`;
    return isInternal(resource) ? `${what}, internal` : what;
  }
  const engine = engineName(resource);
  return engine && kind.kind !== "service" ? `${kind.what}, ${engine}` : kind.what;
}

/** Whether a load balancer takes no connections from the internet. An unknown value counts as open. */
export function isInternal(loadBalancer: ResourceState): boolean {
  return known(loadBalancer, "internal") === true;
}

const engines: readonly (readonly [prefix: string, name: string])[] = [
  ["aurora-postgresql", "PostgreSQL"],
  ["aurora-mysql", "MySQL"],
  ["postgres", "PostgreSQL"],
  ["mysql", "MySQL"],
  ["mariadb", "MariaDB"],
  ["oracle", "Oracle"],
  ["sqlserver", "SQL Server"],
  ["valkey", "Valkey"],
  ["redis", "Redis"],
  ["memcached", "Memcached"],
];

/** The engine's name when it is one that is known; any other value is not repeated. */
export function engineName(resource: ResourceState): string | undefined {
  const engine = known(resource, "engine") ?? known(resource, "engineFamily");
  if (typeof engine !== "string") return undefined;
  return engines.find(([prefix]) => engine.toLowerCase().startsWith(prefix))?.[1];
}
