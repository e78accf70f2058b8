import type * as pulumi from "@pulumi/pulumi";
import { ExistingVpc, type ExistingVpcArgs, type VpcFlowLogBucket } from "@hipaa-aws/network";
import type { HipaaWebApplicationArgs } from "./args";
import type { HipaaWebApplicationExistingNetworkArgs } from "./existing-network-args";

/** What the application decides about any network. */
export interface NetworkNeeds extends Pick<
  ExistingVpcArgs,
  "publicAccessExemption" | "rejectedTrafficLog" | "logsKey" | "organizationId" | "tags"
> {
  readonly flowLogBucket: VpcFlowLogBucket;
  /** What it calls of AWS without the internet. */
  readonly endpoints: EndpointNeeds;
}

type EndpointNeeds = Pick<
  ExistingVpcArgs,
  "endpointPresets" | "interfaceEndpoints" | "dynamoDbEndpoint" | "managedInstances"
>;

/** Adds to the VPC that is there what the application needs of one. */
export function createExistingNetwork(
  name: string,
  given: HipaaWebApplicationExistingNetworkArgs,
  { endpoints, ...needs }: NetworkNeeds,
  parent: pulumi.Resource,
): ExistingVpc {
  // What decides about DNS queries and zones is no argument of the VPC.
  const { availabilityZones: _, dnsProtection: __, allowedDomains: ___, internetAccess: ____, ...own } = given;
  return new ExistingVpc(
    `${name}-network`,
    { ...own, ...needs, ...(own.endpointSecurityGroupId === undefined && endpoints) },
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
