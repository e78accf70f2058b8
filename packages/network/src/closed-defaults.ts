import * as ec2 from "@pulumi/aws/ec2";
import { childTags, type VpcContext } from "./vpc-context";

/**
 * Takes over what AWS makes with every VPC and empties it, so that a resource which names no group, ACL or table of its
 * own gets no connection at all. The lists are empty rather than left out: what someone adds by hand then shows in the
 * next preview.
 */
export function closeDefaults(context: VpcContext): void {
  const { component, name, vpc } = context;
  const options = { parent: component };
  const childName = `${name}-default`;
  new ec2.DefaultSecurityGroup(
    childName,
    { vpcId: vpc.id, ingress: [], egress: [], tags: childTags(context, childName) },
    options,
  );
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
