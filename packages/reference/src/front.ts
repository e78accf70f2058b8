import type * as pulumi from "@pulumi/pulumi";
import {
  ApplicationDistribution,
  cloudFrontRegion,
  InternalLoadBalancer,
  InternalLoadBalancerTier,
  PublicEdge,
  WebApplicationFirewall,
  WebApplicationFirewallScope,
} from "@hipaa-aws/edge";
import type { FargateServiceLoadBalancer } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import { createFailover, sharedNames } from "./failover";
import type { HipaaWebApplicationDistributionArgs } from "./front-args";
import type { LoadBalancerSurroundings } from "./load-balancers";
import { ownInRegion, type RegionalArgument } from "./own-region";
import { shieldBudget, shieldCapacity, shieldOf } from "./shield";

/** What people meet first, whichever it is. */
export interface Front {
  /** The load balancer that the web tier is behind. */
  readonly loadBalancer: FargateServiceLoadBalancer;
  /** Host names that the load balancer sees. */
  readonly hostNames: string[];
  /** Host name that AWS gave what people call. */
  readonly dnsName: pulumi.Output<string>;
  /** Hosted zone of that name. */
  readonly zoneId: pulumi.Output<string>;
  /** The web ACL of this Region; undefined where the web ACL serves CloudFront. */
  readonly webAclArn: pulumi.Output<string> | undefined;
}

/** Creates the public load balancer, or the distribution with the load balancer behind it. */
export function createFront(
  name: string,
  args: HipaaWebApplicationArgs,
  surroundings: LoadBalancerSurroundings,
  parent: pulumi.Resource,
): Front {
  const { distribution } = args;
  if (distribution !== undefined) return createDistribution(name, args, distribution, surroundings, parent);
  const { network, keys, buckets, alarmTopicArn } = surroundings;
  const { domainName, hostedZoneId, firewall, deletionProtection = true, tags } = args;
  const edge = new PublicEdge(
    `${name}-edge`,
    {
      ...firewall,
      ...shieldOf(args),
      ...shieldBudget(args),
      network,
      domainName,
      sharedNames: sharedNames(args),
      hostedZoneId,
      key: keys.logs,
      logBucket: buckets.loadBalancerLogs,
      deletionProtection,
      alarmTopicArn,
      tags,
    },
    { parent },
  );
  createFailover(name, args, edge, alarmTopicArn, parent);
  const { dnsName, zoneId, webAclArn } = edge;
  return { loadBalancer: edge, hostNames: [domainName, ...sharedNames(args)], dnsName, zoneId, webAclArn };
}

function createDistribution(
  name: string,
  args: HipaaWebApplicationArgs,
  { originDomainName, usEast1, contentSecurityPolicy, readTimeoutSeconds }: HipaaWebApplicationDistributionArgs,
  { network, keys, buckets, alarmTopicArn }: LoadBalancerSurroundings,
  parent: pulumi.Resource,
): Front {
  const { domainName, hostedZoneId, firewall, deletionProtection = true, tags } = args;
  const shared = { hostedZoneId, deletionProtection, tags };
  const loadBalancer = new InternalLoadBalancer(
    `${name}-origin`,
    {
      ...shared,
      tier: InternalLoadBalancerTier.Public,
      network,
      domainName: originDomainName,
      logBucket: buckets.loadBalancerLogs,
      alarmTopicArn,
    },
    { parent },
  );
  const ownKeyArn = () => ownInRegion(name, keys.logs, keyOfCloudFront, parent).apply(({ arn }) => arn);
  const key = { arn: usEast1?.logsKeyArn ?? ownKeyArn() };
  const topic = usEast1 === undefined ? alarmTopicArn : usEast1.alarmTopicArn;
  const { webAclArn } = new WebApplicationFirewall(
    `${name}-front`,
    {
      ...firewall,
      ...shieldCapacity(args),
      scope: WebApplicationFirewallScope.CloudFront,
      key,
      deletionProtection,
      tags,
    },
    { parent },
  );
  const { dnsName, zoneId } = new ApplicationDistribution(
    `${name}-front`,
    {
      ...shared,
      ...shieldOf(args),
      domainName,
      // The fields alone: a component among the arguments would be stored as a reference.
      origin: {
        loadBalancerArn: loadBalancer.loadBalancerArn,
        domainName: originDomainName,
        securityGroupId: loadBalancer.securityGroupId,
      },
      firewall: { webAclArn },
      key,
      ...(firewall?.allowedCountries && { allowedCountries: firewall.allowedCountries }),
      ...(contentSecurityPolicy !== undefined && { contentSecurityPolicy }),
      ...(readTimeoutSeconds !== undefined && { readTimeoutSeconds }),
      ...(topic !== undefined && { alarmTopicArn: topic }),
    },
    { parent },
  );
  return { loadBalancer, hostNames: [originDomainName], dnsName, zoneId, webAclArn: undefined };
}

/** The application's own key serves CloudFront in one Region alone. */
const keyOfCloudFront: RegionalArgument = {
  argument: "distribution.usEast1",
  regionIn: () => cloudFrontRegion,
  why: (region) => `CloudFront takes its key from ${region}`,
  mend: (region) => `Give the key and the topic of ${region}`,
};
