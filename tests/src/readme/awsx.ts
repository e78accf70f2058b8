import * as pulumi from "@pulumi/pulumi";
import { AwsxVpc } from "../foreign/three-tier/network";

/** A tier of subnets of the network. */
interface SubnetSpec {
  readonly type: "Public" | "Private" | "Isolated";
}

/**
 * In the place of `awsx.ec2.Vpc`, which is built by a plugin and not by the program: its resources, and those of its
 * outputs that examples read. It has one subnet of each kind in each of two zones, whatever it is asked for.
 */
class Vpc extends AwsxVpc {
  readonly vpc = pulumi.output({ cidrBlock: "10.0.0.0/16" });
  readonly privateSubnetIds: pulumi.Output<string[]>;
  readonly isolatedSubnetIds: pulumi.Output<string[]>;

  constructor(name: string, _args: { readonly numberOfAvailabilityZones: number; readonly subnetSpecs: SubnetSpec[] }) {
    super(name, {});
    this.privateSubnetIds = pulumi.all(this.appSubnetIds);
    this.isolatedSubnetIds = pulumi.all(this.dbSubnetIds);
  }
}

/** In the place of `@pulumi/awsx`, which is no dependency of any package. */
export const ec2 = { Vpc };
