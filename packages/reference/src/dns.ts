import type * as pulumi from "@pulumi/pulumi";
import { DnsProtection } from "@hipaa-aws/network";
import type { KeyRing } from "@hipaa-aws/keys";
import { sharedNames } from "./failover";
import { HipaaWebApplicationNat, type HipaaWebApplicationArgs } from "./args";

/** Creates what watches over the DNS queries of the network, unless another stack does. */
export function createDnsProtection(
  name: string,
  args: HipaaWebApplicationArgs,
  network: { readonly vpcId: pulumi.Output<string> },
  keys: KeyRing,
  parent: pulumi.Resource,
): void {
  if (args.existingNetwork?.dnsProtection === false) return;
  const { deletionProtection = true, tags } = args;
  new DnsProtection(
    `${name}-dns`,
    { network, logsKey: keys.logs, allowedDomains: resolvedDomains(args), deletionProtection, tags },
    { parent },
  );
}

/**
 * A network without a free way out has none by DNS either: a query for any name would carry data to whoever answers for
 * it. AWS's own names are resolved anyway.
 */
function resolvedDomains(args: HipaaWebApplicationArgs): string[] | undefined {
  if (hasFreeWayOut(args)) return undefined;
  const { domainName, internalDomainName, privateZone = false, network, existingNetwork } = args;
  const allowed = network?.allowedDomains ?? existingNetwork?.allowedDomains ?? [];
  const further = allowed.map((domain) => (domain.startsWith(".") ? `*${domain}` : domain));
  // A private zone answers for all names below its own, and no query for one of them leaves the VPC.
  const inside = privateZone ? [`*.${internalDomainName}`] : [];
  return [...new Set([domainName, internalDomainName, ...sharedNames(args), ...inside, ...further])];
}

function hasFreeWayOut({ network, existingNetwork }: HipaaWebApplicationArgs): boolean {
  if (existingNetwork !== undefined) return existingNetwork.internetAccess ?? false;
  const { nat = HipaaWebApplicationNat.None } = network ?? {};
  return nat === HipaaWebApplicationNat.Single || nat === HipaaWebApplicationNat.PerZone;
}
