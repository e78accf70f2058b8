import { tags } from "@hipaa-aws/foundation";
import * as route53 from "@pulumi/aws/route53";
import type * as pulumi from "@pulumi/pulumi";
import type { DnsProtectionArgs, DnsProtectionConfidence } from "./dns-protection-args";

/** Where the rules stand, the lowest first: what is refused by name, what is allowed, lists, attacks, and the rest. */
const places = { blocked: 100, allowed: 200, lists: 300, threats: 400, rest: 1000 };

/** Attacks that DNS Firewall Advanced knows by the shape of queries. */
const threats: readonly (readonly [suffix: string, protection: string])[] = [
  ["tunneling", "DNS_TUNNELING"],
  ["dga", "DGA"],
  ["dictionary-dga", "DICTIONARY_DGA"],
];

/** How what is refused is answered: the name does not exist. */
const refusal = { action: "BLOCK", blockResponse: "NXDOMAIN" };

/** The rule group and its rules. */
export function createFirewallRules(
  name: string,
  args: DnsProtectionArgs,
  confidenceThreshold: DnsProtectionConfidence,
  dnsSuffix: pulumi.Output<string>,
  options: pulumi.CustomResourceOptions,
): route53.ResolverFirewallRuleGroup {
  const group = new route53.ResolverFirewallRuleGroup(name, { tags: tags({}, args.tags) }, options);
  const rule = (
    suffix: string,
    priority: number,
    how: Omit<route53.ResolverFirewallRuleArgs, "firewallRuleGroupId" | "priority">,
  ) =>
    new route53.ResolverFirewallRule(`${name}-${suffix}`, { firewallRuleGroupId: group.id, priority, ...how }, options);
  const list = (suffix: string, domains: pulumi.Input<pulumi.Input<string>[]>) =>
    new route53.ResolverFirewallDomainList(`${name}-${suffix}`, { domains, tags: tags({}, args.tags) }, options).id;

  if (args.blockedDomains) {
    rule("blocked", places.blocked, { ...refusal, firewallDomainListId: list("blocked", args.blockedDomains) });
  }
  if (args.allowedDomains) {
    rule("allowed", places.allowed, {
      action: "ALLOW",
      firewallDomainListId: list("allowed", withAwsNames(args.allowedDomains, dnsSuffix)),
      // An allowed name may lead to a name of whoever hosts it, which nobody can list.
      firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
    });
    rule("rest", places.rest, { ...refusal, firewallDomainListId: list("rest", ["*"]) });
  }
  (args.blockedDomainLists ?? []).forEach(({ name: listName, id }, index) => {
    rule(`list-${listName}`, places.lists + index, { ...refusal, firewallDomainListId: id });
  });
  threats.forEach(([suffix, dnsThreatProtection], index) => {
    rule(suffix, places.threats + index, { ...refusal, dnsThreatProtection, confidenceThreshold });
  });
  return group;
}

/** Databases, caches, load balancers, endpoints and hosts have names of AWS. */
function withAwsNames(domains: readonly string[], dnsSuffix: pulumi.Output<string>): pulumi.Output<string[]> {
  return dnsSuffix.apply((suffix) => [
    ...new Set([...domains, `*.${suffix}`, "*.amazonaws.com", "*.compute.internal", "*.ec2.internal"]),
  ]);
}
