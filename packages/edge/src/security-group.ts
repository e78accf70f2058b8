import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { tags } from "@hipaa-aws/foundation";

/**
 * The load balancer's security group. It has no rules of its own: who calls it and who is called by it each bring the
 * pair of rules that this needs.
 */
export function securityGroup(
  name: string,
  vpcId: pulumi.Input<string>,
  tier: "public" | "app",
  own: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): ec2.SecurityGroup {
  return new ec2.SecurityGroup(
    `${name}-load-balancer`,
    {
      vpcId,
      description: `Load balancer ${name}`,
      revokeRulesOnDelete: true,
      tags: tags({ tier }, own),
    },
    { parent },
  );
}

/** Opens 443 and 80 to the internet. The listener on 80 only redirects. */
export function publicIngress(
  name: string,
  group: ec2.SecurityGroup,
  dualStack: boolean,
  parent: pulumi.Resource,
): void {
  const open = [
    { suffix: "https", port: 443, description: "HTTPS from the internet" },
    { suffix: "http", port: 80, description: "HTTP from the internet, answered by a redirect to HTTPS" },
  ];
  for (const { suffix, port, description } of open) {
    const rule = { securityGroupId: group.id, ipProtocol: "tcp", fromPort: port, toPort: port, description };
    new vpc.SecurityGroupIngressRule(`${name}-${suffix}-ipv4`, { ...rule, cidrIpv4: "0.0.0.0/0" }, { parent });
    if (dualStack)
      new vpc.SecurityGroupIngressRule(`${name}-${suffix}-ipv6`, { ...rule, cidrIpv6: "::/0" }, { parent });
  }
}
