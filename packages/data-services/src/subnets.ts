import * as pulumi from "@pulumi/pulumi";

/** The first subnets of a list, one for each zone. The names of component and arguments stand in the message. */
export function firstSubnets(
  component: string,
  subnetIds: pulumi.Input<pulumi.Input<string>[]>,
  zones: number,
): pulumi.Output<string[]> {
  return pulumi.output(subnetIds).apply((ids) => {
    if (ids.length >= zones) return ids.slice(0, zones);
    throw new Error(
      `${component}: availabilityZones is ${String(zones)}, but network.dataSubnetIds has ${String(ids.length)}. Make them the same`,
    );
  });
}
