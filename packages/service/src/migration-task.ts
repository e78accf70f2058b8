import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor, tags } from "@hipaa-aws/foundation";
import { taskInputs } from "./component-inputs";
import type { MigrationTaskArgs } from "./migration-task-args";
import { createRunPolicy, runTaskInput } from "./run-task";
import { createTaskParts } from "./task-parts";
import { planRun } from "./task-plan";
import { createRunAlert, RunEvent } from "./task-run-alert";

/**
 * A task that runs once and ends, such as the migration of a schema before a deployment. Pulumi declares it; a pipeline
 * starts it, since a preview must never run it. `runPolicyArn` lets the pipeline's role start this task, in this cluster,
 * without a public address and without a shell, and nothing else.
 *
 *     aws ecs run-task --cli-input-json "$(pulumi stack output migrationRunTaskInput)"
 *
 * Safeguards: 45 CFR 164.312(a)(1) access control, 164.312(b) audit controls, 164.308(a)(4)(ii)(B) access authorization.
 *
 * Cost in us-east-1 (list prices, November 2026): nothing until it runs, then about 0.02 USD an hour at the default size.
 *
 * @throws ArgumentError when arguments do not fit; the message names them and the mend.
 */
export class MigrationTask extends pulumi.ComponentResource {
  /** ARN of the task definition's revision. */
  public readonly taskDefinitionArn!: pulumi.Output<string>;
  /** Security group of the task. Nothing comes in. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Role of the program, for resource policies that name it. */
  public readonly taskRoleArn!: pulumi.Output<string>;
  public readonly taskRoleName!: pulumi.Output<string>;
  public readonly logGroupName!: pulumi.Output<string>;
  /** JSON for `aws ecs run-task --cli-input-json`: cluster, revision, subnets and security group. */
  public readonly runTaskInput!: pulumi.Output<string>;
  /** ARN of the policy that lets a role start and watch this task, to attach to the role of the pipeline. */
  public readonly runPolicyArn!: pulumi.Output<string>;

  constructor(name: string, args: MigrationTaskArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planRun(checksFor("MigrationTask", name), name, args);
    super("service:index:MigrationTask", name, taskInputs(args), opts);

    const environment = awsEnvironment(this);
    const plainTags = tags({}, args.tags);
    const task = createTaskParts(name, `Runs of ${name}`, args, plan, environment, this);
    const policy = createRunPolicy(name, args, task, environment, { shell: false }, plainTags, this);
    createRunAlert(name, args, task.taskDefinition, RunEvent.Failed, plainTags, this);

    this.taskDefinitionArn = task.taskDefinition.arn;
    this.securityGroupId = task.security.group.id;
    this.taskRoleArn = task.roles.task.arn;
    this.taskRoleName = task.roles.task.name;
    this.logGroupName = task.logs.name;
    this.runTaskInput = runTaskInput(args, plan.tier, task, false);
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
