import { tags, type AwsEnvironment } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import type { VpcRanges } from "./address-plan";
import type { Tier } from "./tiers";
import type { VpcArgs } from "./vpc-args";
import type { VpcSettings } from "./vpc-checks";

/** What every builder needs that works in a VPC, whether new or existing. */
export interface NetworkContext {
  readonly component: pulumi.Resource;
  readonly name: string;
  readonly environment: AwsEnvironment;
  readonly vpcId: pulumi.Output<string>;
  readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** What every builder of a new VPC's parts needs. */
export interface VpcContext extends NetworkContext {
  readonly args: VpcArgs;
  readonly settings: VpcSettings;
  readonly ranges: VpcRanges;
}

/**
 * What a tier is to those who read the tag: the egress tier has a route to the internet gateway like the public one,
 * and holds NAT gateways.
 */
const tierTags: Readonly<Record<Tier, string>> = {
  public: "public",
  egress: "public",
  web: "web",
  app: "app",
  data: "data",
  endpoints: "endpoints",
  firewall: "firewall",
  hub: "hub",
};

/** The tags of a child, its name among them, and the tier it belongs to. */
export function childTags(
  context: Pick<NetworkContext, "tags">,
  childName: string,
  tier?: Tier,
): pulumi.Output<Record<string, string>> {
  return tags({}, context.tags, childName).apply((own) =>
    tier === undefined ? own : { "hipaa:tier": tierTags[tier], ...own },
  );
}
