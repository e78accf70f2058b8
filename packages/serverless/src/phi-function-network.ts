import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { openGatewayPassage, openPassage, tags as hipaaTags } from "@hipaa-aws/foundation";
import type { PhiFunctionArgs } from "./phi-function-args";

/** The function's group, into which nothing comes, and the rules by which it reaches what is named. */
export function createSecurityGroup(name: string, args: PhiFunctionArgs, parent: pulumi.Resource): ec2.SecurityGroup {
  const { network, tags, fileSystem } = args;
  const group = new ec2.SecurityGroup(
    `${name}-security-group`,
    {
      description: `Function ${name}`,
      vpcId: network.vpcId,
      revokeRulesOnDelete: true,
      tags: hipaaTags({ tier: "app" }, tags),
    },
    { parent },
  );
  const passages = [
    { name: "endpoints", securityGroupId: network.endpointSecurityGroupId, port: 443 },
    ...(fileSystem === undefined
      ? []
      : [{ name: "files", securityGroupId: fileSystem.securityGroupId, port: 2049 as pulumi.Input<number> }]),
    ...(args.connections ?? []).map((connection) => ({ ...connection, name: `to-${connection.name}` })),
  ];
  for (const { name: passage, securityGroupId: to, port } of passages) {
    openPassage(
      { egress: `${name}-egress-${passage}`, ingress: `${name}-ingress-${passage}` },
      { from: group.id, to, port, description: `${name} to ${passage.replace(/^to-/, "")}`, tags },
      { parent },
    );
  }
  const gateways = [
    { suffix: "s3", service: "S3", prefixListId: network.s3PrefixListId },
    { suffix: "dynamodb", service: "DynamoDB", prefixListId: network.dynamoDbPrefixListId },
  ];
  for (const { suffix, service, prefixListId } of gateways) {
    if (prefixListId === undefined) continue;
    const description = `${name} to the ${service} gateway endpoint`;
    openGatewayPassage(`${name}-egress-${suffix}`, { from: group.id, prefixListId, description, tags }, { parent });
  }
  return group;
}
