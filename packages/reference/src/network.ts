import type * as pulumi from "@pulumi/pulumi";
import type { KeyRing } from "@hipaa-aws/keys";
import { NatStrategy, Vpc, VpcEndpointPreset, type VpcFlowLogBucket } from "@hipaa-aws/network";
import { authorityEndpoints } from "./certificate-authority";
import { computeEndpoints } from "./compute-access";
import { createDnsProtection } from "./dns";
import { createExistingNetwork, type NetworkNeeds } from "./existing-network";
import { instanceEndpoints } from "./instances";
import { dataEndpoints, dataPorts } from "./data-options";
import { HipaaWebApplicationNat, type HipaaWebApplicationArgs } from "./args";

/** What the application needs to know of its network, whichever it is. */
export interface ApplicationNetwork extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly publicSubnetIds: pulumi.Output<string[]>;
  readonly webSubnetIds: pulumi.Output<string[]>;
  readonly appSubnetIds: pulumi.Output<string[]>;
  readonly dataSubnetIds: pulumi.Output<string[]>;
  readonly endpointSecurityGroupId: pulumi.Output<string>;
  readonly s3EndpointId: pulumi.Output<string>;
  readonly s3PrefixListId: pulumi.Output<string>;
  readonly dynamoDbPrefixListId: pulumi.Output<string>;
}

/** Creates the network and what watches over its DNS queries, with an endpoint for each AWS service that the workload's tasks call. */
export function createNetwork(
  name: string,
  args: HipaaWebApplicationArgs,
  keys: KeyRing,
  flowLogBucket: VpcFlowLogBucket,
  parent: pulumi.Resource,
): ApplicationNetwork {
  const { existingNetwork, organizationId, tags } = args;
  const needs: NetworkNeeds = {
    endpoints: {
      endpointPresets: [VpcEndpointPreset.Fargate],
      interfaceEndpoints: furtherEndpoints(args),
      dynamoDbEndpoint: (args.tables ?? []).length > 0,
      managedInstances: args.webInstances !== undefined,
    },
    publicAccessExemption: args.accountSafeguards ?? false,
    rejectedTrafficLog: true,
    logsKey: keys.logs,
    flowLogBucket,
    organizationId,
    tags,
  };
  const network =
    existingNetwork === undefined
      ? createVpc(name, args, keys, needs, parent)
      : createExistingNetwork(name, existingNetwork, needs, parent);
  createDnsProtection(name, args, network, keys, parent);
  return network;
}

function createVpc(
  name: string,
  args: HipaaWebApplicationArgs,
  keys: KeyRing,
  { endpoints, ...needs }: NetworkNeeds,
  parent: pulumi.Resource,
): Vpc {
  if (args.network === undefined) throw new Error("the arguments were checked, and one of the two is given");
  const { cidrBlock, availabilityZones, nat, allowedDomains } = args.network;
  const { deletionProtection = true } = args;
  return new Vpc(
    `${name}-network`,
    {
      cidrBlock,
      availabilityZones,
      natStrategy: nat && natStrategies[nat],
      egressFirewall: allowedDomains && { allowedDomains, key: keys.logs, deletionProtection },
      connections: dataPorts(args).map((port) => ({ client: "app", server: "data", port })),
      ...endpoints,
      ...needs,
    },
    { parent },
  );
}

function furtherEndpoints(args: HipaaWebApplicationArgs): string[] {
  const { jobs, media, events, topic, debug, functions = [], workflow, webInstances } = args;
  return [
    ...new Set([
      ...((jobs ?? media) ? ["sqs"] : []),
      ...(events ? ["events"] : []),
      ...(topic ? ["sns"] : []),
      ...(debug ? ["ssmmessages"] : []),
      ...authorityEndpoints(args),
      ...dataEndpoints(args),
      ...computeEndpoints(functions, workflow !== undefined),
      ...(webInstances ? instanceEndpoints : []),
    ]),
  ];
}

const natStrategies: Readonly<Record<HipaaWebApplicationNat, NatStrategy>> = {
  [HipaaWebApplicationNat.None]: NatStrategy.None,
  [HipaaWebApplicationNat.Single]: NatStrategy.Single,
  [HipaaWebApplicationNat.PerZone]: NatStrategy.PerZone,
  [HipaaWebApplicationNat.Firewall]: NatStrategy.Firewall,
};
