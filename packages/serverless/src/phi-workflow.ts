import * as iam from "@pulumi/aws/iam";
import * as sfn from "@pulumi/aws/sfn";
import * as pulumi from "@pulumi/pulumi";
import {
  arn,
  awsEnvironment,
  checksFor,
  policyDocument,
  serviceTrust,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import { createZeroAlarms } from "./alarms";
import { grantStatements } from "./grants";
import { createLogGroup } from "./log-group";
import { PhiWorkflowType, type PhiWorkflowArgs } from "./phi-workflow-args";
import { checkDefinition, readPhiWorkflowSettings } from "./phi-workflow-settings";

/**
 * An AWS Step Functions workflow for PHI: definition, history and data of executions under a customer managed key,
 * every event logged without the data, with a role that may do what was granted and no more.
 *
 * Pass references from step to step, not records: whoever may read executions sees what is passed.
 *
 * Cost, list prices of us-east-1 in November 2026: 25 USD for a million transitions of Standard workflows; 1 USD for a
 * million Express executions and 0.00001667 USD for a GB-second.
 *
 * @throws ArgumentError for a definition that is none, grants with wildcards, and what Step Functions does not take.
 * Source: 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b); Architecting for HIPAA Security and Compliance on AWS,
 * "AWS Step Functions".
 */
export class PhiWorkflow extends pulumi.ComponentResource {
  /** ARN, for `states:StartExecution`. */
  public readonly workflowArn!: pulumi.Output<string>;
  /** Name. */
  public readonly workflowName!: pulumi.Output<string>;
  /** ARN of the role. */
  public readonly roleArn!: pulumi.Output<string>;
  /** Name of the role. */
  public readonly roleName!: pulumi.Output<string>;
  /** Log group. */
  public readonly logGroupName!: pulumi.Output<string>;

  constructor(name: string, args: PhiWorkflowArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = readPhiWorkflowSettings(name, args);
    super("serverless:index:PhiWorkflow", name, args, opts);

    // A log group of any other name would be listed in the one resource policy of the account, which is short.
    const logGroup = createLogGroup(`${name}-log`, args.logsKey, settings.logRetentionDays, args.tags, this, {
      namePrefix: `/aws/vendedlogs/states/${name}-`,
    });
    const { role, policy } = createRole(name, args, this);
    const workflow = new sfn.StateMachine(
      name,
      {
        type: settings.type,
        // Once more where it is an output, whose text was not known before.
        definition: pulumi
          .output(args.definition)
          .apply((text) => checkDefinition(checksFor("PhiWorkflow", name), text)),
        roleArn: role.arn,
        encryptionConfiguration: {
          type: "CUSTOMER_MANAGED_KMS_KEY",
          kmsKeyId: pulumi.output(args.key).arn,
          kmsDataKeyReusePeriodSeconds: settings.dataKeyReuseSeconds,
        },
        loggingConfiguration: {
          level: "ALL",
          includeExecutionData: false,
          logDestination: pulumi.interpolate`${logGroup.arn}:*`,
        },
        tracingConfiguration: { enabled: args.tracing ?? false },
        tags: args.tags,
      },
      // Step Functions tries the role as it makes the workflow.
      { parent: this, dependsOn: [policy] },
    );
    createAlarms(name, args, settings.type, workflow, this);

    this.workflowArn = workflow.arn;
    this.workflowName = workflow.name;
    this.roleArn = role.arn;
    this.roleName = role.name;
    this.logGroupName = logGroup.name;
    this.registerOutputs({
      workflowArn: this.workflowArn,
      workflowName: this.workflowName,
      roleArn: this.roleArn,
      roleName: this.roleName,
      logGroupName: this.logGroupName,
    });
  }
}

// The log is delivered by CloudWatch Logs, whose actions on deliveries know no resources.
// Source: AWS Step Functions Developer Guide, "Using CloudWatch Logs to log execution history".
const deliveryActions = [
  "logs:CreateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:UpdateLogDelivery",
];

function createRole(
  name: string,
  args: PhiWorkflowArgs,
  parent: pulumi.Resource,
): { readonly role: iam.Role; readonly policy: iam.RolePolicy } {
  const { tags, functionArns = [], permissionsBoundaryArn } = args;
  const environment = awsEnvironment(parent);
  const role = new iam.Role(
    name,
    {
      description: `What the workflow ${name} may do`,
      assumeRolePolicy: serviceTrust(environment, "states.amazonaws.com"),
      permissionsBoundary: permissionsBoundaryArn,
      tags,
    },
    { parent },
  );
  const statements: PolicyStatement[] = [
    { sid: "DeliverLog", actions: deliveryActions, resources: ["*"] },
    {
      sid: "UseKey",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [pulumi.output(args.key).arn],
      conditions: {
        StringLike: {
          "kms:EncryptionContext:aws:states:stateMachineArn": [arn(environment, "states", "stateMachine:*")],
        },
      },
    },
    {
      sid: "UseKeyForLog",
      actions: ["kms:GenerateDataKey"],
      resources: [pulumi.output(args.key).arn],
      conditions: {
        StringEquals: {
          "kms:EncryptionContext:SourceArn": [arn(environment, "logs", "*")],
        },
      },
    },
  ];
  if (functionArns.length > 0) {
    statements.push({
      sid: "CallFunctions",
      actions: ["lambda:InvokeFunction"],
      resources: functionArns.flatMap((one) => [one, pulumi.interpolate`${one}:*`]),
    });
  }
  if (args.tracing === true) {
    const actions = [
      "xray:GetSamplingRules",
      "xray:GetSamplingTargets",
      "xray:PutTelemetryRecords",
      "xray:PutTraceSegments",
    ];
    statements.push({ sid: "Trace", actions, resources: ["*"] });
  }
  const document = policyDocument([...statements, ...grantStatements(environment, args.grants)]);
  const policy = new iam.RolePolicy(name, { role: role.name, policy: document }, { parent });
  return { role, policy };
}

function createAlarms(
  name: string,
  args: PhiWorkflowArgs,
  type: PhiWorkflowType,
  workflow: sfn.StateMachine,
  parent: pulumi.Resource,
): void {
  const common = { namespace: "AWS/States", dimensions: { StateMachineArn: workflow.arn } };
  const alarms = [
    { ...common, suffix: "failed", metricName: "ExecutionsFailed", description: "Executions fail" },
    { ...common, suffix: "timed-out", metricName: "ExecutionsTimedOut", description: "Executions run out of time" },
    // Express workflows are not throttled by transitions.
    ...(type === PhiWorkflowType.Standard
      ? [{ ...common, suffix: "throttled", metricName: "ExecutionThrottled", description: "Steps of executions wait" }]
      : []),
  ];
  createZeroAlarms(name, args, alarms, parent);
}
