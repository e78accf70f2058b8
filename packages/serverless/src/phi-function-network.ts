import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import type { PhiFunctionArgs } from "./phi-function-args";

/** The function's group, into which nothing comes, and the rules by which it reaches what is named. */
export function createSecurityGroup(name: string, args: PhiFunctionArgs, parent: pulumi.Resource): ec2.SecurityGroup {
  const { network, tags, fileSystem } = args;
  const group = new ec2.SecurityGroup(
    `${name}-security-group`,
    { description: `Function ${name}`, vpcId: network.vpcId, revokeRulesOnDelete: true, tags },
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
  if (network.s3PrefixListId !== undefined) {
    new vpc.SecurityGroupEgressRule(
      `${name}-egress-s3`,
      {
        description: `${name} to the S3 gateway endpoint`,
        securityGroupId: group.id,
        prefixListId: network.s3PrefixListId,
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
