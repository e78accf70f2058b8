import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import { presetEndpoints } from "./endpoint-services";
import { VpcEndpointPreset } from "./vpc-option-args";

/** The arguments about endpoints that a new and an existing VPC have in common. */
export interface EndpointChoice {
  readonly endpointPresets?: readonly VpcEndpointPreset[];
  readonly interfaceEndpoints?: readonly string[];
  readonly organizationId?: pulumi.Input<string>;
}

/** The services with an interface endpoint, each once. @throws ArgumentError for what is no such service. */
export function checkEndpoints(checks: ArgumentChecks, args: EndpointChoice): string[] {
  const { interfaceEndpoints, organizationId } = args;
  for (const preset of args.endpointPresets ?? []) {
    checks.oneOf("endpointPresets", preset, Object.values(VpcEndpointPreset));
  }
  checks.unique("endpointPresets", args.endpointPresets ?? []);
  for (const service of interfaceEndpoints ?? []) {
    checks.matches(
      "interfaceEndpoints",
      service,
      /^[a-z0-9]+([.-][a-z0-9]+)*$/,
      "the end of an endpoint service's name, for example ecr.api, without com.amazonaws and Region",
    );
    if (service === "s3" || service === "dynamodb") {
      checks.fail(
        "interfaceEndpoints",
        `holds ${service}, which has an argument of its own`,
        service === "s3" ? "Remove s3 from the list, and choose by s3Endpoint" : "Set dynamoDbEndpoint to true",
      );
    }
  }
  checks.unique("interfaceEndpoints", interfaceEndpoints ?? []);
  if (typeof organizationId === "string") {
    checks.matches("organizationId", organizationId, /^o-[a-z0-9]{10,32}$/, "of the form o-exampleorgid");
  }
  const presets = args.endpointPresets ?? (interfaceEndpoints ? [] : [VpcEndpointPreset.Fargate]);
  return [...new Set([...presets.flatMap((preset) => presetEndpoints[preset]), ...(interfaceEndpoints ?? [])])];
}
