import type * as pulumi from "@pulumi/pulumi";
import { ExistingVpc, VpcEndpointPreset, type ExistingVpcArgs } from "@hipaa-aws/network";
import type { HipaaWebApplicationArgs } from "./args";
import type { HipaaWebApplicationExistingNetworkArgs } from "./existing-network-args";

/** What the application decides about any network. */
export type NetworkNeeds = Pick<
  ExistingVpcArgs,
  "flowLogBucket" | "rejectedTrafficLog" | "logsKey" | "organizationId" | "tags"
> & { readonly interfaceEndpoints: string[] };

/** Adds to the VPC that is there what the application needs of one. */
export function createExistingNetwork(
  name: string,
  args: HipaaWebApplicationArgs,
  given: HipaaWebApplicationExistingNetworkArgs,
  { interfaceEndpoints, ...needs }: NetworkNeeds,
  parent: pulumi.Resource,
): ExistingVpc {
  // What decides about DNS queries and zones is no argument of the VPC.
  const { availabilityZones: _, dnsProtection: __, allowedDomains: ___, internetAccess: ____, ...own } = given;
  const endpoints = {
    endpointPresets: [VpcEndpointPreset.Fargate],
    interfaceEndpoints,
    dynamoDbEndpoint: (args.tables ?? []).length > 0,
    managedInstances: args.webInstances !== undefined,
  };
  return new ExistingVpc(
    `${name}-network`,
    {
      ...own,
      ...needs,
      ...(own.endpointSecurityGroupId === undefined && endpoints),
      publicAccessExemption: args.accountSafeguards ?? false,
    },
    { parent },
  );
}

const mostZones = 3;

/** Zones that the data tier has a subnet in; undefined where nothing tells, and components take three. */
export function zonesOf({ network, existingNetwork }: HipaaWebApplicationArgs): number | undefined {
  if (existingNetwork === undefined) return network?.availabilityZones;
  const { availabilityZones, dataSubnetIds } = existingNetwork;
  if (availabilityZones !== undefined || !Array.isArray(dataSubnetIds)) return availabilityZones;
  return Math.min(dataSubnetIds.length, mostZones);
}
