import * as pulumi from "@pulumi/pulumi";
import { SearchDomain } from "@hipaa-aws/data-services";
import type { FargateServiceConnectionArgs, FargateServiceGrantArgs } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import type { DataSurroundings } from "./data-options";
import { zonesOf } from "./existing-network";

/** The domain. Its policy names the roles of its clients, which are there only after the doors to it. */
export interface Search {
  readonly domain: SearchDomain;
  /** Tells the domain the roles of app and worker, in the order in which they were counted. */
  readonly admit: (clientArns: readonly pulumi.Output<string>[]) => void;
}

/** Creates the search domain, for the app and, where there is one, the worker. */
export function createSearch(
  name: string,
  args: HipaaWebApplicationArgs,
  { network, keys, alarmTopicArn }: DataSurroundings,
  parent: pulumi.Resource,
): Search | undefined {
  if (args.search === undefined) return undefined;
  const { deletionProtection = true, tags } = args;
  const clients = (args.jobs?.worker ? ["app", "worker"] : ["app"]).map(() => pulumi.deferredOutput<string>());
  const domain = new SearchDomain(
    `${name}-search`,
    {
      ...args.search,
      network,
      availabilityZones: zonesOf(args),
      key: keys.database,
      logsKey: keys.logs,
      clientArns: clients.map(([arn]) => arn),
      deletionProtection,
      alarmTopicArn,
      tags,
    },
    { parent },
  );
  return {
    domain,
    admit: (clientArns) => {
      clientArns.forEach((arn, index) => clients[index]?.[1](arn));
    },
  };
}

/** Requests that read and write. What is deleted is told to the indexes inside of a request that writes. */
export function searchGrants({ domain }: Search): FargateServiceGrantArgs[] {
  return [
    {
      name: "Search",
      actions: ["es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut"],
      resources: [pulumi.interpolate`${domain.domainArn}/*`],
    },
  ];
}

/** The way to the nodes. */
export function searchConnections({ domain: { securityGroupId, port } }: Search): FargateServiceConnectionArgs[] {
  return [{ name: "search", securityGroupId, port }];
}
