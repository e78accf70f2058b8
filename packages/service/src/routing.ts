import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import type { ServiceRoutingArgs } from "./routing-args";
import type { RoutingPlan } from "./routing-plan";

/** Where the load balancer sends requests, and which ones. */
export interface ServiceRouting {
  readonly targetGroup: lb.TargetGroup;
  readonly rule: lb.ListenerRule;
}

/** What the target group holds: tasks by address, or instances. */
export interface RoutingTarget {
  readonly vpcId: pulumi.Input<string>;
  readonly type: "ip" | "instance";
  readonly port: number;
}

/** HTTPS target group with HTTPS health check, and the listener rule. There is no plain-HTTP form: 45 CFR 164.312(e)(1). */
export function createRouting(
  name: string,
  args: ServiceRoutingArgs,
  plan: RoutingPlan,
  target: RoutingTarget,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ServiceRouting {
  const targetGroup = new lb.TargetGroup(
    `${name}-tg`,
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
  const rule = new lb.ListenerRule(
    `${name}-rule`,
    {
      listenerArn: args.loadBalancer.httpsListenerArn,
      priority: args.rulePriority,
      conditions: [
        ...(args.hostNames?.length ? [{ hostHeader: { values: args.hostNames } }] : []),
        ...(args.pathPatterns?.length ? [{ pathPattern: { values: args.pathPatterns } }] : []),
      ],
      actions: [{ type: "forward", targetGroupArn: targetGroup.arn }],
      tags,
    },
    { parent },
  );
  return { targetGroup, rule };
}
