import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** Where a component is deployed, as its own provider says. */
export interface AwsEnvironment {
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: pulumi.Output<string>;
  readonly region: pulumi.Output<string>;
  readonly accountId: pulumi.Output<string>;
  /** `amazonaws.com`, or `amazonaws.com.cn` in China. */
  readonly dnsSuffix: pulumi.Output<string>;
}

const known = new WeakMap<pulumi.Resource, AwsEnvironment>();

/**
 * Reads partition, region and account through the provider that `parent` uses, so that a component deployed by an
 * explicit provider gets the ARNs of that provider's account. Asked once for each parent.
 */
export function awsEnvironment(parent: pulumi.Resource): AwsEnvironment {
  const before = known.get(parent);
  if (before) return before;
  const environment = readEnvironment(parent);
  known.set(parent, environment);
  return environment;
}

function readEnvironment(parent: pulumi.Resource): AwsEnvironment {
  const options = { parent };
  const partition = aws.getPartitionOutput({}, options);
  return {
    partition: partition.partition,
    dnsSuffix: partition.dnsSuffix,
    region: aws.getRegionOutput({}, options).region,
    accountId: aws.getCallerIdentityOutput({}, options).accountId,
  };
}
