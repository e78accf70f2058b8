import type * as pulumi from "@pulumi/pulumi";
import { keyInput, taskInputs } from "./component-inputs";
import type { FargateServiceArgs } from "./fargate-service-args";

/** The arguments as the engine stores them with the component. */
export function componentInputs(args: FargateServiceArgs): pulumi.Inputs {
  const { loadBalancer, serviceConnect } = args;
  return {
    ...taskInputs(args),
    loadBalancer: {
      httpsListenerArn: loadBalancer.httpsListenerArn,
      securityGroupId: loadBalancer.securityGroupId,
      loadBalancerArnSuffix: loadBalancer.loadBalancerArnSuffix,
    },
    ...(serviceConnect === undefined
      ? {}
      : {
          serviceConnect: {
            namespaceArn: serviceConnect.namespaceArn,
            discoveryName: serviceConnect.discoveryName,
            key: keyInput(serviceConnect.key),
          },
        }),
  };
}
