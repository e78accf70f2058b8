import * as pulumi from "@pulumi/pulumi";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as lambda from "@pulumi/aws/lambda";
import * as s3 from "@pulumi/aws/s3";
import * as sqs from "@pulumi/aws/sqs";
import * as transfer from "@pulumi/aws/transfer";

const accountId = "111122223333";
const region = "us-east-1";
// Shared by the network account.
const vpcId = "vpc-0a1b2c3d4e5f60718";
const subnetIds = ["subnet-0aa11bb22cc33dd44", "subnet-0ee55ff66aa77bb88"];
const labs = [
  {
    name: "northlab",
    addresses: "198.51.100.16/28",
    key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGNvcnRobGFiLWV4YW1wbGUta2V5LW9ubHktZm9y northlab",
  },
  {
    name: "eastpath",
    addresses: "203.0.113.32/29",
    key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGVhc3RwYXRoLWV4YW1wbGUta2V5LW9ubHktZm9y eastpath",
  },
];
const inboxName = `lab-results-inbox-${accountId}`;
const inboxArn = `arn:aws:s3:::${inboxName}`;
const tags = { app: "lab-intake", env: "prod", "data-classification": "phi" };

/** Lab results by SFTP: one folder for each lab in one bucket, each file told through EventBridge and SQS to a function. */
export function compliantSftpIntake(): void {
  const key = intakeKey();
  const inbox = inboxBucket(key);

  // ---- SFTP ---------------------------------------------------------------------------------------------------
  const group = new ec2.SecurityGroup("sftp", {
    vpcId,
    description: "SFTP for laboratories",
    ingress: labs.map(({ name, addresses }) => ({
      description: name,
      protocol: "tcp",
      fromPort: 22,
      toPort: 22,
      cidrBlocks: [addresses],
    })),
    egress: [],
    tags,
  });
  const addresses = subnetIds.map((_, i) => new ec2.Eip(`sftp-${i}`, { domain: "vpc", tags }));
  const sftpLogs = new cloudwatch.LogGroup("sftp", {
    name: "/aws/transfer/lab-intake",
    retentionInDays: 2192,
    kmsKeyId: key.arn,
    tags,
  });
  const server = new transfer.Server(
    "sftp",
    {
      protocols: ["SFTP"],
      endpointType: "VPC",
      endpointDetails: {
        vpcId,
        subnetIds,
        securityGroupIds: [group.id],
        addressAllocationIds: addresses.map(({ allocationId }) => allocationId),
      },
      identityProviderType: "SERVICE_MANAGED",
      domain: "S3",
      securityPolicyName: "TransferSecurityPolicy-2024-01",
      structuredLogDestinations: [pulumi.interpolate`${sftpLogs.arn}:*`],
      preAuthenticationLoginBanner: "For contracted laboratories. Use is recorded.",
      tags,
    },
    { protect: true },
  );
  for (const lab of labs) {
    const role = new iam.Role(`lab-${lab.name}`, {
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "transfer.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: {
              StringEquals: { "aws:SourceAccount": accountId },
              ArnLike: { "aws:SourceArn": `arn:aws:transfer:${region}:${accountId}:user/*` },
            },
          },
        ],
      }),
      inlinePolicies: [
        {
          name: "own-folder",
          policy: key.arn.apply((keyArn) =>
            JSON.stringify({
              Version: "2012-10-17",
              Statement: [
                {
                  Effect: "Allow",
                  Action: "s3:ListBucket",
                  Resource: inboxArn,
                  Condition: { StringLike: { "s3:prefix": [`${lab.name}/*`, lab.name] } },
                },
                { Effect: "Allow", Action: ["s3:PutObject", "s3:GetObject"], Resource: `${inboxArn}/${lab.name}/*` },
                { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: keyArn },
              ],
            }),
          ),
        },
      ],
      tags,
    });
    const user = new transfer.User(`lab-${lab.name}`, {
      serverId: server.id,
      userName: lab.name,
      role: role.arn,
      homeDirectoryType: "LOGICAL",
      homeDirectoryMappings: [{ entry: "/", target: pulumi.interpolate`/${inbox.bucket}/${lab.name}` }],
      tags,
    });
    new transfer.SshKey(`lab-${lab.name}`, { serverId: server.id, userName: user.userName, body: lab.key });
  }

  // ---- events ---------------------------------------------------------------------------------------------------
  const deadLetters = new sqs.Queue("files-dead", {
    name: "lab-intake-files-dead",
    kmsMasterKeyId: key.arn,
    messageRetentionSeconds: 14 * 24 * 3600,
    tags,
  });
  const files = new sqs.Queue("files", {
    name: "lab-intake-files",
    kmsMasterKeyId: key.arn,
    kmsDataKeyReusePeriodSeconds: 300,
    visibilityTimeoutSeconds: 360,
    redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: 5 }),
    tags,
  });
  new s3.BucketNotification("inbox", { bucket: inbox.id, eventbridge: true });
  const rule = new cloudwatch.EventRule("file-arrived", {
    description: "A laboratory has delivered a file",
    eventPattern: JSON.stringify({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: [inboxName] } },
    }),
    tags,
  });
  new cloudwatch.EventTarget("file-arrived", {
    rule: rule.name,
    arn: files.arn,
    deadLetterConfig: { arn: deadLetters.arn },
  });
  for (const [name, queue, senders] of [
    ["files", files, [rule.arn]],
    ["files-dead", deadLetters, [rule.arn]],
  ] as const) {
    new sqs.QueuePolicy(name, {
      queueUrl: queue.id,
      policy: pulumi.all([queue.arn, ...senders]).apply(([arn, ...sources]) =>
        JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "Events",
              Effect: "Allow",
              Principal: { Service: "events.amazonaws.com" },
              Action: "sqs:SendMessage",
              Resource: arn,
              Condition: { ArnEquals: { "aws:SourceArn": sources } },
            },
            {
              Sid: "Tls",
              Effect: "Deny",
              Principal: "*",
              Action: "sqs:*",
              Resource: arn,
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
          ],
        }),
      ),
    });
  }

  // ---- the function ---------------------------------------------------------------------------------------------
  const logs = new cloudwatch.LogGroup("parser", {
    name: "/aws/lambda/lab-intake-parser",
    retentionInDays: 2192,
    kmsKeyId: key.arn,
    tags,
  });
  const parserRole = new iam.Role("parser", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
    tags,
  });
  const parserPolicy = new iam.Policy("parser", {
    description: "What the parser of lab results may do",
    policy: pulumi.all([files.arn, key.arn, logs.arn]).apply(([queue, keyArn, logArn]) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
            Resource: queue,
          },
          { Effect: "Allow", Action: ["s3:GetObject"], Resource: `${inboxArn}/*` },
          { Effect: "Allow", Action: ["kms:Decrypt"], Resource: keyArn },
          { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: `${logArn}:*` },
        ],
      }),
    ),
    tags,
  });
  new iam.RolePolicyAttachment("parser", { role: parserRole.name, policyArn: parserPolicy.arn });
  const parser = new lambda.Function(
    "parser",
    {
      name: "lab-intake-parser",
      packageType: "Image",
      imageUri: `${accountId}.dkr.ecr.${region}.amazonaws.com/lab-intake@sha256:${"0f".repeat(32)}`,
      role: parserRole.arn,
      timeout: 60,
      memorySize: 1024,
      kmsKeyArn: key.arn,
      environment: { variables: { INBOX: inbox.bucket } },
      tags,
    },
    { dependsOn: [logs] },
  );
  new lambda.EventSourceMapping("parser", {
    eventSourceArn: files.arn,
    functionName: parser.arn,
    batchSize: 10,
    functionResponseTypes: ["ReportBatchItemFailures"],
    kmsKeyArn: key.arn,
    tags,
  });
  new cloudwatch.MetricAlarm("dead-letters", {
    alarmDescription: "Lab results that could not be read",
    namespace: "AWS/SQS",
    metricName: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: deadLetters.name },
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    statistic: "Maximum",
    period: 300,
    evaluationPeriods: 1,
    alarmActions: [`arn:aws:sns:${region}:${accountId}:on-call`],
    tags,
  });
}

