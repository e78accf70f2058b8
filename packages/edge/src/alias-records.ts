import type * as lb from "@pulumi/aws/lb";
import * as route53 from "@pulumi/aws/route53";
import type * as pulumi from "@pulumi/pulumi";

/** Alias records of the domain: A, and AAAA where the load balancer has IPv6 addresses. */
export function aliasRecords(
  name: string,
  domainName: string,
  zoneId: pulumi.Input<string>,
  balancer: lb.LoadBalancer,
  dualStack: boolean,
  parent: pulumi.Resource,
): void {
  for (const type of dualStack ? ["A", "AAAA"] : ["A"]) {
    new route53.Record(
      `${name}-alias-${type.toLowerCase()}`,
      {
        zoneId,
        name: domainName,
        type,
        aliases: [{ name: balancer.dnsName, zoneId: balancer.zoneId, evaluateTargetHealth: true }],
      },
      { parent },
    );
  }
}
