import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor, tags } from "@hipaa-aws/foundation";
import { ServiceQueueRole } from "./access-args";
import { accessGrants } from "./access";
import { createUtilizationAlarms } from "./alarms";
import { keyInput, taskInputs } from "./component-inputs";
import { createEcsService } from "./ecs-service";
import { createImageVerifier } from "./deployment-hooks";
import { backlogTargets } from "./queue-backlog";
import { createScaling } from "./scaling";
import { ServiceTier } from "./task-args";
import { planCounts } from "./task-counts";
import { createTaskParts } from "./task-parts";
import { planTask } from "./task-plan";
import type { WorkerServiceArgs } from "./worker-service-args";

/**
 * A service on Fargate that nobody calls: it works off a queue or does its work on its own, without a load balancer and
 * without an open port. All else is as in `FargateService`: no root, read-only image, named permissions, no open rules,
 * logs kept six years, a circuit breaker that rolls back.
 *
 * Safeguards: 45 CFR 164.312(a)(1) access control, 164.312(b) audit controls, 164.308(a)(4)(ii)(B) access authorization.
 *
 * Cost in us-east-1 (list prices, November 2026, without data): two tasks of 0.5 vCPU and 1 GiB on ARM64 about 29 USD a
 * month; alarms 0.10 USD each.
 *
 * @throws ArgumentError when arguments do not fit; the message names them and the mend.
 */
export class WorkerService extends pulumi.ComponentResource {
  /** Security group of the tasks. Nothing comes in. */
  public readonly securityGroupId!: pulumi.Output<string>;
  public readonly serviceName!: pulumi.Output<string>;
  public readonly serviceArn!: pulumi.Output<string>;
  /** Role of the program, for resource policies that name it. */
  public readonly taskRoleArn!: pulumi.Output<string>;
  public readonly taskRoleName!: pulumi.Output<string>;
  public readonly logGroupName!: pulumi.Output<string>;

  constructor(name: string, args: WorkerServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planWorker(name, args);
    super("service:index:WorkerService", name, workerInputs(args), opts);

    const environment = awsEnvironment(this);
    const plainTags = tags({}, args.tags);
    const task = createTaskParts(name, `Tasks of the worker ${name}`, args, plan, environment, this, {
      roles: { grants: accessGrants(environment, queueAccess(args)) },
    });
    const service = createEcsService(
      name,
      args,
      plan,
      { task, hooks: createImageVerifier(name, args, environment, plainTags, this) },
      tags({ tier: plan.tier }, args.tags),
      this,
    );
    createScaling(name, args, plan, service, backlogTargets(args, plan.backlogPerTask, service), plainTags, this);
    createUtilizationAlarms(name, args, service, plainTags, this);

    this.securityGroupId = task.security.group.id;
    this.serviceName = service.name;
    this.serviceArn = service.arn;
    this.taskRoleArn = task.roles.task.arn;
    this.taskRoleName = task.roles.task.name;
    this.logGroupName = task.logs.name;
    this.registerOutputs({
      securityGroupId: this.securityGroupId,
      serviceName: this.serviceName,
      serviceArn: this.serviceArn,
      taskRoleArn: this.taskRoleArn,
      taskRoleName: this.taskRoleName,
      logGroupName: this.logGroupName,
    });
  }
}

function planWorker(name: string, args: WorkerServiceArgs) {
  const checks = checksFor("WorkerService", name);
  checks.matches("name", name, /^[A-Za-z][A-Za-z0-9-]*$/, "letters, digits and hyphens, a letter first");
  checks.fitsAutoname(`${name}-execution-role`, 64, "roles");
  if (args.memoryPercent !== undefined) checks.integer("memoryPercent", args.memoryPercent, 10, 90);
  if ((args.queue === undefined) !== (args.queueKey === undefined)) {
    checks.fail("queue and queueKey", "belong together and one is missing", "Give both, or neither");
  }
  if (args.queue === undefined && args.backlogPerTask !== undefined) {
    checks.fail("backlogPerTask", "is given without a queue to measure", "Give queue, or leave it out");
  }
  return {
    checks,
    tier: checks.oneOf("tier", args.tier ?? ServiceTier.App, Object.values(ServiceTier)),
    ...planTask(checks, args),
    ...planCounts(checks, args.minCount, args.maxCount, args.desiredCount),
    cpuPercent: checks.integer("cpuPercent", args.cpuPercent ?? 60, 10, 90),
    spotWeight: checks.integer("spotWeight", args.spotWeight ?? 0, 0, 1000),
    backlogPerTask: checks.integer("backlogPerTask", args.backlogPerTask ?? 100, 1, 1_000_000),
  };
}

function queueAccess({ queue, queueKey }: WorkerServiceArgs) {
  if (queue === undefined || queueKey === undefined) return {};
  return { queues: [{ name: "backlog", queue, key: queueKey, role: ServiceQueueRole.Consume }] };
}

function workerInputs(args: WorkerServiceArgs): pulumi.Inputs {
  const { queue, queueKey } = args;
  return {
    ...taskInputs(args),
    ...(queue === undefined ? {} : { queue: { queueArn: queue.queueArn, queueName: queue.queueName } }),
    ...(queueKey === undefined ? {} : { queueKey: keyInput(queueKey) }),
  };
}
