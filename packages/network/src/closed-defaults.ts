import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { childTags, type NetworkContext } from "./vpc-context";

/**
 * Takes over what AWS makes with every VPC and empties it, so that a resource which names no group, ACL or table of its
 * own gets no connection at all. The lists are empty rather than left out: what someone adds by hand then shows in the
 * next preview.
 */
export function closeDefaults(context: NetworkContext, vpc: ec2.Vpc): void {
  const { component, name } = context;
  const childName = `${name}-default`;
  closeDefaultSecurityGroup(context);
  closeDefaultNetworkAcl(context, vpc.defaultNetworkAclId);
  new ec2.DefaultRouteTable(
    childName,
    { defaultRouteTableId: vpc.defaultRouteTableId, routes: [], tags: childTags(context, childName) },
    { parent: component },
  );
}

/** What is needed of a network whose defaults are closed. */
type ClosedNetwork = Pick<NetworkContext, "component" | "name" | "vpcId" | "tags">;

/** Takes over the VPC's default security group and empties it. */
export function closeDefaultSecurityGroup(context: ClosedNetwork): ec2.DefaultSecurityGroup {
  const { component, name, vpcId } = context;
  const childName = `${name}-default`;
  return new ec2.DefaultSecurityGroup(
    childName,
    { vpcId, ingress: [], egress: [], tags: childTags(context, childName) },
    { parent: component },
  );
}

/** Takes over a default network ACL and empties it. */
export function closeDefaultNetworkAcl(
  context: ClosedNetwork,
  defaultNetworkAclId: pulumi.Input<string>,
  options: pulumi.CustomResourceOptions = {},
): ec2.DefaultNetworkAcl {
  const childName = `${context.name}-default`;
  return new ec2.DefaultNetworkAcl(
    childName,
    { defaultNetworkAclId, ingress: [], egress: [], tags: childTags(context, childName) },
    { ...options, parent: context.component },
  );
}
