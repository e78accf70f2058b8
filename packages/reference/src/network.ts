import type * as pulumi from "@pulumi/pulumi";
import type { KeyRing } from "@hipaa-aws/keys";
import { DnsProtection, NatStrategy, Vpc, VpcEndpointPreset, type VpcFlowLogBucket } from "@hipaa-aws/network";
import { authorityEndpoints } from "./certificate-authority";
import { computeEndpoints } from "./compute-access";
import { sharedNames } from "./failover";
import { instanceEndpoints } from "./instances";
import { dataEndpoints, dataPorts } from "./data-options";
import { HipaaWebApplicationNat, type HipaaWebApplicationArgs } from "./args";

/** Creates the network and what watches over its DNS queries, with an endpoint for each AWS service that the workload's tasks call. */
export function createNetwork(
  name: string,
  args: HipaaWebApplicationArgs,
  keys: KeyRing,
  flowLogBucket: VpcFlowLogBucket,
  parent: pulumi.Resource,
): Vpc {
  const { cidrBlock, availabilityZones, nat, allowedDomains } = args.network;
  const { deletionProtection = true, organizationId, tags } = args;
  const egressFirewall = allowedDomains && { allowedDomains, key: keys.logs, deletionProtection };
  const network = new Vpc(
    `${name}-network`,
    {
      cidrBlock,
      availabilityZones,
      natStrategy: nat && natStrategies[nat],
      egressFirewall,
      endpointPresets: [VpcEndpointPreset.Fargate],
      interfaceEndpoints: furtherEndpoints(args),
      connections: dataPorts(args).map((port) => ({ client: "app", server: "data", port })),
      dynamoDbEndpoint: (args.tables ?? []).length > 0,
      managedInstances: args.webInstances !== undefined,
      publicAccessExemption: args.accountSafeguards ?? false,
      rejectedTrafficLog: true,
      logsKey: keys.logs,
      flowLogBucket,
      organizationId,
      tags,
    },
    { parent },
  );
  new DnsProtection(
    `${name}-dns`,
    { network, logsKey: keys.logs, allowedDomains: resolvedDomains(args), deletionProtection, tags },
    { parent },
  );
  return network;
}

/**
 * A network without a free way out has none by DNS either: a query for any name would carry data to whoever answers for
 * it. AWS's own names are resolved anyway.
 */
function resolvedDomains(args: HipaaWebApplicationArgs): string[] | undefined {
  const { domainName, internalDomainName, network } = args;
  const { nat = HipaaWebApplicationNat.None, allowedDomains = [] } = network;
  const isClosed = nat === HipaaWebApplicationNat.None || nat === HipaaWebApplicationNat.Firewall;
  if (!isClosed) return undefined;
  const further = allowedDomains.map((domain) => (domain.startsWith(".") ? `*${domain}` : domain));
  return [...new Set([domainName, internalDomainName, ...sharedNames(args), ...further])];
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
