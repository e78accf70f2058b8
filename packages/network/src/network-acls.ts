import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import type { VpcRanges } from "./address-plan";
import { aclRules, isRange, type AclRule, type Peer } from "./network-acl-rules";
import type { PerTier } from "./tiers";
import { childTags, type VpcContext } from "./vpc-context";

/**
 * One network ACL for each tier. The rules are inline: the list is then complete, so that a rule added by hand shows in
 * the next preview, and AWS has all rules before the ACL is put on a subnet.
 */
export function createNetworkAcls(context: VpcContext, subnets: PerTier<ec2.Subnet[]>): void {
  const { component, name, ranges, settings, vpcId } = context;
  const entry = aclEntry(ranges);
  for (const tier of settings.tiers) {
    const rules = aclRules(tier, settings.traffic);
    const aclName = `${name}-${tier}`;
    new ec2.NetworkAcl(
      aclName,
      {
        vpcId,
        subnetIds: subnets[tier].map((subnet) => subnet.id),
        ingress: rules.ingress.map(entry),
        egress: rules.egress.map(entry),
        tags: childTags(context, aclName, tier),
      },
      { parent: component },
    );
  }
}

function aclEntry(ranges: VpcRanges) {
  return ({ ruleNumber, action, peer, ports }: AclRule) => ({
    ruleNo: ruleNumber,
    action,
    cidrBlock: peerRange(ranges, peer),
    // AWS takes ports with TCP alone; with every protocol both are 0.
    protocol: ports ? "tcp" : "-1",
    fromPort: ports?.from ?? 0,
    toPort: ports?.to ?? 0,
  });
}

function peerRange(ranges: VpcRanges, peer: Peer): pulumi.Input<string> {
  if (peer === "internet") return "0.0.0.0/0";
  if (peer === "vpc") return ranges.cidrBlock;
  return isRange(peer) ? peer : ranges.tier(peer);
}
