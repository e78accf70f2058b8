import * as pulumi from "@pulumi/pulumi";
import type { ServiceAccessArgs } from "./access-args";
import { fileSystemInput } from "./file-systems";
import type { FargateServiceNetwork, ServiceTaskArgs } from "./task-args";

/**
 * The arguments of a task as the engine stores them with the component: plain data. Other components that were passed
 * whole are reduced to what is read of them, since a component as input would be stored as a reference.
 */
export function taskInputs(args: ServiceTaskArgs): pulumi.Inputs {
  const { cluster, network, logsKey, secretKeys, connections, fileSystems, access, environment, ...plain } = args;
  return {
    ...plain,
    // Names alone: a value may come from a resource that waits for the role which this component makes.
    environment: Object.keys(environment ?? {}),
    cluster: { clusterArn: cluster.clusterArn, clusterName: cluster.clusterName },
    network: networkInput(network),
    logsKey: keyInput(logsKey),
    secretKeys: secretKeys?.map(keyInput),
    connections: connections?.map(({ name, securityGroupId, port }) => ({ name, securityGroupId, port })),
    ...(fileSystems === undefined ? {} : { fileSystems: fileSystems.map(fileSystemInput) }),
    access: access === undefined ? undefined : accessInput(access),
  };
}

/** What a network is read for. */
export function networkInput(network: FargateServiceNetwork): pulumi.Inputs {
  return {
    vpcId: network.vpcId,
    webSubnetIds: network.webSubnetIds,
    appSubnetIds: network.appSubnetIds,
    endpointSecurityGroupId: network.endpointSecurityGroupId,
    s3PrefixListId: network.s3PrefixListId,
    dynamoDbPrefixListId: network.dynamoDbPrefixListId,
  };
}

/** What a key is read for. */
export function keyInput(key: pulumi.Input<{ arn: pulumi.Input<string> }>): { arn: pulumi.Output<string> } {
  return { arn: pulumi.output(key).apply(({ arn }) => arn) };
}

/** What the accessed components are read for. */
export function accessInput(access: ServiceAccessArgs): pulumi.Inputs {
  return {
    databases: access.databases?.map(({ database, ...rest }) => ({
      ...rest,
      database: { securityGroupId: database.securityGroupId, port: database.port, resourceId: database.resourceId },
    })),
    caches: access.caches?.map(({ name, cache }) => ({
      name,
      cache: {
        securityGroupId: cache.securityGroupId,
        port: cache.port,
        replicationGroupArn: cache.replicationGroupArn,
        userArn: cache.userArn,
      },
    })),
    buckets: access.buckets?.map(({ bucket, key, ...rest }) => ({
      ...rest,
      bucket: { bucketArn: bucket.bucketArn },
      key: keyInput(key),
    })),
    queues: access.queues?.map(({ queue, key, ...rest }) => ({
      ...rest,
      queue: { queueArn: queue.queueArn },
      key: keyInput(key),
    })),
    topics: access.topics?.map(({ name, topic, key }) => ({
      name,
      topic: { topicArn: topic.topicArn },
      key: keyInput(key),
    })),
    tables: access.tables?.map(({ table, key, ...rest }) => ({
      ...rest,
      table: { tableArn: table.tableArn },
      key: keyInput(key),
    })),
    secrets: access.secrets?.map(({ key, ...rest }) => ({ ...rest, key: keyInput(key) })),
    keys: access.keys?.map(({ key, ...rest }) => ({ ...rest, key: keyInput(key) })),
  };
}
