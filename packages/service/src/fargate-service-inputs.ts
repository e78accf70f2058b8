import * as pulumi from "@pulumi/pulumi";
import type { FargateServiceArgs } from "./fargate-service-args";

/**
 * The arguments as the engine stores them with the component: plain data. Other components that were passed whole are
 * reduced to what is read of them, since a component as input would be stored as a reference.
 */
export function componentInputs(args: FargateServiceArgs): pulumi.Inputs {
  const { cluster, network, loadBalancer, logsKey, secretKeys, connections, ...plain } = args;
  return {
    ...plain,
    cluster: { clusterArn: cluster.clusterArn, clusterName: cluster.clusterName },
    network: {
      vpcId: network.vpcId,
      webSubnetIds: network.webSubnetIds,
      appSubnetIds: network.appSubnetIds,
      endpointSecurityGroupId: network.endpointSecurityGroupId,
      s3PrefixListId: network.s3PrefixListId,
    },
    loadBalancer: {
      httpsListenerArn: loadBalancer.httpsListenerArn,
      securityGroupId: loadBalancer.securityGroupId,
      loadBalancerArnSuffix: loadBalancer.loadBalancerArnSuffix,
    },
    logsKey: keyInput(logsKey),
    secretKeys: secretKeys?.map(keyInput),
    connections: connections?.map(({ name, securityGroupId, port }) => ({ name, securityGroupId, port })),
  };
}

function keyInput(key: pulumi.Input<{ arn: pulumi.Input<string> }>): { arn: pulumi.Output<string> } {
  return { arn: pulumi.output(key).apply(({ arn }) => arn) };
}
