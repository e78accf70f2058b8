import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor, tags, type PolicyStatement } from "@hipaa-aws/foundation";
import { keyInput, taskInputs } from "./component-inputs";
import type { DebugTaskArgs } from "./debug-task-args";
import { createRunPolicy, runTaskInput } from "./run-task";
import { createTaskParts } from "./task-parts";
import { planRun } from "./task-plan";
import { createRunAlert, RunEvent } from "./task-run-alert";

/**
 * A task with a shell, in the place of ECS Exec into a running service: started in an emergency by the break-glass role,
 * with an image of tools and permissions of its own, told to the alarm topic, ended by itself after an hour. What is typed
 * goes to the cluster's session log under its key.
 *
 * Its root file system can be written to, since the agent of ECS Exec needs that: this is why services have no shell. It
 * serves nobody and nothing comes in.
 *
 * Safeguards: 45 CFR 164.312(a)(2)(ii) emergency access, 164.312(b) audit controls, 164.308(a)(1)(ii)(D) activity review.
 *
 * Cost in us-east-1 (list prices, November 2026): nothing until it runs, then about 0.02 USD an hour at the default size.
 *
 * @throws ArgumentError when arguments do not fit; the message names them and the mend.
 */
export class DebugTask extends pulumi.ComponentResource {
  /** ARN of the task definition's revision. */
  public readonly taskDefinitionArn!: pulumi.Output<string>;
  /** Security group of the task. Nothing comes in. */
  public readonly securityGroupId!: pulumi.Output<string>;
  public readonly taskRoleArn!: pulumi.Output<string>;
  public readonly taskRoleName!: pulumi.Output<string>;
  public readonly logGroupName!: pulumi.Output<string>;
  /** JSON for `aws ecs run-task --cli-input-json`. */
  public readonly runTaskInput!: pulumi.Output<string>;
  /** ARN of the policy that lets a role start the task and enter it, to attach to the break-glass role alone. */
  public readonly runPolicyArn!: pulumi.Output<string>;

  constructor(name: string, args: DebugTaskArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planDebug(name, args);
    const sessionsKeyArn = pulumi.output(args.sessionsKey).apply((key) => key.arn);
    super("service:index:DebugTask", name, debugInputs(args), opts);

    const environment = awsEnvironment(this);
    const plainTags = tags({}, args.tags);
    const task = createTaskParts(name, `Debug runs of ${name}`, args, plan, environment, this, {
      roles: { statements: sessionStatements(args, sessionsKeyArn) },
      containers: { application: { command: ["sleep", String(plan.maxMinutes * 60)], writableRoot: true } },
      purpose: "break-glass",
    });
    const policy = createRunPolicy(name, args, task, environment, { shell: true, sessionsKeyArn }, plainTags, this);
    createRunAlert(name, args, task.taskDefinition, RunEvent.Started, plainTags, this);

    this.taskDefinitionArn = task.taskDefinition.arn;
    this.securityGroupId = task.security.group.id;
    this.taskRoleArn = task.roles.task.arn;
    this.taskRoleName = task.roles.task.name;
    this.logGroupName = task.logs.name;
    this.runTaskInput = runTaskInput(args, plan.tier, task, true);
    this.runPolicyArn = policy.arn;
    this.registerOutputs({
      taskDefinitionArn: this.taskDefinitionArn,
      securityGroupId: this.securityGroupId,
      taskRoleArn: this.taskRoleArn,
      taskRoleName: this.taskRoleName,
      logGroupName: this.logGroupName,
      runTaskInput: this.runTaskInput,
      runPolicyArn: this.runPolicyArn,
    });
  }
}

function planDebug(name: string, args: DebugTaskArgs) {
  const checks = checksFor("DebugTask", name);
  const plan = planRun(checks, name, args);
  if (args.command !== undefined) {
    checks.fail("command", "is given, and a debug task only waits for its session", "Leave it out");
  }
  return { ...plan, maxMinutes: checks.integer("maxMinutes", args.maxMinutes ?? 60, 5, 480) };
}

/** What the agent of ECS Exec does in the task. Source: "Monitor Amazon ECS containers with ECS Exec". */
function sessionStatements(args: DebugTaskArgs, sessionsKeyArn: pulumi.Output<string>): PolicyStatement[] {
  return [
    {
      // These actions know no resource.
      sid: "OpenSession",
      actions: [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
      resources: ["*"],
    },
    { sid: "FindSessionLog", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
    {
      sid: "WriteSessionLog",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: [pulumi.interpolate`${args.sessions.sessionLogGroupArn}:*`],
    },
    { sid: "DecryptSession", actions: ["kms:Decrypt"], resources: [sessionsKeyArn] },
  ];
}

function debugInputs(args: DebugTaskArgs): pulumi.Inputs {
  return {
    ...taskInputs(args),
    sessions: { sessionLogGroupArn: args.sessions.sessionLogGroupArn },
    sessionsKey: keyInput(args.sessionsKey),
  };
}
