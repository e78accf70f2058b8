import type * as pulumi from "@pulumi/pulumi";
import { InternalLoadBalancer, PublicEdge } from "@hipaa-aws/edge";
import type { KeyRing } from "@hipaa-aws/keys";
import type { Vpc } from "@hipaa-aws/network";
import type { HipaaWebApplicationArgs } from "./args";
import type { Buckets } from "./buckets";

/** What the load balancers are wired to. */
export interface LoadBalancerSurroundings {
  readonly network: Vpc;
  readonly keys: KeyRing;
  readonly buckets: Buckets;
  readonly alarmTopicArn: pulumi.Output<string>;
}

/** Creates the public load balancer with its web application firewall, and the internal one. */
export function createLoadBalancers(
  name: string,
  args: HipaaWebApplicationArgs,
  { network, keys, buckets, alarmTopicArn }: LoadBalancerSurroundings,
  parent: pulumi.Resource,
): { publicEdge: PublicEdge; internalLoadBalancer: InternalLoadBalancer } {
  const { deletionProtection = true, hostedZoneId, tags } = args;
  const shared = {
    network,
    hostedZoneId,
    logBucket: buckets.loadBalancerLogs,
    deletionProtection,
    alarmTopicArn,
    tags,
  };
  return {
    publicEdge: new PublicEdge(
      `${name}-edge`,
      { ...shared, ...args.firewall, domainName: args.domainName, key: keys.logs },
      { parent },
    ),
    internalLoadBalancer: new InternalLoadBalancer(
      `${name}-internal`,
      { ...shared, domainName: args.internalDomainName },
      { parent },
    ),
  };
}
