import type * as types from "@pulumi/aws/types/input";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import {
  FargateServiceDeploymentStrategy as Strategy,
  type FargateServiceDeployment,
  type FargateServiceDeploymentTest,
} from "./deployment-args";
import type { FargateServiceArgs } from "./fargate-service-args";

/** What ECS is told of a deployment, hooks apart. */
export type DeploymentConfiguration = types.ecs.ServiceDeploymentConfiguration;

/** The test of new tasks, with defaults. */
export interface DeploymentTestPlan extends FargateServiceDeploymentTest {
  readonly headerName: string;
}

/** A deployment that moves requests between two target groups. */
export interface TrafficShiftPlan {
  readonly configuration: DeploymentConfiguration;
  readonly test: DeploymentTestPlan | undefined;
}

/** Arguments of one strategy only. */
const ownArguments = {
  canaryPercent: Strategy.Canary,
  canaryMinutes: Strategy.Canary,
  stepPercent: Strategy.Linear,
  stepMinutes: Strategy.Linear,
} as const;

const longest = 1440;

/**
 * @returns the shift of requests; undefined where tasks are replaced one after another
 * @throws ArgumentError for arguments of another strategy, and where nothing would call a deployment back.
 */
export function planDeployment(checks: ArgumentChecks, args: FargateServiceArgs): TrafficShiftPlan | undefined {
  const { deployment } = args;
  if (deployment === undefined) return undefined;
  const strategy = checks.oneOf("deployment.strategy", deployment.strategy, Object.values(Strategy));
  checkOwnArguments(checks, deployment, strategy);
  if (strategy === Strategy.Rolling) return undefined;
  checkAlarms(checks, args);
  if (args.requestsPerTarget !== undefined) {
    checks.fail(
      "requestsPerTarget and deployment.strategy",
      "exclude each other: scaling counts the requests of one target group, and each deployment moves to the other",
      "Remove requestsPerTarget, and scaling follows the CPU",
    );
  }
  const minutes = (argument: keyof FargateServiceDeployment, value: number, least: number) =>
    String(checks.integer(`deployment.${argument}`, value, least, longest));
  return {
    configuration: {
      bakeTimeInMinutes: minutes("bakeMinutes", deployment.bakeMinutes ?? 10, 5),
      ...shiftOf(checks, deployment, strategy, minutes),
    },
    test: deployment.test === undefined ? undefined : planTest(checks, args, deployment.test),
  };
}

function shiftOf(
  checks: ArgumentChecks,
  deployment: FargateServiceDeployment,
  strategy: Strategy,
  minutes: (argument: keyof FargateServiceDeployment, value: number, least: number) => string,
): DeploymentConfiguration {
  if (strategy === Strategy.Canary) {
    return {
      strategy: "CANARY",
      canaryConfiguration: {
        canaryPercent: checks.integer("deployment.canaryPercent", deployment.canaryPercent ?? 10, 1, 50),
        canaryBakeTimeInMinutes: minutes("canaryMinutes", deployment.canaryMinutes ?? 10, 5),
      },
    };
  }
  if (strategy === Strategy.Linear) {
    return {
      strategy: "LINEAR",
      linearConfiguration: {
        stepPercent: checks.integer("deployment.stepPercent", deployment.stepPercent ?? 25, 3, 50),
        stepBakeTimeInMinutes: minutes("stepMinutes", deployment.stepMinutes ?? 5, 1),
      },
    };
  }
  return { strategy: "BLUE_GREEN" };
}

function checkOwnArguments(checks: ArgumentChecks, deployment: FargateServiceDeployment, strategy: Strategy): void {
  for (const [argument, owner] of Object.entries(ownArguments)) {
    if (deployment[argument as keyof typeof ownArguments] !== undefined && strategy !== owner) {
      checks.fail(`deployment.${argument}`, `is given with the strategy ${strategy}`, `Remove it, or choose ${owner}`);
    }
  }
  for (const argument of ["bakeMinutes", "test"] as const) {
    if (deployment[argument] !== undefined && strategy === Strategy.Rolling) {
      checks.fail(`deployment.${argument}`, "is given with the strategy rolling", "Remove it, or choose blue-green");
    }
  }
}

function checkAlarms(checks: ArgumentChecks, args: FargateServiceArgs): void {
  const ownAlarms = args.alarmTopicArn !== undefined && args.loadBalancer.loadBalancerArnSuffix !== undefined;
  if (ownAlarms || (args.rollbackAlarmNames ?? []).length > 0) return;
  checks.fail(
    "deployment.strategy",
    "moves requests while no alarm would call them back",
    "Give alarmTopicArn and loadBalancer.loadBalancerArnSuffix, or rollbackAlarmNames",
  );
}

const headerName = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

function planTest(
  checks: ArgumentChecks,
  args: FargateServiceArgs,
  test: FargateServiceDeploymentTest,
): DeploymentTestPlan {
  checks.integer("deployment.test.rulePriority", test.rulePriority, 1, 50_000);
  if (test.rulePriority >= args.rulePriority) {
    checks.fail(
      "deployment.test.rulePriority",
      `is ${test.rulePriority} and rulePriority ${args.rulePriority}: the other rule would take every request`,
      "Give a smaller number",
    );
  }
  const values = (args.hostNames?.length ?? 0) + (args.pathPatterns?.length ?? 0);
  if (values > 4) {
    checks.fail(
      "hostNames and pathPatterns",
      `hold ${values} values together, and the rule of the test has the header beside them`,
      "Give at most four, or use wildcards",
    );
  }
  if (typeof test.headerValue === "string" && !/^[A-Za-z0-9._-]{8,128}$/.test(test.headerValue)) {
    checks.fail(
      "deployment.test.headerValue",
      "is not 8 to 128 letters, digits, dots, hyphens and underscores",
      "Give a value that no client sends by chance",
    );
  }
  return {
    ...test,
    headerName: checks.matches(
      "deployment.test.headerName",
      test.headerName ?? "X-Deployment-Test",
      headerName,
      "1 to 40 letters, digits and hyphens, a letter first",
    ),
  };
}
