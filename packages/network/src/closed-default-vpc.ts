import { checksFor } from "@hipaa-aws/foundation";
import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { closeDefaultNetworkAcl, closeDefaultSecurityGroup } from "./closed-defaults";

/** Arguments of ClosedDefaultVpc. */
export interface ClosedDefaultVpcArgs {
  /** Id of the account's default VPC in the Region. Default: looked up, which fails in an account that has none. */
  vpcId?: pulumi.Input<string>;
  /**
   * Id of that VPC's default network ACL. Default: looked up.
   */
  networkAclId?: pulumi.Input<string>;
  /** Tags of the group and the ACL. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * The VPC that AWS makes in every Region of an account, closed: its default security group and its default network ACL
 * lose all rules, so that whatever starts there, because somebody named no subnet, is reached by nothing and reaches
 * nothing. The VPC itself stays AWS's, and no stack adopts it: one that does, and is destroyed, gives back nothing.
 * Better still is an account that has no default VPC, as Control Tower makes them; there leave the component out.
 *
 * Before the first deployment look that nothing works in the VPC. To undo it, remove the component, which leaves group
 * and ACL as they are, and give them rules by hand.
 *
 * One in each account and Region. Free. Source: 45 CFR 164.312(a)(1), 164.312(e)(1); AWS Security Hub EC2.2.
 */
export class ClosedDefaultVpc extends pulumi.ComponentResource {
  /** Id of the VPC. */
  public readonly vpcId!: pulumi.Output<string>;
  /** Id of its default security group. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Id of its default network ACL. */
  public readonly networkAclId!: pulumi.Output<string>;

  /** @throws ArgumentError for ids that are none. */
  constructor(name: string, args: ClosedDefaultVpcArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("network:index:ClosedDefaultVpc", name, args, opts);
    checkIds(name, args);
    const vpcId = pulumi.output(args.vpcId ?? ec2.getVpcOutput({ default: true }, { parent: this }).id);
    const networkAclId = pulumi.output(args.networkAclId ?? defaultNetworkAclOf(vpcId, this));
    const context = { component: this, name, vpcId, tags: args.tags };
    const group = closeDefaultSecurityGroup(context);
    // Subnets that have no ACL of their own count as this one's, and nobody lists them: without this every preview
    // would take them away again.
    const acl = closeDefaultNetworkAcl(context, networkAclId, { ignoreChanges: ["subnetIds"] });
    this.vpcId = vpcId;
    this.securityGroupId = group.id;
    this.networkAclId = acl.id;
    this.registerOutputs({
      vpcId: this.vpcId,
      securityGroupId: this.securityGroupId,
      networkAclId: this.networkAclId,
    });
  }
}

function checkIds(name: string, { vpcId, networkAclId }: ClosedDefaultVpcArgs): void {
  const checks = checksFor("ClosedDefaultVpc", name);
  if (typeof vpcId === "string")
    checks.matches("vpcId", vpcId, /^vpc-[0-9a-f]+$/, "the id of a VPC, as in vpc-0a1b2c3d");
  if (typeof networkAclId === "string")
    checks.matches("networkAclId", networkAclId, /^acl-[0-9a-f]+$/, "the id of a network ACL, as in acl-0a1b2c3d");
}

function defaultNetworkAclOf(vpcId: pulumi.Output<string>, parent: pulumi.Resource): pulumi.Output<string> {
  const acls = ec2.getNetworkAclsOutput({ vpcId, filters: [{ name: "default", values: ["true"] }] }, { parent });
  return acls.ids.apply((ids) => {
    const [id] = ids;
    if (id === undefined) throw new Error("AWS finds no default network ACL: the VPC is not there, or not visible.");
    return id;
  });
}