function intakeKey(): kms.Key {
  const sources = { StringEquals: { "aws:SourceAccount": accountId } };
  const key = new kms.Key("intake", {
    description: "Lab intake: files, queues, logs",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${accountId}:root` },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: "*",
          Condition: sources,
        },
        {
          Effect: "Allow",
          Principal: { Service: `logs.${region}.amazonaws.com` },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
          Resource: "*",
          Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:*` } },
        },
      ],
    }),
    tags,
  });
  new kms.Alias("intake", { name: "alias/lab-intake", targetKeyId: key.id });
  return key;
}

function inboxBucket(key: kms.Key): s3.Bucket {
  const bucket = new s3.Bucket("inbox", { bucket: inboxName, objectLockEnabled: true, tags }, { protect: true });
  new s3.BucketPublicAccessBlock("inbox", {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new s3.BucketOwnershipControls("inbox", { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } });
  new s3.BucketVersioning("inbox", { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } });
  new s3.BucketServerSideEncryptionConfiguration("inbox", {
    bucket: bucket.id,
    rules: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        bucketKeyEnabled: true,
      },
    ],
  });
  new s3.BucketObjectLockConfiguration("inbox", {
    bucket: bucket.id,
    rule: { defaultRetention: { mode: "GOVERNANCE", days: 30 } },
  });
  new s3.BucketLogging("inbox", {
    bucket: bucket.id,
    targetBucket: `central-access-logs-${accountId}`,
    targetPrefix: "inbox/",
  });
  new s3.BucketLifecycleConfiguration("inbox", {
    bucket: bucket.id,
    rules: [{ id: "archive", status: "Enabled", filter: {}, transitions: [{ days: 90, storageClass: "GLACIER_IR" }] }],
  });
  new s3.BucketPolicy("inbox", {
    bucket: bucket.id,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Tls",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [inboxArn, `${inboxArn}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    }),
  });
  return bucket;
}
