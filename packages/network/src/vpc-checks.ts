import { auditRetentionDays, checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import ipaddr from "ipaddr.js";
import { planAddresses, usableAddresses, vpcPrefix, type AddressPlan } from "./address-plan";
import { checkConnections, checkRange, checkRuleLimit } from "./connection-checks";
import { checkEndpoints } from "./endpoint-checks";
import { checkFlowLogs, checkRetention } from "./flow-log-checks";
import { trafficOf, type Traffic } from "./network-acl-rules";
import { tiers, type Tier } from "./tiers";
import type { VpcArgs } from "./vpc-args";
import { NatStrategy, VpcEncryptionMode, VpcS3Endpoint } from "./vpc-option-args";

/** The arguments after all checks, with defaults. */
export interface VpcSettings {
  /** Undefined where IPAM chooses the range. */
  readonly plan: AddressPlan | undefined;
  /** The tiers that are made, in order. */
  readonly tiers: readonly Tier[];
  readonly zoneCount: number;
  readonly natStrategy: NatStrategy;
  readonly s3Endpoint: VpcS3Endpoint;
  readonly interfaceEndpoints: readonly string[];
  readonly traffic: Traffic;
  readonly rejectedTrafficRetentionDays: number;
  readonly firewallLogRetentionDays: number;
}

/** Checks the arguments of a VPC and fills in what is not given. */
export function checkVpc(name: string, args: VpcArgs): VpcSettings {
  const checks = checksFor("Vpc", name);
  const plan = checkAddresses(checks, args);
  const prefix = plan ? ipaddr.IPv4.parseCIDR(plan.cidrBlock)[1] : (args.ipamNetmaskLength ?? vpcPrefix.longest);
  const zoneCount = checkZones(checks, args);
  const natStrategy = checks.oneOf("natStrategy", args.natStrategy ?? NatStrategy.None, Object.values(NatStrategy));
  const s3Endpoint = checks.oneOf("s3Endpoint", args.s3Endpoint ?? VpcS3Endpoint.Gateway, Object.values(VpcS3Endpoint));
  const interfaceEndpoints = checkEndpoints(checks, args);
  checkRoom(checks, interfaceEndpoints.length + (s3Endpoint === VpcS3Endpoint.Interface ? 1 : 0), prefix);
  checkFirewall(checks, args, natStrategy);
  const hubRanges = checkHub(checks, args, natStrategy, plan?.cidrBlock);
  if (args.encryptionControl !== undefined) {
    checks.oneOf("encryptionControl", args.encryptionControl, Object.values(VpcEncryptionMode));
  }

  const wayOut = wayToInternet(natStrategy, hubRanges);
  const traffic = trafficOf({
    wayOut,
    gatewayEndpoints: s3Endpoint === VpcS3Endpoint.Gateway || args.dynamoDbEndpoint === true,
    hubRanges,
    connections: checkConnections(checks, args.connections ?? [], {
      cidrBlock: plan?.cidrBlock,
      wayOut: wayOut.length > 0,
      hubRanges,
    }),
  });
  const hub: Tier[] = args.transitGateway ? ["hub"] : [];
  const used: Tier[] = [...tiers, ...(natStrategy === NatStrategy.Firewall ? firewallWay : []), ...hub];
  checkRuleLimit(checks, used, traffic);

  return {
    plan,
    tiers: used,
    zoneCount,
    natStrategy,
    s3Endpoint,
    interfaceEndpoints,
    traffic,
    rejectedTrafficRetentionDays: checkFlowLogs(checks, args),
    firewallLogRetentionDays: checkRetention(
      checks,
      "egressFirewall.logRetentionDays",
      args.egressFirewall?.logRetentionDays ?? auditRetentionDays,
    ),
  };
}

const firewallWay: Tier[] = ["firewall", "egress"];

/** The tiers that packets of web and app cross on their way to the internet. */
function wayToInternet(natStrategy: NatStrategy, hubRanges: readonly string[]): readonly Tier[] {
  if (natStrategy === NatStrategy.Firewall) return firewallWay;
  if (natStrategy !== NatStrategy.None) return ["public"];
  return hubRanges.includes("0.0.0.0/0") ? ["hub"] : [];
}

function checkAddresses(checks: ArgumentChecks, args: VpcArgs): AddressPlan | undefined {
  const { cidrBlock, ipamPoolId, ipamNetmaskLength } = args;
  checks.exclusive({ cidrBlock, ipamNetmaskLength });
  if (ipamNetmaskLength === undefined) {
    return planAddresses(
      checks,
      cidrBlock ?? checks.fail("cidrBlock", "is not given", "Give it, or ipamNetmaskLength"),
    );
  }
  checks.integer("ipamNetmaskLength", ipamNetmaskLength, vpcPrefix.shortest, vpcPrefix.longest);
  if (!ipamPoolId)
    checks.fail("ipamNetmaskLength", "is given without a pool", "Give ipamPoolId, or cidrBlock in its place");
  return undefined;
}

function checkZones(checks: ArgumentChecks, { availabilityZones, availabilityZoneNames }: VpcArgs): number {
  checks.exclusive({ availabilityZones, availabilityZoneNames });
  for (const zone of availabilityZoneNames ?? []) {
    checks.matches("availabilityZoneNames", zone, /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, "a zone, for example us-east-1a");
  }
  checks.unique("availabilityZoneNames", availabilityZoneNames ?? []);
  return availabilityZoneNames
    ? checks.integer("availabilityZoneNames.length", availabilityZoneNames.length, 2, 3)
    : checks.integer("availabilityZones", availabilityZones ?? 3, 2, 3);
}

function checkRoom(checks: ArgumentChecks, wanted: number, prefix: number): void {
  const room = usableAddresses("endpoints", prefix);
  if (wanted > room) {
    checks.fail(
      "cidrBlock and interfaceEndpoints",
      `do not fit: a subnet for endpoints has room for ${room}, and ${wanted} are asked for`,
      "Give a larger range or fewer endpoints",
    );
  }
}

/** Rules that a rule group can hold; AWS lets nobody change it later. One domain is one rule. */
export const firewallCapacity = 1000;

function checkFirewall(checks: ArgumentChecks, { egressFirewall, logsKey }: VpcArgs, strategy: NatStrategy): void {
  if ((strategy === NatStrategy.Firewall) !== (egressFirewall !== undefined)) {
    checks.fail(
      "natStrategy and egressFirewall",
      `do not fit: natStrategy is ${strategy}, and egressFirewall is ${egressFirewall ? "" : "not "}given`,
      "Give egressFirewall with natStrategy firewall, and with no other",
    );
  }
  if (!egressFirewall) return;
  if (!logsKey) {
    checks.fail("egressFirewall and logsKey", "belong together", "Give logsKey, for example keys.logs of a KeyRing");
  }
  const { allowedDomains } = egressFirewall;
  checks.atLeast("egressFirewall.allowedDomains", allowedDomains, 1);
  checks.integer("egressFirewall.allowedDomains.length", allowedDomains.length, 1, firewallCapacity);
  for (const domain of allowedDomains) {
    checks.matches(
      "egressFirewall.allowedDomains",
      domain,
      /^(?=.{1,255}$)\.?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
      "a domain in small letters, for example api.example.com, or .example.com with all names below it",
    );
  }
  checks.unique("egressFirewall.allowedDomains", allowedDomains);
}

function checkHub(
  checks: ArgumentChecks,
  { transitGateway }: VpcArgs,
  natStrategy: NatStrategy,
  cidrBlock: string | undefined,
): string[] {
  if (!transitGateway) return [];
  const argument = "transitGateway.destinationCidrBlocks";
  const ranges = checks.atLeast(argument, transitGateway.destinationCidrBlocks, 1);
  for (const range of ranges) checkRange(checks, argument, range, cidrBlock);
  checks.unique(argument, ranges);
  if (ranges.includes("0.0.0.0/0") && natStrategy !== NatStrategy.None) {
    checks.fail(
      `natStrategy and ${argument}`,
      `both lead to the internet`,
      "Remove 0.0.0.0/0, or choose the natStrategy none",
    );
  }
  return [...ranges];
}
