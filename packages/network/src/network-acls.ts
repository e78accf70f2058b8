import * as ec2 from "@pulumi/aws/ec2";
import type { AddressPlan } from "./address-plan";
import { aclRules, type AclRule, type Peer } from "./network-acl-rules";
import { perTier, type PerTier } from "./tiers";
import { NatStrategy } from "./vpc-args";
import { childTags, type VpcContext } from "./vpc-context";

/**
 * One network ACL for each tier. The rules are inline: the list is then complete, so that a rule added by hand shows in
 * the next preview, and AWS has all rules before the ACL is put on a subnet.
 */
export function createNetworkAcls(context: VpcContext, subnets: PerTier<ec2.Subnet[]>): PerTier<ec2.NetworkAcl> {
  const { component, name, settings, vpc } = context;
  return perTier((tier) => {
    const rules = aclRules(tier, settings.natStrategy !== NatStrategy.None);
    const entry = aclEntry(settings.plan);
    const aclName = `${name}-${tier}`;
    return new ec2.NetworkAcl(
      aclName,
      {
        vpcId: vpc.id,
        subnetIds: subnets[tier].map((subnet) => subnet.id),
        ingress: rules.ingress.map(entry),
        egress: rules.egress.map(entry),
        tags: childTags(context, aclName, tier),
      },
      { parent: component },
    );
  });
}

function aclEntry(plan: AddressPlan) {
  return ({ ruleNumber, action, peer, ports }: AclRule) => ({
    ruleNo: ruleNumber,
    action,
    cidrBlock: peerRange(plan, peer),
    // AWS takes ports with TCP alone; with every protocol both are 0.
    protocol: ports ? "tcp" : "-1",
    fromPort: ports?.from ?? 0,
    toPort: ports?.to ?? 0,
  });
}

function peerRange(plan: AddressPlan, peer: Peer): string {
  if (peer === "internet") return "0.0.0.0/0";
  return peer === "vpc" ? plan.cidrBlock : plan.tiers[peer].cidrBlock;
}
