import { auditRetentionDays, checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { DnsProtectionConfidence, type DnsProtectionArgs } from "./dns-protection-args";
import { checkRetention } from "./flow-log-checks";

/** The arguments after all checks, with defaults. */
export interface DnsProtectionSettings {
  readonly queryLogRetentionDays: number;
  readonly threatConfidence: DnsProtectionConfidence;
  readonly priority: number;
}

/** Domains that one list takes in a single call. Source: UpdateFirewallDomains in the Route 53 Resolver API. */
const domainsPerList = 1000;
const foreignLists = 20;
/** Length of names in the Route 53 Resolver API. */
const nameLimit = 64;

/** Checks the arguments and fills in what is not given. */
export function checkDnsProtection(name: string, args: DnsProtectionArgs): DnsProtectionSettings {
  const checks = checksFor("DnsProtection", name);
  const { queryLogBucket, logsKey } = args;
  checks.exclusive({ queryLogBucket, logsKey });
  if (queryLogBucket === undefined && logsKey === undefined) {
    checks.fail("queryLogBucket and logsKey", "are both left out", "Give one of them, so that queries are recorded");
  }
  if (args.queryLogRetentionDays !== undefined && logsKey === undefined) {
    checks.fail("queryLogRetentionDays", "is given without a log group to keep", "Give logsKey, or remove it");
  }
  checkDomains(checks, "allowedDomains", args.allowedDomains);
  checkDomains(checks, "blockedDomains", args.blockedDomains);
  checkForeignLists(checks, name, args);
  checks.fitsAutoname(`${name}-dictionary-dga`, nameLimit, "a rule of DNS Firewall");
  return {
    queryLogRetentionDays: checkRetention(
      checks,
      "queryLogRetentionDays",
      args.queryLogRetentionDays ?? auditRetentionDays,
    ),
    threatConfidence: checks.oneOf(
      "threatConfidence",
      args.threatConfidence ?? DnsProtectionConfidence.High,
      Object.values(DnsProtectionConfidence),
    ),
    priority: checks.integer("priority", args.priority ?? 101, 101, 9899),
  };
}

function checkDomains(checks: ArgumentChecks, argument: string, domains: readonly string[] | undefined): void {
  if (domains === undefined) return;
  checks.atLeast(argument, domains, 1);
  checks.integer(`${argument}.length`, domains.length, 1, domainsPerList);
  for (const domain of domains) {
    checks.matches(
      argument,
      domain,
      /^(?=.{1,255}$)(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
      "a domain in small letters, for example api.example.com, or *.example.com for all names below it",
    );
  }
  checks.unique(argument, domains);
}

function checkForeignLists(checks: ArgumentChecks, name: string, { blockedDomainLists }: DnsProtectionArgs): void {
  if (blockedDomainLists === undefined) return;
  checks.atLeast("blockedDomainLists", blockedDomainLists, 1);
  checks.integer("blockedDomainLists.length", blockedDomainLists.length, 1, foreignLists);
  for (const { name: list, id } of blockedDomainLists) {
    checks.matches("blockedDomainLists[].name", list, /^[a-z]([a-z0-9-]*[a-z0-9])?$/, "small letters, digits, hyphens");
    checks.fitsAutoname(`${name}-list-${list}`, nameLimit, "a rule of DNS Firewall");
    if (typeof id === "string") checks.matches("blockedDomainLists[].id", id, /^rslvr-fdl-[0-9a-f]+$/, "rslvr-fdl-…");
  }
  checks.unique(
    "blockedDomainLists",
    blockedDomainLists.map((list) => list.name),
  );
}
