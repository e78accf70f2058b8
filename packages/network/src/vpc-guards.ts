import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import type { PerTier } from "./tiers";
import { childTags, type NetworkContext, type VpcContext } from "./vpc-context";
import { NatStrategy, VpcEncryptionMode } from "./vpc-option-args";

/** Exempts what has to reach the internet gateway from the account's block of public access, and nothing else. */
export function createPublicAccessExemptions(context: VpcContext, subnets: PerTier<ec2.Subnet[]>): void {
  if (context.args.publicAccessExemption !== true) return;
  for (const [tier, mode] of [
    ["public", "allow-bidirectional"],
    ["egress", "allow-egress"],
  ] as const) {
    exemptFromBlock(
      context,
      tier,
      subnets[tier].map((subnet) => subnet.id),
      mode,
    );
  }
}

/** Exempts each of a tier's subnets. */
export function exemptFromBlock(
  context: NetworkContext,
  tier: "public" | "egress",
  subnetIds: readonly pulumi.Input<string>[],
  internetGatewayExclusionMode: "allow-bidirectional" | "allow-egress",
): void {
  subnetIds.forEach((subnetId, index) => {
    const childName = `${context.name}-${tier}-${index + 1}`;
    new ec2.VpcBlockPublicAccessExclusion(
      childName,
      { subnetId, internetGatewayExclusionMode, tags: childTags(context, childName, tier) },
      { parent: context.component },
    );
  });
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
