import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import type { FargateServiceArgs } from "./fargate-service-args";
import type { ServicePlan } from "./service-plan";

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
  args: FargateServiceArgs,
  plan: ServicePlan,
  groupTags: pulumi.Output<Record<string, string>>,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ServiceSecurityGroup {
  const group = new ec2.SecurityGroup(
    `${name}-sg`,
    {
      description: `Tasks of the service ${name}`,
      vpcId: args.network.vpcId,
      revokeRulesOnDelete: true,
      tags: groupTags,
    },
    { parent },
  );
  const rules: pulumi.Resource[] = passages(name, args, plan, group.id).flatMap((passage) =>
    openPassage(name, passage, tags, parent),
  );
  const toS3 = new vpc.SecurityGroupEgressRule(
    `${name}-egress-s3`,
    {
      securityGroupId: group.id,
      description: `${name} to the S3 gateway endpoint, from which ECR serves image layers`,
      prefixListId: args.network.s3PrefixListId,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      tags,
    },
    { parent },
  );
  return { group, rules: [...rules, toS3] };
}

function passages(name: string, args: FargateServiceArgs, plan: ServicePlan, group: pulumi.Output<string>): Passage[] {
  return [
    {
      egress: "load-balancer-egress",
      ingress: "ingress-load-balancer",
      from: args.loadBalancer.securityGroupId,
      to: group,
      port: plan.port,
      description: `load balancer to ${name}, HTTPS`,
    },
    {
      egress: "egress-endpoints",
      ingress: "endpoints-ingress",
      from: group,
      to: args.network.endpointSecurityGroupId,
      port: 443,
      description: `${name} to the interface endpoints, HTTPS`,
    },
    ...(args.connections ?? []).map((connection) => ({
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
