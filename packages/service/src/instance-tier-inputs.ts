import type * as pulumi from "@pulumi/pulumi";
import { accessInput, keyInput, networkInput } from "./component-inputs";
import type { InstanceTierArgs } from "./instance-tier-args";

/** The arguments as the engine stores them with the component: plain data. */
export function instanceInputs(args: InstanceTierArgs): pulumi.Inputs {
  const { network, loadBalancer, volumesKey, logsKey, access, connections, ...plain } = args;
  return {
    ...plain,
    network: networkInput(network),
    loadBalancer: {
      httpsListenerArn: loadBalancer.httpsListenerArn,
      securityGroupId: loadBalancer.securityGroupId,
      loadBalancerArnSuffix: loadBalancer.loadBalancerArnSuffix,
    },
    volumesKey: keyInput(volumesKey),
    logsKey: keyInput(logsKey),
    access: access === undefined ? undefined : accessInput(access),
    connections: connections?.map(({ name, securityGroupId, port }) => ({ name, securityGroupId, port })),
  };
}
