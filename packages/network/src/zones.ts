import { checksFor } from "@hipaa-aws/foundation";
import { getAvailabilityZonesOutput } from "@pulumi/aws/getAvailabilityZones";
import * as pulumi from "@pulumi/pulumi";
import type { VpcArgs } from "./vpc-args";

/** Names of the Availability Zones, one output for each subnet of a tier. */
export function zoneNames(
  component: pulumi.Resource,
  name: string,
  args: VpcArgs,
  count: number,
): pulumi.Output<string>[] {
  const names = args.availabilityZoneNames
    ? pulumi.output(args.availabilityZoneNames)
    : getAvailabilityZonesOutput(
        {
          state: "available",
          // Leaves out Local Zones and Wavelength Zones, which lack most services.
          filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
        },
        { parent: component },
      ).names;
  return Array.from({ length: count }, (_, index) => names.apply((found) => zoneAt(name, found, index, count)));
}

/** The zone at this place. @throws ArgumentError where the Region has fewer. */
export function zoneAt(name: string, found: readonly string[], index: number, count: number): string {
  return (
    found[index] ??
    checksFor("Vpc", name).fail(
      "availabilityZones",
      `is ${count}, but this account has only ${found.length} zone(s) in the Region`,
      "Give a smaller number",
    )
  );
}
