import { isIPv6 } from "node:net";
import * as wafv2 from "@pulumi/aws/wafv2";
import type * as pulumi from "@pulumi/pulumi";
import type { AddressSet } from "./waf-rules";
import type { WebAclOptions } from "./waf";

/** IP sets of these networks: AWS WAF keeps the two address families apart. */
export function addressSets(
  name: string,
  suffix: string,
  networks: readonly string[],
  options: WebAclOptions,
  parent: pulumi.Resource,
): AddressSet {
  return {
    arns: byFamily(networks).map(({ family, addresses }) => {
      const set = new wafv2.IpSet(
        `${name}-${suffix}-${family.toLowerCase()}`,
        {
          scope: options.scope,
          ...options.place,
          description: `Networks (${suffix}) of the web ACL of ${name}`,
          ipAddressVersion: family,
          addresses,
          ...(options.tags === undefined ? {} : { tags: options.tags }),
        },
        { parent },
      );
      return set.arn;
    }),
  };
}

function byFamily(networks: readonly string[]): { family: string; addresses: string[] }[] {
  const isV6 = (network: string) => isIPv6(network.split("/")[0] ?? "");
  return [
    { family: "IPV4", addresses: networks.filter((network) => !isV6(network)) },
    { family: "IPV6", addresses: networks.filter(isV6) },
  ].filter(({ addresses }) => addresses.length > 0);
}

/** How many IP sets these networks need. */
export function setCount(networks: readonly string[]): number {
  return byFamily(networks).length;
}
