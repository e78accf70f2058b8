import type * as pulumi from "@pulumi/pulumi";

/** The load balancer in front of a service; a load balancer of the edge package fits. */
export interface FargateServiceLoadBalancer {
  /** ARN of the HTTPS listener that gets the rule. */
  httpsListenerArn: pulumi.Input<string>;
  /** Security group of the load balancer; it gets the egress rule to the service. */
  securityGroupId: pulumi.Input<string>;
  /**
   * Last part of the load balancer's ARN, as CloudWatch names it. With it come scaling by requests and, where an alarm
   * topic is given, the alarms that roll a deployment back.
   */
  loadBalancerArnSuffix?: pulumi.Input<string>;
}

/** What everything behind a load balancer has: tasks or instances, its targets. */
export interface ServiceRoutingArgs {
  /** The load balancer in front. */
  loadBalancer: FargateServiceLoadBalancer;
  /** Host names that are routed here. One of `hostNames` and `pathPatterns` is needed; together at most five values. */
  hostNames?: pulumi.Input<string>[];
  /** Path patterns that are routed here, for example `/api/*`. */
  pathPatterns?: pulumi.Input<string>[];
  /** Priority of the listener rule, 1 to 50000, unique on the listener. */
  rulePriority: number;
  /** Path that the load balancer asks over HTTPS, expecting status 200. Default `/healthz`. It must not need a login. */
  healthCheckPath?: string;
  /** Seconds a stopping target stays for open requests. Default 30. */
  deregistrationDelaySeconds?: number;
  /** Seconds after start in which failing health checks do not stop a target. Default 60. */
  healthCheckGracePeriodSeconds?: number;
  /** Requests per minute and target that scaling aims at. Default 1000. Needs `loadBalancerArnSuffix`. */
  requestsPerTarget?: number;
  /**
   * Milliseconds that one request of a hundred may take. Above it for three of five minutes, the alarm sounds and a
   * deployment is rolled back. Default no such alarm. Needs `alarmTopicArn` and `loadBalancerArnSuffix`.
   */
  latencyAlarmMillis?: number;
  /** Names of more alarms that roll a deployment back, for example of a synthetic check. Default none. */
  rollbackAlarmNames?: pulumi.Input<string>[];
  /** Topic that alarms notify. Default none, and then no alarms: an alarm that nobody hears is none. */
  alarmTopicArn?: pulumi.Input<string>;
}
