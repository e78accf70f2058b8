import type { AwsEnvironment } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import { createDeploymentHook, type DeploymentHook } from "./deployment-hooks";
import type { TrafficShiftPlan } from "./deployment-plan";
import type { FargateServiceArgs } from "./fargate-service-args";
import { createRole, ecsTrust } from "./roles";
import { rulesOf, type ServiceRouting } from "./routing";

/** What the service is told of the second target group. */
export interface TrafficShift {
  readonly advancedConfiguration: {
    readonly alternateTargetGroupArn: pulumi.Output<string>;
    readonly productionListenerRule: pulumi.Output<string>;
    readonly testListenerRule?: pulumi.Output<string>;
    readonly roleArn: pulumi.Output<string>;
  };
  readonly hooks: DeploymentHook[];
  readonly attachments: pulumi.Resource[];
}

/**
 * The role by which ECS moves requests, and the hook that tests the new tasks. The role has the actions of AWS's
 * `AmazonECSInfrastructureRolePolicyForLoadBalancers`, but for these two target groups and these rules alone, where
 * AWS's own takes those of the whole account.
 */
export function createTrafficShift(
  name: string,
  args: FargateServiceArgs,
  plan: TrafficShiftPlan | undefined,
  routing: ServiceRouting,
  environment: AwsEnvironment,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): TrafficShift | undefined {
  const { alternate } = routing;
  if (plan === undefined || alternate === undefined) return undefined;
  const { permissionsBoundaryArn } = args;
  const { role, attachments } = createRole(
    `${name}-shift`,
    {
      description: `Moves requests between the revisions of ${name}`,
      trust: ecsTrust(environment),
      statements: [
        {
          // Elastic Load Balancing takes no resource for these.
          sid: "ReadLoadBalancing",
          actions: [
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeRules",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth",
          ],
          resources: ["*"],
        },
        {
          sid: "RegisterTasks",
          actions: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
          resources: [routing.targetGroup.arn, alternate.arn],
        },
        {
          sid: "MoveRequests",
          actions: ["elasticloadbalancing:ModifyRule"],
          resources: rulesOf(routing).map((rule) => rule.arn),
        },
      ],
      permissionsBoundaryArn,
      tags,
    },
    parent,
  );
  const hooks =
    plan.test === undefined
      ? []
      : [
          createDeploymentHook(
            `${name}-test`,
            {
              functionArn: plan.test.functionArn,
              stage: "POST_TEST_TRAFFIC_SHIFT",
              description: `Asks the function that tests new tasks of ${name}`,
              permissionsBoundaryArn,
            },
            environment,
            tags,
            parent,
          ),
        ];
  return {
    advancedConfiguration: {
      alternateTargetGroupArn: alternate.arn,
      productionListenerRule: routing.rule.arn,
      ...(routing.testRule === undefined ? {} : { testListenerRule: routing.testRule.arn }),
      roleArn: role.arn,
    },
    hooks,
    attachments,
  };
}
