import * as ec2 from "@pulumi/aws/ec2";
import type { PerTier } from "./tiers";
import { childTags, type VpcContext } from "./vpc-context";
import { NatStrategy, VpcEncryptionMode } from "./vpc-option-args";

/** Exempts what has to reach the internet gateway from the account's block of public access, and nothing else. */
export function createPublicAccessExemptions(context: VpcContext, subnets: PerTier<ec2.Subnet[]>): void {
  const { args, component, name } = context;
  if (args.publicAccessExemption !== true) return;
  for (const [tier, mode] of [
    ["public", "allow-bidirectional"],
    ["egress", "allow-egress"],
  ] as const) {
    subnets[tier].forEach((subnet, index) => {
      const childName = `${name}-${tier}-${index + 1}`;
      new ec2.VpcBlockPublicAccessExclusion(
        childName,
        { subnetId: subnet.id, internetGatewayExclusionMode: mode, tags: childTags(context, childName, tier) },
        { parent: component },
      );
    });
  }
}

/** Watches over the encryption of traffic inside the VPC, where it is asked for. */
export function createEncryptionControl(context: VpcContext): void {
  const { args, component, name, settings, vpcId } = context;
  if (args.encryptionControl === undefined) return;
  const childName = `${name}-encryption`;
  const enforced = args.encryptionControl === VpcEncryptionMode.Enforce;
  const gateways = settings.natStrategy === NatStrategy.None ? {} : { natGatewayExclusion: "enable" };
  new ec2.VpcEncryptionControl(
    childName,
    {
      vpcId,
      mode: args.encryptionControl,
      // What leaves the VPC through these is beyond AWS's encryption, and TLS alone protects it.
      ...(enforced ? { internetGatewayExclusion: "enable", ...gateways } : {}),
      tags: childTags(context, childName),
    },
    { parent: component },
  );
}
