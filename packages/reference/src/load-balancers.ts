import type * as pulumi from "@pulumi/pulumi";
import { InternalLoadBalancer } from "@hipaa-aws/edge";
import type { KeyRing } from "@hipaa-aws/keys";
import type { PrivateZone } from "@hipaa-aws/network";
import type { HipaaWebApplicationArgs } from "./args";
import type { Buckets } from "./buckets";
import { createFront, type Front } from "./front";
import { createShieldResponse } from "./shield";
import type { ApplicationNetwork } from "./network";

/** What the load balancers are wired to. */
export interface LoadBalancerSurroundings {
  readonly network: ApplicationNetwork;
  readonly keys: KeyRing;
  readonly buckets: Buckets;
  readonly alarmTopicArn: pulumi.Output<string>;
  /** The zone that answers the internal load balancer's name, where it is not the public one. */
  readonly privateZone: PrivateZone | undefined;
}

/** Creates what people meet first, with its web application firewall, and the load balancer before the app tier. */
export function createLoadBalancers(
  name: string,
  args: HipaaWebApplicationArgs,
  surroundings: LoadBalancerSurroundings,
  parent: pulumi.Resource,
): { front: Front; internalLoadBalancer: InternalLoadBalancer } {
  const { network, buckets, alarmTopicArn, privateZone } = surroundings;
  createShieldResponse(name, args, parent);
  const { internalDomainName, deletionProtection = true, hostedZoneId, tags } = args;
  return {
    front: createFront(name, args, surroundings, parent),
    internalLoadBalancer: new InternalLoadBalancer(
      `${name}-internal`,
      {
        network,
        hostedZoneId,
        domainName: internalDomainName,
        ...(privateZone && { aliasZoneId: privateZone.zoneId }),
        logBucket: buckets.loadBalancerLogs,
        deletionProtection,
        alarmTopicArn,
        tags,
      },
      { parent },
    ),
  };
}
