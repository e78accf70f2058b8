import * as ec2 from "@pulumi/aws/ec2";
import { openGatewayPassage, openPassage, type Passage } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import type { FargateServiceConnectionArgs, FargateServiceNetwork } from "./task-args";

/** A way in or out, and what its two rules are called behind the service's name. */
interface NamedPassage extends Omit<Passage, "tags"> {
  readonly egress: string;
  readonly ingress: string;
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
  const rules: pulumi.Resource[] = passages(name, parts, group.id).flatMap(({ egress, ingress, ...passage }) =>
    openPassage({ egress: `${name}-${egress}`, ingress: `${name}-${ingress}` }, { ...passage, tags }, { parent }),
  );
  const openGateway = (suffix: string, gateway: string, prefixListId: pulumi.Input<string>) =>
    openGatewayPassage(
      `${name}-egress-${suffix}`,
      { from: group.id, prefixListId, description: `${name} to the ${gateway}`, tags },
      { parent },
    );
  const { s3PrefixListId, dynamoDbPrefixListId } = parts.network;
  rules.push(openGateway("s3", "S3 gateway endpoint, from which ECR serves image layers", s3PrefixListId));
  if (parts.usesTables && dynamoDbPrefixListId !== undefined) {
    rules.push(openGateway("dynamodb", "DynamoDB gateway endpoint", dynamoDbPrefixListId));
  }
  return { group, rules };
}

function passages(name: string, parts: SecurityGroupParts, group: pulumi.Output<string>): NamedPassage[] {
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
