import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as networkfirewall from "@pulumi/aws/networkfirewall";
import * as pulumi from "@pulumi/pulumi";
import { everywhere } from "./routes";
import type { PerTier } from "./tiers";
import { firewallCapacity } from "./vpc-checks";
import { childTags, type VpcContext } from "./vpc-context";
import type { VpcEgressFirewall } from "./vpc-option-args";

/**
 * Network Firewall between web and app and their NAT gateways: TLS to the named domains passes, all else is dropped and
 * recorded. It stands before the NAT gateways, so that its records hold the real source addresses.
 */
export function createEgressFirewall(
  context: VpcContext,
  subnets: PerTier<ec2.Subnet[]>,
  routeTables: PerTier<ec2.RouteTable[]>,
): networkfirewall.Firewall | undefined {
  const { args, component, name } = context;
  if (!args.egressFirewall) return undefined;
  const options = { parent: component };
  const childName = `${name}-egress`;
  const protection = args.egressFirewall.deletionProtection ?? true;
  const encryption = encryptionOf(args.egressFirewall);
  const firewall = new networkfirewall.Firewall(
    childName,
    {
      description: "Lets web and app open TLS connections to named domains alone",
      vpcId: context.vpcId,
      subnetMappings: subnets.firewall.map((subnet) => ({ subnetId: subnet.id })),
      firewallPolicyArn: createPolicy(context, args.egressFirewall, childName).arn,
      deleteProtection: protection,
      subnetChangeProtection: protection,
      encryptionConfiguration: encryption,
      tags: childTags(context, childName),
    },
    options,
  );
  createLogging(context, firewall, childName);
  routeThrough(context, firewall, subnets, routeTables);
  return firewall;
}

function encryptionOf({ key }: VpcEgressFirewall) {
  return { type: "CUSTOMER_KMS", keyId: pulumi.output(key).arn };
}

function createPolicy(
  context: VpcContext,
  firewall: VpcEgressFirewall,
  childName: string,
): networkfirewall.FirewallPolicy {
  const options = { parent: context.component };
  const rules = new networkfirewall.RuleGroup(
    childName,
    {
      description: "Domains that web and app may open TLS connections to",
      type: "STATEFUL",
      capacity: firewallCapacity,
      ruleGroup: {
        statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
        rulesSource: {
          rulesSourceList: {
            generatedRulesType: "ALLOWLIST",
            // The name in the TLS handshake alone: plain HTTP passes for nobody.
            targetTypes: ["TLS_SNI"],
            targets: firewall.allowedDomains,
          },
        },
      },
      encryptionConfiguration: encryptionOf(firewall),
      tags: childTags(context, childName),
    },
    options,
  );
  return new networkfirewall.FirewallPolicy(
    childName,
    {
      description: "Drops what no rule lets through",
      firewallPolicy: {
        statelessDefaultActions: ["aws:forward_to_sfe"],
        statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
        statefulEngineOptions: { ruleOrder: "STRICT_ORDER", streamExceptionPolicy: "DROP" },
        // After the handshake, since the domain stands in what follows it.
        statefulDefaultActions: ["aws:drop_established", "aws:alert_established"],
        statefulRuleGroupReferences: [{ priority: 1, resourceArn: rules.arn }],
      },
      encryptionConfiguration: encryptionOf(firewall),
      tags: childTags(context, childName),
    },
    options,
  );
}

/** What was dropped, and every flow, each in a log group of its own. */
function createLogging(context: VpcContext, firewall: networkfirewall.Firewall, childName: string): void {
  const { args, component, settings } = context;
  const options = { parent: component };
  const destinations = (["ALERT", "FLOW"] as const).map((logType) => {
    const groupName = `${childName}-${logType.toLowerCase()}`;
    const group = new cloudwatch.LogGroup(
      groupName,
      {
        kmsKeyId: args.logsKey === undefined ? undefined : pulumi.output(args.logsKey).arn,
        retentionInDays: settings.firewallLogRetentionDays,
        tags: childTags(context, groupName),
      },
      options,
    );
    return { logType, logDestinationType: "CloudWatchLogs", logDestination: { logGroup: group.name } };
  });
  new networkfirewall.LoggingConfiguration(
    childName,
    { firewallArn: firewall.arn, loggingConfiguration: { logDestinationConfigs: destinations } },
    options,
  );
}

/** Web and app lead to the endpoint of their zone; what comes back from the NAT gateway does too, or it is dropped. */
function routeThrough(
  context: VpcContext,
  firewall: networkfirewall.Firewall,
  subnets: PerTier<ec2.Subnet[]>,
  routeTables: PerTier<ec2.RouteTable[]>,
): void {
  const { component, name, ranges } = context;
  const options = { parent: component };
  subnets.firewall.forEach((subnet, index) => {
    const vpcEndpointId = pulumi
      .all([firewall.firewallStatuses, subnet.id])
      .apply(([statuses, subnetId]) => endpointIn(statuses, subnetId));
    for (const tier of ["web", "app"] as const) {
      const [out, back] = [routeTables[tier][index], routeTables.egress[index]];
      if (!out || !back) continue;
      new ec2.Route(
        `${name}-${tier}-${index + 1}-firewall`,
        { routeTableId: out.id, destinationCidrBlock: everywhere, vpcEndpointId },
        options,
      );
      new ec2.Route(
        `${name}-egress-${index + 1}-to-${tier}`,
        { routeTableId: back.id, destinationCidrBlock: ranges.subnet(tier, index), vpcEndpointId },
        options,
      );
    }
  });
}

type FirewallStatuses = pulumi.Unwrap<networkfirewall.Firewall["firewallStatuses"]>;

/** The firewall's endpoint in a subnet. */
function endpointIn(statuses: FirewallStatuses, subnetId: string): string {
  const attachments = statuses.flatMap(({ syncStates }) => syncStates.flatMap((state) => state.attachments));
  return attachments.find((attachment) => attachment.subnetId === subnetId)?.endpointId ?? "";
}
