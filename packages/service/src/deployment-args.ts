import type * as pulumi from "@pulumi/pulumi";

/** How a new revision takes over from the one that runs. */
export enum FargateServiceDeploymentStrategy {
  /** Tasks are replaced a few at a time, behind one target group. */
  Rolling = "rolling",
  /** All new tasks start beside the old ones, then all requests go over at once. */
  BlueGreen = "blue-green",
  /** As above, but a share of the requests goes over first, and the rest later. */
  Canary = "canary",
  /** As above, but the requests go over in equal steps. */
  Linear = "linear",
}

/** A test of the new tasks before any client reaches them. */
export interface FargateServiceDeploymentTest {
  /**
   * ARN of a Lambda function that ECS calls once requests with the header reach the new tasks, and that must answer
   * `{"hookStatus":"SUCCEEDED"}`. Any other answer rolls the deployment back.
   */
  functionArn: pulumi.Input<string>;
  /** Priority of the listener rule for requests with the header: smaller than `rulePriority`, or it never matches. */
  rulePriority: number;
  /** Name of the header. Default `X-Deployment-Test`. Plain value. */
  headerName?: string;
  /**
   * Value of the header. It keeps ordinary clients apart and is no secret: who sends it gets what every client gets soon
   * after, behind the same sign-in.
   */
  headerValue: pulumi.Input<string>;
}

/**
 * How a new revision takes over. All but `Rolling` need alarms that tell in time, and need twice the tasks meanwhile; the
 * old tasks stay until the bake time is over, so that the way back is a switch and no start of tasks.
 *
 * Source: "Amazon ECS blue/green deployments", "… linear deployments" and "… canary deployments" in the Amazon ECS
 * Developer Guide; 45 CFR 164.308(a)(7)(i), 164.312(c)(1).
 */
export interface FargateServiceDeployment {
  /** The strategy. Read while the graph is built. */
  strategy: FargateServiceDeploymentStrategy;
  /** Minutes, 5 to 1440, that the old tasks stay after all requests went over. Default 10. Not with `Rolling`. */
  bakeMinutes?: number;
  /** Percentage of the requests that goes over first, 1 to 50. Default 10. Only with `Canary`. */
  canaryPercent?: number;
  /** Minutes, 5 to 1440, before the rest follows. Default 10. Only with `Canary`. */
  canaryMinutes?: number;
  /** Percentage of the requests that goes over in each step, 3 to 50. Default 25. Only with `Linear`. */
  stepPercent?: number;
  /** Minutes, 1 to 1440, between steps. Default 5. Only with `Linear`. */
  stepMinutes?: number;
  /** A test before clients reach the new tasks. Default none. Not with `Rolling`. */
  test?: FargateServiceDeploymentTest;
}
