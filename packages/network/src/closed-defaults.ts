import * as ec2 from "@pulumi/aws/ec2";
import { childTags, type NetworkContext } from "./vpc-context";

/**
 * Takes over what AWS makes with every VPC and empties it, so that a resource which names no group, ACL or table of its
 * own gets no connection at all. The lists are empty rather than left out: what someone adds by hand then shows in the
 * next preview.
 */
export function closeDefaults(context: NetworkContext, vpc: ec2.Vpc): void {
  const { component, name } = context;
  const options = { parent: component };
  const childName = `${name}-default`;
  closeDefaultSecurityGroup(context);
  new ec2.DefaultNetworkAcl(
    childName,
    { defaultNetworkAclId: vpc.defaultNetworkAclId, ingress: [], egress: [], tags: childTags(context, childName) },
    options,
  );
  new ec2.DefaultRouteTable(
    childName,
    { defaultRouteTableId: vpc.defaultRouteTableId, routes: [], tags: childTags(context, childName) },
    options,
  );
}

/** Takes over the VPC's default security group and empties it. */
export function closeDefaultSecurityGroup(context: NetworkContext): void {
  const { component, name, vpcId } = context;
  const childName = `${name}-default`;
  new ec2.DefaultSecurityGroup(
    childName,
    { vpcId, ingress: [], egress: [], tags: childTags(context, childName) },
    { parent: component },
  );
}
