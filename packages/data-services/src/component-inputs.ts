import type * as pulumi from "@pulumi/pulumi";

interface Placed {
  readonly network: {
    readonly vpcId: pulumi.Input<string>;
    readonly dataSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  };
}

/** The arguments as the engine stores them: a `Vpc` may be given, and a component is no input of another. */
export function plainInputs({ network: { vpcId, dataSubnetIds }, ...plain }: Placed): pulumi.Inputs {
  return { ...plain, network: { vpcId, dataSubnetIds } };
}
