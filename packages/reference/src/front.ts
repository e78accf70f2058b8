import * as pulumi from "@pulumi/pulumi";
import {
  ApplicationDistribution,
  InternalLoadBalancer,
  InternalLoadBalancerTier,
  PublicEdge,
  WebApplicationFirewall,
  WebApplicationFirewallScope,
} from "@hipaa-aws/edge";
import { awsEnvironment, checksFor } from "@hipaa-aws/foundation";
import type { FargateServiceLoadBalancer } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import { createFailover, sharedNames } from "./failover";
import type { HipaaWebApplicationDistributionArgs } from "./front-args";
import type { LoadBalancerSurroundings } from "./load-balancers";
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

const cloudFrontRegion = "us-east-1";

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
  const key = { arn: usEast1?.logsKeyArn ?? ownKey(name, keys.logs, parent) };
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

/** The application's own key, which serves CloudFront in one Region alone. */
function ownKey(name: string, key: pulumi.Output<{ arn: string }>, parent: pulumi.Resource): pulumi.Output<string> {
  return pulumi.all([key, awsEnvironment(parent).region]).apply(([{ arn }, region]) => {
    if (region === cloudFrontRegion) return arn;
    return checksFor("HipaaWebApplication", name).fail(
      "distribution.usEast1",
      `is missing, and the application is in ${region}: CloudFront takes its key from ${cloudFrontRegion}`,
      `Give the key and the topic of ${cloudFrontRegion}`,
    );
  });
}
