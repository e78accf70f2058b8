import { identifier } from "../identifiers";
import type { CreationWithId, ServiceSimulation } from "../type-simulation";

/** Network Firewall, transit gateway attachments, and what guards a VPC as a whole. */
export const networking: ServiceSimulation = {
  "aws:networkfirewall/firewall:Firewall": {
    id: "{arn}",
    arn: "arn:{partition}:network-firewall:{region}:{account}:firewall/{name}",
    outputs: { updateToken: "{uuid}", firewallStatuses: (firewall) => [{ syncStates: syncStates(firewall) }] },
  },
  "aws:networkfirewall/ruleGroup:RuleGroup": {
    id: "{arn}",
    arn: "arn:{partition}:network-firewall:{region}:{account}:stateful-rulegroup/{name}",
    outputs: { updateToken: "{uuid}" },
  },
  "aws:networkfirewall/loggingConfiguration:LoggingConfiguration": { id: "{firewallArn}" },
  "aws:ec2transitgateway/vpcAttachment:VpcAttachment": {
    id: "tgw-attach-{hex17}",
    arn: "arn:{partition}:ec2:{region}:{account}:transit-gateway-attachment/{id}",
    outputs: { vpcOwnerId: "{account}" },
  },
  "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions": {
    id: "{region}",
    outputs: { awsAccountId: "{account}", awsRegion: "{region}" },
  },
  "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion": {
    id: "vpcbpa-exclude-{hex17}",
    outputs: { resourceArn: "arn:{partition}:ec2:{region}:{account}:subnet/{subnetId|vpcId}" },
  },
  "aws:ec2/vpcEncryptionControl:VpcEncryptionControl": { id: "vpcec-{hex17}", outputs: { state: "available" } },
  "aws:route53/resolverFirewallConfig:ResolverFirewallConfig": {
    id: "rslvr-fc-{hex16}",
    outputs: { ownerId: "{account}" },
  },
  "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": {
    id: "rslvr-fdl-{hex16}",
    arn: "arn:{partition}:route53resolver:{region}:{account}:firewall-domain-list/{id}",
  },
  "aws:route53/resolverFirewallRule:ResolverFirewallRule": { id: "{firewallRuleGroupId}:{firewallDomainListId|hex16}" },
  "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": {
    id: "rslvr-frgassoc-{hex16}",
    arn: "arn:{partition}:route53resolver:{region}:{account}:firewall-rule-group-association/{id}",
  },
  "aws:route53/keySigningKey:KeySigningKey": {
    id: "{hostedZoneId},{name}",
    outputs: {
      keyTag: 12345,
      flag: 257,
      signingAlgorithmMnemonic: "ECDSAP256SHA256",
      signingAlgorithmType: 13,
      digestAlgorithmMnemonic: "SHA-256",
      digestAlgorithmType: 2,
      digestValue: "{hex64}",
      dsRecord: "12345 13 2 {hex64}",
      publicKey: "{lower64}",
      dnskeyRecord: "257 3 13 {lower64}",
    },
  },
  "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec": { id: "{hostedZoneId}" },
};

/** One endpoint in each of the firewall's subnets. */
function syncStates(firewall: CreationWithId) {
  const mappings = Array.isArray(firewall.inputs.subnetMappings) ? firewall.inputs.subnetMappings : [];
  return mappings.map((mapping, index) => {
    const subnetId = mapping !== null && typeof mapping === "object" && "subnetId" in mapping ? mapping.subnetId : null;
    const endpointId = `vpce-${identifier(`${firewall.seed}/${index}`, "hex", 17)}`;
    return {
      availabilityZone: firewall.fill("{region}") + "abcdef".charAt(index),
      attachments: [{ endpointId, subnetId }],
    };
  });
}
