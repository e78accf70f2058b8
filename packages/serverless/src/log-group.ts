import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

/** A log group under a key, with an end of retention. */
export function createLogGroup(
  name: string,
  key: pulumi.Input<{ arn: pulumi.Input<string> }>,
  retentionInDays: number,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
  naming: { readonly name?: pulumi.Input<string>; readonly namePrefix?: string } = {},
): cloudwatch.LogGroup {
  return new cloudwatch.LogGroup(
    name,
    { ...naming, kmsKeyId: pulumi.output(key).apply(({ arn }) => arn), retentionInDays, tags },
    { parent },
  );
}
