import * as lb from "@pulumi/aws/lb";
import type * as types from "@pulumi/aws/types/input";
import type * as pulumi from "@pulumi/pulumi";
import type { TrafficShiftPlan } from "./deployment-plan";
import type { ServiceRoutingArgs } from "./routing-args";
import type { RoutingPlan } from "./routing-plan";

/** Where the load balancer sends requests, and which ones. */
export interface ServiceRouting {
  readonly targetGroup: lb.TargetGroup;
  readonly rule: lb.ListenerRule;
  /** Where the next revision starts, if deployments move requests. */
  readonly alternate?: lb.TargetGroup;
  /** Rule for requests that test the next revision. */
  readonly testRule?: lb.ListenerRule;
}

/** Every rule that sends requests to the service. */
export function rulesOf({ rule, testRule }: ServiceRouting): lb.ListenerRule[] {
  return [rule, ...(testRule === undefined ? [] : [testRule])];
}

/** What the target group holds: tasks by address, or instances. */
export interface RoutingTarget {
  readonly vpcId: pulumi.Input<string>;
  readonly type: "ip" | "instance";
  readonly port: number;
}

/**
 * HTTPS target group with HTTPS health check, and the listener rule; two groups where deployments move requests. There is
 * no plain-HTTP form: 45 CFR 164.312(e)(1).
 */
export function createRouting(
  name: string,
  args: ServiceRoutingArgs,
  plan: RoutingPlan,
  target: RoutingTarget,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
  shift?: TrafficShiftPlan,
): ServiceRouting {
  const targetGroup = createTargetGroup(`${name}-tg`, plan, target, tags, parent);
  const rule = (suffix: string, priority: number, conditions: Condition[], groups: lb.TargetGroup[]) =>
    new lb.ListenerRule(
      `${name}-${suffix}`,
      {
        listenerArn: args.loadBalancer.httpsListenerArn,
        priority,
        conditions: [...routedConditions(args), ...conditions],
        actions: [forwardTo(groups)],
        tags,
      },
      // ECS moves the weights with every deployment: an update in between must not move them back.
      { parent, ...(groups.length > 1 ? { ignoreChanges: ["actions"] } : {}) },
    );
  if (shift === undefined) return { targetGroup, rule: rule("rule", args.rulePriority, [], [targetGroup]) };
  const alternate = createTargetGroup(`${name}-alt`, plan, target, tags, parent);
  const groups = [targetGroup, alternate];
  const { test } = shift;
  return {
    targetGroup,
    // A rule of its own, not that of a rolling service, whose actions would be ignored with one group in them: ECS rolls
    // back unless the rule names both.
    rule: rule("shift-rule", args.rulePriority, [], groups),
    alternate,
    ...(test === undefined
      ? {}
      : {
          testRule: rule(
            "test-rule",
            test.rulePriority,
            [{ httpHeader: { httpHeaderName: test.headerName, values: [test.headerValue] } }],
            groups,
          ),
        }),
  };
}

type Condition = types.lb.ListenerRuleCondition;

function routedConditions({ hostNames, pathPatterns }: ServiceRoutingArgs): Condition[] {
  return [
    ...(hostNames?.length ? [{ hostHeader: { values: hostNames } }] : []),
    ...(pathPatterns?.length ? [{ pathPattern: { values: pathPatterns } }] : []),
  ];
}

/** All requests to the first group; the others get theirs from ECS. */
function forwardTo(groups: readonly lb.TargetGroup[]): types.lb.ListenerRuleAction {
  const [first] = groups;
  if (groups.length === 1 && first !== undefined) return { type: "forward", targetGroupArn: first.arn };
  return {
    type: "forward",
    forward: { targetGroups: groups.map((group) => ({ arn: group.arn, weight: group === first ? 1 : 0 })) },
  };
}

function createTargetGroup(
  name: string,
  plan: RoutingPlan,
  target: RoutingTarget,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): lb.TargetGroup {
  return new lb.TargetGroup(
    name,
    {
      vpcId: target.vpcId,
      targetType: target.type,
      protocol: "HTTPS",
      protocolVersion: "HTTP1",
      port: target.port,
      deregistrationDelay: plan.deregistrationDelay,
      // Takes load off targets that answer with errors, which plain round robin would go on feeding.
      loadBalancingAlgorithmType: "weighted_random",
      loadBalancingAnomalyMitigation: "on",
      healthCheck: {
        enabled: true,
        protocol: "HTTPS",
        port: "traffic-port",
        path: plan.healthCheckPath,
        matcher: "200",
        interval: 15,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
      tags,
    },
    { parent },
  );
}
