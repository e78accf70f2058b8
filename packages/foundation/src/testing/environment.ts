import * as pulumi from "@pulumi/pulumi";
import type { AwsEnvironment } from "../aws-environment";

/** What an output resolves to. */
export const valueOf = <T>(output: pulumi.Output<T>): Promise<T> =>
  new Promise((resolve) => void output.apply(resolve));

/** The environment of an example account in this partition and Region. */
export function environmentIn(partition: string, region: string): AwsEnvironment {
  return {
    partition: pulumi.output(partition),
    region: pulumi.output(region),
    accountId: pulumi.output("111122223333"),
    dnsSuffix: pulumi.output(partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"),
  };
}
