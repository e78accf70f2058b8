import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import type { FargateServiceConnectionArgs, FargateServiceNetwork } from "./task-args";

/** One TCP port from one group to another, seen from both sides. */
interface Passage {
  /** Suffixes of the two rules' names. */
  readonly egress: string;
  readonly ingress: string;
  readonly from: pulumi.Input<string>;
  readonly to: pulumi.Input<string>;
  readonly port: pulumi.Input<number>;
  readonly description: string;
}

/** Whom the group is for, and what may pass. */
export interface SecurityGroupParts {
  readonly description: string;
  readonly network: Pick<
    FargateServiceNetwork,
    "vpcId" | "endpointSecurityGroupId" | "s3PrefixListId" | "dynamoDbPrefixListId"
  >;
  /** The load balancer in front, and the port that it calls. */
  readonly loadBalancer?: { readonly securityGroupId: pulumi.Input<string>; readonly port: number };
  readonly connections: readonly FargateServiceConnectionArgs[];
  /** Whether the program uses tables, which answer from the addresses of DynamoDB. */
  readonly usesTables: boolean;
}

/** The group of the tasks with its rules. */
export interface ServiceSecurityGroup {
  readonly group: ec2.SecurityGroup;
  /** A task that starts before these exist can neither pull its image nor be reached. */
  readonly rules: pulumi.Resource[];
}

/**
 * The group of the tasks: in comes the load balancer alone, out goes what is named. DNS needs no rule, since security
 * groups do not filter the resolver of the VPC.
 */
export function createSecurityGroup(
  name: string,
  parts: SecurityGroupParts,
  groupTags: pulumi.Output<Record<string, string>>,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ServiceSecurityGroup {
  const group = new ec2.SecurityGroup(
    `${name}-sg`,
    {
      description: parts.description,
      vpcId: parts.network.vpcId,
      revokeRulesOnDelete: true,
      tags: groupTags,
    },
    { parent },
  );
  const rules: pulumi.Resource[] = passages(name, parts, group.id).flatMap((passage) =>
    openPassage(name, passage, tags, parent),
  );
  const toPrefixList = (suffix: string, description: string, prefixListId: pulumi.Input<string>) =>
    new vpc.SecurityGroupEgressRule(
      `${name}-egress-${suffix}`,
      {
        securityGroupId: group.id,
        description: `${name} to the ${description}`,
        prefixListId,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        tags,
      },
      { parent },
    );
  const { s3PrefixListId, dynamoDbPrefixListId } = parts.network;
  rules.push(toPrefixList("s3", "S3 gateway endpoint, from which ECR serves image layers", s3PrefixListId));
  if (parts.usesTables && dynamoDbPrefixListId !== undefined) {
    rules.push(toPrefixList("dynamodb", "DynamoDB gateway endpoint", dynamoDbPrefixListId));
  }
  return { group, rules };
}

function passages(name: string, parts: SecurityGroupParts, group: pulumi.Output<string>): Passage[] {
  const { loadBalancer, network, connections } = parts;
  return [
    ...(loadBalancer === undefined
      ? []
      : [
          {
            egress: "load-balancer-egress",
            ingress: "ingress-load-balancer",
            from: loadBalancer.securityGroupId,
            to: group,
            port: loadBalancer.port,
            description: `load balancer to ${name}, HTTPS`,
          },
        ]),
    {
      egress: "egress-endpoints",
      ingress: "endpoints-ingress",
      from: group,
      to: network.endpointSecurityGroupId,
      port: 443,
      description: `${name} to the interface endpoints, HTTPS`,
    },
    ...connections.map((connection) => ({
      egress: `connect-${connection.name}`,
      ingress: `accept-${connection.name}`,
      from: group,
      to: connection.securityGroupId,
      port: connection.port,
      description: `${name} to ${connection.name}`,
    })),
  ];
}

function openPassage(
  name: string,
  passage: Passage,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): pulumi.Resource[] {
  const common = {
    description: passage.description,
    ipProtocol: "tcp",
    fromPort: passage.port,
    toPort: passage.port,
    tags,
  };
  const egress = new vpc.SecurityGroupEgressRule(
    `${name}-${passage.egress}`,
    { ...common, securityGroupId: passage.from, referencedSecurityGroupId: passage.to },
    { parent },
  );
  const ingress = new vpc.SecurityGroupIngressRule(
    `${name}-${passage.ingress}`,
    { ...common, securityGroupId: passage.to, referencedSecurityGroupId: passage.from },
    { parent },
  );
  return [egress, ingress];
}
