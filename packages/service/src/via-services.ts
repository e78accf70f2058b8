import * as pulumi from "@pulumi/pulumi";
import type { AwsEnvironment } from "@hipaa-aws/foundation";

/**
 * Values of `kms:ViaService` for these services in the environment's Region. KMS documents `<service>.<Region>.amazonaws.com`
 * without a word on China, so there the partition's own suffix is allowed as well; elsewhere the two are one.
 */
export function viaServices(environment: AwsEnvironment, services: readonly string[]): pulumi.Output<string[]> {
  return pulumi
    .all([environment.region, environment.dnsSuffix])
    .apply(([region, dnsSuffix]) => [
      ...new Set(
        services.flatMap((service) => ["amazonaws.com", dnsSuffix].map((end) => `${service}.${region}.${end}`)),
      ),
    ]);
}
