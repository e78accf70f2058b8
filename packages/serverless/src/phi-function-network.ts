import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { tags as hipaaTags } from "@hipaa-aws/foundation";
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
  for (const passage of passages) openPassage(name, passage, group.id, tags, parent);
  const gateways = [
    { suffix: "s3", service: "S3", prefixListId: network.s3PrefixListId },
    { suffix: "dynamodb", service: "DynamoDB", prefixListId: network.dynamoDbPrefixListId },
  ];
  for (const { suffix, service, prefixListId } of gateways) {
    if (prefixListId === undefined) continue;
    new vpc.SecurityGroupEgressRule(
      `${name}-egress-${suffix}`,
      {
        description: `${name} to the ${service} gateway endpoint`,
        securityGroupId: group.id,
        prefixListId,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        tags,
      },
      { parent },
    );
  }
  return group;
}

function openPassage(
  name: string,
  passage: { name: string; securityGroupId: pulumi.Input<string>; port: pulumi.Input<number> },
  from: pulumi.Output<string>,
  tags: PhiFunctionArgs["tags"],
  parent: pulumi.Resource,
): void {
  const common = {
    description: `${name} to ${passage.name.replace(/^to-/, "")}`,
    ipProtocol: "tcp",
    fromPort: passage.port,
    toPort: passage.port,
    tags,
  };
  new vpc.SecurityGroupEgressRule(
    `${name}-egress-${passage.name}`,
    { ...common, securityGroupId: from, referencedSecurityGroupId: passage.securityGroupId },
    { parent },
  );
  new vpc.SecurityGroupIngressRule(
    `${name}-ingress-${passage.name}`,
    { ...common, securityGroupId: passage.securityGroupId, referencedSecurityGroupId: from },
    { parent },
  );
}
