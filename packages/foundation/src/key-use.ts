import * as pulumi from "@pulumi/pulumi";
import type { AwsEnvironment } from "./aws-environment";
import type { PolicyConditions, PolicyStatement } from "./policy-document";

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

/** The condition that a key is used by way of one service, under the suffix of the partition. */
export function viaService({ region, dnsSuffix }: AwsEnvironment, service: string): PolicyConditions {
  return { StringEquals: { "kms:ViaService": [pulumi.interpolate`${service}.${region}.${dnsSuffix}`] } };
}

/** Use of a key by way of one service only, so that a role is no way to the key itself. */
export function useKey(
  sid: string,
  environment: AwsEnvironment,
  keyArn: pulumi.Input<string>,
  service: string,
): PolicyStatement {
  return {
    sid,
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resources: [keyArn],
    conditions: viaService(environment, service),
  };
}
