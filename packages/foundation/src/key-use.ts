import type * as pulumi from "@pulumi/pulumi";
import type { AwsEnvironment } from "./aws-environment";
import type { PolicyConditions, PolicyStatement } from "./policy-document";

/**
 * Values of `kms:ViaService` for these services in the environment's Region. They end in `amazonaws.com` in every
 * partition, in China too, where the endpoints of the same services end in `amazonaws.com.cn`.
 * Source: "kms:ViaService", "Services that support the kms:ViaService condition key", in the AWS KMS Developer Guide.
 */
export function viaServices({ region }: AwsEnvironment, services: readonly string[]): pulumi.Output<string[]> {
  return region.apply((name) => [...new Set(services)].map((service) => `${service}.${name}.amazonaws.com`));
}

/** The condition that a key is used by way of one service. */
export function viaService(environment: AwsEnvironment, service: string): PolicyConditions {
  return { StringEquals: { "kms:ViaService": viaServices(environment, [service]) } };
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
