import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor } from "@hipaa-aws/foundation";

/** What takes the place of something that serves in another Region alone. */
export interface RegionalArgument {
  /** The argument by which it is given. */
  readonly argument: string;
  /** Where it has to be in a partition; anywhere, where this is undefined. */
  readonly regionIn: (partition: string) => string | undefined;
  /** Ends the sentence that begins with the Region that the application is in. */
  readonly why: (region: string) => string;
  readonly mend: (region: string) => string;
}

/**
 * Something of the application's own, where it is in the one Region in which it serves.
 *
 * @throws ArgumentError, as what it resolves to, in another Region, where the argument has to be given
 */
export function ownInRegion<T>(
  name: string,
  own: pulumi.Input<T>,
  { argument, regionIn, why, mend }: RegionalArgument,
  parent: pulumi.Resource,
): pulumi.Output<pulumi.Unwrap<T>> {
  const { partition, region } = awsEnvironment(parent);
  return pulumi.all([own, partition, region]).apply(([value, ownPartition, ownRegion]) => {
    const needed = regionIn(ownPartition);
    if (needed === undefined || needed === ownRegion) return value;
    return checksFor("HipaaWebApplication", name).fail(
      argument,
      `is missing, and the application is in ${ownRegion}: ${why(needed)}`,
      mend(needed),
    );
  });
}
