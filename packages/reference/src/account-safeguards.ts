import type * as pulumi from "@pulumi/pulumi";
import { ClosedDefaultVpc, PublicAccessBlock } from "@hipaa-aws/network";
import { ImageRegistry } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import type { ApplicationNetwork } from "./network";

/** Sets what an account has once in each Region, where this application is the one to set it. */
export function createAccountSafeguards(
  name: string,
  args: HipaaWebApplicationArgs,
  network: ApplicationNetwork,
  parent: pulumi.Resource,
): void {
  if (args.accountSafeguards !== true) return;
  // The exemptions first, which AWS takes before there is a block: a VPC in use would be cut off in between.
  new PublicAccessBlock(`${name}-public-access`, {}, { parent, dependsOn: [network] });
  const { defaultVpcId: vpcId, tags } = args;
  if (vpcId !== undefined) new ClosedDefaultVpc(`${name}-default-vpc`, { vpcId, tags }, { parent });
  new ImageRegistry(`${name}-registry`, { tags }, { parent });
}
