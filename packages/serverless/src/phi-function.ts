import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as ec2 from "@pulumi/aws/ec2";
import * as lambda from "@pulumi/aws/lambda";
import type * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import { createZeroAlarms } from "./alarms";
import { createLogGroup } from "./log-group";
import type { PhiFunctionArgs } from "./phi-function-args";
import { createCallers, createEventHandling, createFailureQueue } from "./phi-function-events";
import { createSecurityGroup } from "./phi-function-network";
import { createRole, type FunctionRole } from "./phi-function-role";
import { readPhiFunctionSettings, type PhiFunctionSettings } from "./phi-function-settings";

/**
 * An AWS Lambda function for PHI: in private subnets, its environment, package, log and failed events under customer
 * managed keys, with a role that may do what was granted and no more.
 *
 * Events, names and log lines carry opaque ids, never PHI; the function reads the record itself.
 *
 * Cost, list prices of us-east-1 in November 2026: 0.20 USD for a million calls, 0.0000133334 USD for a GB-second on
 * Arm64; 0.50 USD for a GB of log.
 *
 * @throws ArgumentError for runtimes without security patches, images without a digest, credentials in the
 * environment, grants with wildcards, and what Lambda does not take.
 * Source: 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.312(e)(1); Architecting for HIPAA Security and
 * Compliance on AWS, "AWS Lambda".
 */
export class PhiFunction extends pulumi.ComponentResource {
  /** Name. */
  public readonly functionName!: pulumi.Output<string>;
  /** ARN, for grants and data events of a trail. */
  public readonly functionArn!: pulumi.Output<string>;
  /** ARN by which API Gateway calls the function. */
  public readonly invokeArn!: pulumi.Output<string>;
  /** ARN of the role. */
  public readonly roleArn!: pulumi.Output<string>;
  /** Name of the role. */
  public readonly roleName!: pulumi.Output<string>;
  /** Security group, into which nothing comes. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Log group. */
  public readonly logGroupName!: pulumi.Output<string>;
  /** URL of the queue of failed asynchronous events. */
  public readonly failureQueueUrl!: pulumi.Output<string>;

  constructor(name: string, args: PhiFunctionArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = readPhiFunctionSettings(name, args);
    super("serverless:index:PhiFunction", name, args, opts);

    const logGroup = createLogGroup(`${name}-log`, args.logsKey, settings.logRetentionDays, args.tags, this);
    const failures = createFailureQueue(name, args, this);
    const role = createRole(name, args, logGroup, failures, this);
    const group = createSecurityGroup(name, args, this);
    const fn = createFunction(name, args, settings, { logGroup, role, group }, this);
    createEventHandling(name, settings, fn, failures, this);
    createCallers(name, args, fn, this);
    createAlarms(name, args, fn, failures, this);

    this.functionName = fn.name;
    this.functionArn = fn.arn;
    this.invokeArn = fn.invokeArn;
    this.roleArn = role.role.arn;
    this.roleName = role.role.name;
    this.securityGroupId = group.id;
    this.logGroupName = logGroup.name;
    this.failureQueueUrl = failures.url;
    this.registerOutputs({
      functionName: this.functionName,
      functionArn: this.functionArn,
      invokeArn: this.invokeArn,
      roleArn: this.roleArn,
      roleName: this.roleName,
      securityGroupId: this.securityGroupId,
      logGroupName: this.logGroupName,
      failureQueueUrl: this.failureQueueUrl,
    });
  }
}

function createFunction(
  name: string,
  args: PhiFunctionArgs,
  settings: PhiFunctionSettings,
  parts: { logGroup: cloudwatch.LogGroup; role: FunctionRole; group: ec2.SecurityGroup },
  parent: pulumi.Resource,
): lambda.Function {
  const secrets = Object.fromEntries((args.secrets ?? []).map(({ variable, secretArn }) => [variable, secretArn]));
  const { fileSystem } = args;
  return new lambda.Function(
    name,
    {
      ...codeArgs(name, args, parent),
      role: parts.role.role.arn,
      architectures: [settings.architecture],
      memorySize: settings.memoryMib,
      timeout: settings.timeoutSeconds,
      ephemeralStorage: { size: settings.temporaryStorageMib },
      environment: { variables: { ...args.environment, ...secrets } },
      kmsKeyArn: pulumi.output(args.key).arn,
      vpcConfig: { subnetIds: args.network.appSubnetIds, securityGroupIds: [parts.group.id] },
      reservedConcurrentExecutions: settings.reservedConcurrency,
      tracingConfig: { mode: settings.tracing ? "Active" : "PassThrough" },
      loggingConfig: { logFormat: "JSON", logGroup: parts.logGroup.name, systemLogLevel: "INFO" },
      ...(fileSystem === undefined
        ? {}
        : { fileSystemConfig: { arn: fileSystem.accessPointArn, localMountPath: fileSystem.mountPath } }),
      tags: args.tags,
    },
    { parent, dependsOn: [parts.role.policy] },
  );
}

/** Where the code comes from; zip files are stored under the key, and checked for their signature where one is asked for. */
function codeArgs(name: string, args: PhiFunctionArgs, parent: pulumi.Resource): Partial<lambda.FunctionArgs> {
  const { imageUri, signingProfileVersionArns } = args;
  if (imageUri !== undefined) return { packageType: "Image", imageUri };
  const signing =
    signingProfileVersionArns === undefined
      ? undefined
      : new lambda.CodeSigningConfig(
          `${name}-signing`,
          {
            description: `Signatures of the code of ${name}`,
            allowedPublishers: { signingProfileVersionArns },
            policies: { untrustedArtifactOnDeployment: "Enforce" },
            tags: args.tags,
          },
          { parent },
        );
  const stored = args.package;
  return {
    ...(stored === undefined
      ? { code: args.code }
      : { s3Bucket: stored.bucket, s3Key: stored.key, s3ObjectVersion: stored.objectVersion }),
    runtime: args.runtime,
    handler: args.handler,
    sourceKmsKeyArn: pulumi.output(args.key).arn,
    codeSigningConfigArn: signing?.arn,
  };
}

function createAlarms(
  name: string,
  args: PhiFunctionArgs,
  fn: lambda.Function,
  failures: sqs.Queue,
  parent: pulumi.Resource,
): void {
  const ofFunction = { namespace: "AWS/Lambda", dimensions: { FunctionName: fn.name } };
  createZeroAlarms(
    name,
    args,
    [
      { ...ofFunction, suffix: "errors", metricName: "Errors", description: "Calls of the function fail" },
      {
        ...ofFunction,
        suffix: "throttled",
        metricName: "Throttles",
        description: "Calls pass the reserved concurrency",
      },
      {
        ...ofFunction,
        suffix: "lost-events",
        metricName: "DestinationDeliveryFailures",
        description: "Failed events could not be kept, and are lost",
      },
      {
        suffix: "failed-events",
        namespace: "AWS/SQS",
        metricName: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: failures.name },
        statistic: "Maximum",
        description: "Events could not be processed, and wait in the queue of failures",
      },
    ],
    parent,
  );
}
