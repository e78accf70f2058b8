import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { HipaaWebApplicationNat, type HipaaWebApplicationArgs } from "./args";
import type { HipaaWebApplicationExistingNetworkArgs } from "./existing-network-args";

/** Checks the network that is made, or that is there, against the rest of the application. */
export function checkNetwork(checks: ArgumentChecks, args: HipaaWebApplicationArgs): void {
  const { network, existingNetwork } = args;
  checks.exclusive({ network, existingNetwork });
  if (existingNetwork !== undefined) checkExisting(checks, args, existingNetwork);
  else if (network === undefined) checks.fail("network and existingNetwork", "are both missing", "Give one of them");
  else checkNat(checks, network);
  checkPrivateZone(checks, args);
}

/** In the VPC a private zone answers for every name below its own, and knows none of those that the public zone has. */
function checkPrivateZone(
  checks: ArgumentChecks,
  { privateZone, internalDomainName, domainName, distribution, api, failover }: HipaaWebApplicationArgs,
): void {
  if (privateZone !== true) return;
  const names = {
    domainName,
    "distribution.originDomainName": distribution?.originDomainName,
    "api.domainName": api?.domainName,
    "failover.domainName": failover?.domainName,
  };
  for (const [argument, name] of Object.entries(names)) {
    if (!name?.endsWith(`.${internalDomainName}`)) continue;
    checks.fail(
      `privateZone and ${argument}`,
      "do not fit: the name is below internalDomainName, whose private zone does not know it",
      "Choose an internalDomainName that no other name ends with",
    );
  }
}

function checkNat(checks: ArgumentChecks, { nat, allowedDomains }: NonNullable<HipaaWebApplicationArgs["network"]>) {
  if (nat !== undefined) checks.oneOf("network.nat", nat, Object.values(HipaaWebApplicationNat));
  const hasFirewall = nat === HipaaWebApplicationNat.Firewall;
  if (hasFirewall && allowedDomains === undefined) {
    checks.fail("network.allowedDomains", "is missing", "The NAT firewall lets nothing else through: name the domains");
  }
  if (!hasFirewall && allowedDomains !== undefined) {
    checks.fail("network.allowedDomains", "has no firewall to enforce it", "Set network.nat to firewall, or remove it");
  }
}

function checkExisting(
  checks: ArgumentChecks,
  { tables = [], accountSafeguards }: HipaaWebApplicationArgs,
  given: HipaaWebApplicationExistingNetworkArgs,
): void {
  const { availabilityZones, publicSubnetIds, webRouteTableIds, appRouteTableIds, endpointSecurityGroupId } = given;
  if (availabilityZones !== undefined) checks.integer("existingNetwork.availabilityZones", availabilityZones, 2, 3);
  if (webRouteTableIds !== undefined && appRouteTableIds === undefined) {
    checks.fail(
      "existingNetwork.webRouteTableIds",
      "is given without existingNetwork.appRouteTableIds: the app tier would have no way to S3",
      "Give both, or neither",
    );
  }
  if (tables.length > 0 && appRouteTableIds === undefined && endpointSecurityGroupId === undefined) {
    checks.fail(
      "tables and existingNetwork.appRouteTableIds",
      "do not fit: DynamoDB is reached through routes, and no route table is given",
      "Give the route tables of the app subnets",
    );
  }
  if (accountSafeguards === true && !Array.isArray(publicSubnetIds)) {
    checks.fail(
      "accountSafeguards and existingNetwork.publicSubnetIds",
      "do not fit: each public subnet is exempt by itself, and an output does not tell how many there are",
      "Give existingNetwork.publicSubnetIds as a list, whose elements may be outputs",
    );
  }
  checkDomains(checks, given);
}

/** DNS is open, open to some domains, or another stack's. */
function checkDomains(
  checks: ArgumentChecks,
  { dnsProtection, allowedDomains, internetAccess }: HipaaWebApplicationExistingNetworkArgs,
): void {
  checks.exclusive({
    "existingNetwork.allowedDomains": allowedDomains,
    "existingNetwork.internetAccess": internetAccess === true ? internetAccess : undefined,
  });
  if (dnsProtection === false && (allowedDomains !== undefined || internetAccess === true)) {
    checks.fail(
      `existingNetwork.${allowedDomains === undefined ? "internetAccess" : "allowedDomains"}`,
      "is given, and another stack filters DNS queries",
      "Remove it, or remove existingNetwork.dnsProtection",
    );
  }
}
