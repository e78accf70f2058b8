import { tags, type AwsEnvironment } from "@hipaa-aws/foundation";
import type * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import type { Tier } from "./tiers";
import type { VpcArgs } from "./vpc-args";
import type { VpcSettings } from "./vpc-checks";

/** What every builder of the VPC's parts needs. */
export interface VpcContext {
  readonly component: pulumi.Resource;
  readonly name: string;
  readonly args: VpcArgs;
  readonly settings: VpcSettings;
  readonly environment: AwsEnvironment;
  readonly vpc: ec2.Vpc;
}

/** The tags of a child, its name among them, and the tier it belongs to. */
export function childTags(
  context: Pick<VpcContext, "args">,
  childName: string,
  tier?: Tier,
): pulumi.Output<Record<string, string>> {
  if (tier !== "endpoints") return tags({ tier }, context.args.tags, childName);
  const own = pulumi.output(context.args.tags);
  return tags(
    {},
    own.apply((given) => ({ "hipaa:tier": tier, ...given })),
    childName,
  );
}
