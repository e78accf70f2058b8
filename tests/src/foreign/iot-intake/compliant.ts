import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as iot from "@pulumi/aws/iot";
import * as kinesis from "@pulumi/aws/kinesis";
import * as kms from "@pulumi/aws/kms";
import * as lambda from "@pulumi/aws/lambda";
import * as s3 from "@pulumi/aws/s3";
import * as sqs from "@pulumi/aws/sqs";
import * as timestreamwrite from "@pulumi/aws/timestreamwrite";
import * as pulumi from "@pulumi/pulumi";

const account = "111122223333";
const region = "us-east-1";
const prefix = "vitals";
const tags = { product: "remote-monitoring", stage: "production", "data-classification": "restricted-phi" };

/**
 * Intake of a remote-monitoring product: devices send readings over MQTT, a rule hands them to a stream and to
 * Timestream, a function looks for alarming values, raw messages go to an archive bucket. Devices are provisioned by
 * claim, with a function that knows which serial numbers were sold.
 */
export function compliant(): void {
  const keys = {
    readings: encryptionKey("readings", "Readings at rest: streams, series, archive"),
    logs: encryptionKey("logs", "Logs of the intake", [`logs.${region}.amazonaws.com`]),
  };
  const archive = archiveBucket(keys.readings);
  const stream = new kinesis.Stream(`${prefix}-readings`, {
    name: "vitals-readings",
    streamModeDetails: { streamMode: "ON_DEMAND" },
    retentionPeriod: 48,
    encryptionType: "KMS",
    kmsKeyId: keys.readings.arn,
    tags,
  });
  archiveRaw(keys, stream, archive);
  const series = seriesOfReadings(keys.readings, archive);
  routeMessages(keys, stream, series);
  watchReadings(keys, stream);
  provisionDevices(keys);
}

interface Keys {
  readonly readings: kms.Key;
  readonly logs: kms.Key;
}

function encryptionKey(name: string, description: string, logServices: string[] = []): kms.Key {
  const key = new kms.Key(`${prefix}-${name}`, {
    description,
    enableKeyRotation: true,
    rotationPeriodInDays: 365,
    deletionWindowInDays: 30,
    tags,
  });
  new kms.Alias(`${prefix}-${name}`, { name: `alias/vitals/${name}`, targetKeyId: key.id });
  new kms.KeyPolicy(`${prefix}-${name}`, {
    keyId: key.id,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Account",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: "kms:*",
          Resource: "*",
        },
        ...logServices.map((service) => ({
          Sid: "Logs",
          Effect: "Allow",
          Principal: { Service: service },
          Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
          Resource: "*",
          Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${account}:*` } },
        })),
      ],
    }),
  });
  return key;
}

/** Policy documents are given as objects, which the provider turns into text. */
function roleOf(name: string, service: string, statements: iam.PolicyStatement[]): iam.Role {
  const isFunction = service === "lambda.amazonaws.com";
  const trust: iam.PolicyDocument = {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sts:AssumeRole",
        ...(isFunction ? {} : { Condition: { StringEquals: { "aws:SourceAccount": account } } }),
      },
    ],
  };
  const policy: iam.PolicyDocument = { Version: "2012-10-17", Statement: statements };
  const role = new iam.Role(`${prefix}-${name}`, { assumeRolePolicy: trust, tags });
  const managed = new iam.Policy(`${prefix}-${name}`, { policy, tags });
  new iam.RolePolicyAttachment(`${prefix}-${name}`, { role: role.name, policyArn: managed.arn });
  return role;
}

function logGroup(name: string, path: string, keys: Keys): cloudwatch.LogGroup {
  return new cloudwatch.LogGroup(`${prefix}-${name}`, {
    name: path,
    retentionInDays: 2192,
    kmsKeyId: keys.logs.arn,
    tags,
  });
}

function archiveBucket(key: kms.Key): s3.Bucket {
  const bucket = new s3.Bucket(`${prefix}-archive`, { bucketPrefix: "vitals-archive-", tags });
  new s3.BucketPublicAccessBlock(`${prefix}-archive`, {
    bucket: bucket.bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new s3.BucketVersioning(`${prefix}-archive`, {
    bucket: bucket.bucket,
    versioningConfiguration: { status: "Enabled" },
  });
  new s3.BucketServerSideEncryptionConfiguration(`${prefix}-archive`, {
    bucket: bucket.bucket,
    rules: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        bucketKeyEnabled: true,
      },
    ],
  });
  // The organization keeps access logs of all accounts in one bucket.
  new s3.BucketLogging(`${prefix}-archive`, {
    bucket: bucket.bucket,
    targetBucket: "org-s3-access-logs-us-east-1",
    targetPrefix: `${account}/vitals-archive/`,
  });
  new s3.BucketPolicy(`${prefix}-archive`, {
    bucket: bucket.bucket,
    policy: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenyPlainHttp",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    },
  });
  return bucket;
}

function archiveRaw(keys: Keys, stream: kinesis.Stream, archive: s3.Bucket): void {
  const logs = logGroup("archive-delivery", "/vitals/archive-delivery", keys);
  const errors = new cloudwatch.LogStream(`${prefix}-archive-delivery`, { name: "errors", logGroupName: logs.name });
  const role = roleOf("archive-delivery", "firehose.amazonaws.com", [
    {
      Effect: "Allow",
      Action: ["kinesis:DescribeStream", "kinesis:GetShardIterator", "kinesis:GetRecords", "kinesis:ListShards"],
      Resource: stream.arn,
    },
    {
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:ListBucket", "s3:PutObject"],
      Resource: [archive.arn, pulumi.interpolate`${archive.arn}/*`],
    },
    { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: keys.readings.arn },
    { Effect: "Allow", Action: "logs:PutLogEvents", Resource: pulumi.interpolate`${logs.arn}:*` },
  ]);
  new kinesis.FirehoseDeliveryStream(`${prefix}-archive`, {
    destination: "extended_s3",
    kinesisSourceConfiguration: { kinesisStreamArn: stream.arn, roleArn: role.arn },
    extendedS3Configuration: {
      bucketArn: archive.arn,
      roleArn: role.arn,
      // The bucket encrypts by default under the key of readings.
      bufferingInterval: 300,
      bufferingSize: 64,
      compressionFormat: "GZIP",
      cloudwatchLoggingOptions: { enabled: true, logGroupName: logs.name, logStreamName: errors.name },
    },
    tags,
  });
}

function seriesOfReadings(key: kms.Key, archive: s3.Bucket): timestreamwrite.Table {
  const database = new timestreamwrite.Database(`${prefix}-series`, {
    databaseName: "vitals",
    kmsKeyId: key.arn,
    tags,
  });
  return new timestreamwrite.Table(`${prefix}-series`, {
    databaseName: database.databaseName,
    tableName: "readings",
    retentionProperties: { memoryStoreRetentionPeriodInHours: 24, magneticStoreRetentionPeriodInDays: 2192 },
    magneticStoreWriteProperties: {
      enableMagneticStoreWrites: true,
      magneticStoreRejectedDataLocation: {
        s3Configuration: {
          bucketName: archive.bucket,
          objectKeyPrefix: "rejected/",
          encryptionOption: "SSE_KMS",
          kmsKeyId: key.arn,
        },
      },
    },
    tags,
  });
}

/** Readings go two ways at once; what neither takes waits in a queue. */
function routeMessages(keys: Keys, stream: kinesis.Stream, series: timestreamwrite.Table): void {
  const rejected = new sqs.Queue(`${prefix}-rejected`, {
    kmsMasterKeyId: keys.readings.id,
    messageRetentionSeconds: 1_209_600,
    tags,
  });
  new sqs.QueuePolicy(`${prefix}-rejected`, {
    queueUrl: rejected.url,
    policy: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenyPlainHttp",
          Effect: "Deny",
          Principal: "*",
          Action: "sqs:*",
          Resource: rejected.arn,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    },
  });
  const role = roleOf("routing", "iot.amazonaws.com", [
    { Effect: "Allow", Action: ["kinesis:PutRecord"], Resource: stream.arn },
    { Effect: "Allow", Action: ["timestream:WriteRecords"], Resource: series.arn },
    // Timestream knows no resource for this action.
    { Effect: "Allow", Action: ["timestream:DescribeEndpoints"], Resource: "*" },
    { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: rejected.arn },
    { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: keys.readings.arn },
  ]);
  new iot.TopicRule(`${prefix}-readings`, {
    name: "vitals_readings",
    description: "Readings of every device",
    enabled: true,
    sql: "SELECT *, topic(2) AS device, timestamp() AS received FROM 'vitals/+/readings'",
    sqlVersion: "2016-03-23",
    kineses: [{ roleArn: role.arn, streamName: stream.name, partitionKey: "${topic(2)}" }],
    timestreams: [
      {
        roleArn: role.arn,
        databaseName: series.databaseName,
        tableName: series.tableName,
        dimensions: [{ name: "device", value: "${topic(2)}" }],
      },
    ],
    errorAction: { sqs: { queueUrl: rejected.url, roleArn: role.arn, useBase64: false } },
    tags,
  });
  const logRole = roleOf("iot-logs", "iot.amazonaws.com", [
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `arn:aws:logs:${region}:${account}:log-group:AWSIotLogsV2:*`,
    },
  ]);
  logGroup("iot-logs", "AWSIotLogsV2", keys);
  new iot.LoggingOptions(`${prefix}-logs`, { defaultLogLevel: "INFO", roleArn: logRole.arn });
}

function functionOf(name: string, keys: Keys, statements: iam.PolicyStatement[]): lambda.Function {
  const logs = logGroup(name, `/aws/lambda/vitals-${name}`, keys);
  const role = roleOf(name, "lambda.amazonaws.com", [
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${logs.arn}:*`,
    },
    { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: keys.readings.arn },
    ...statements,
  ]);
  return new lambda.Function(`${prefix}-${name}`, {
    name: `vitals-${name}`,
    role: role.arn,
    packageType: "Image",
    imageUri: `${account}.dkr.ecr.${region}.amazonaws.com/vitals/${name}:2024.11.2`,
    timeout: 30,
    memorySize: 256,
    kmsKeyArn: keys.readings.arn,
    environment: { variables: { STAGE: "production" } },
    tags,
  });
}

function watchReadings(keys: Keys, stream: kinesis.Stream): void {
  const failed = new sqs.Queue(`${prefix}-unwatched`, { kmsMasterKeyId: keys.readings.id, tags });
  new sqs.QueuePolicy(`${prefix}-unwatched`, {
    queueUrl: failed.url,
    policy: failed.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Deny",
            Principal: { AWS: "*" },
            Action: "sqs:*",
            Resource: arn,
            Condition: { Bool: { "aws:SecureTransport": false } },
          },
        ],
      }),
    ),
  });
  const watch = functionOf("watch", keys, [
    {
      Effect: "Allow",
      Action: ["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStream", "kinesis:ListShards"],
      Resource: stream.arn,
    },
    { Effect: "Allow", Action: "sqs:SendMessage", Resource: failed.arn },
  ]);
  new lambda.EventSourceMapping(`${prefix}-watch`, {
    eventSourceArn: stream.arn,
    functionName: watch.arn,
    startingPosition: "LATEST",
    bisectBatchOnFunctionError: true,
    maximumRetryAttempts: 3,
    destinationConfig: { onFailure: { destinationArn: failed.arn } },
  });
}

/** By claim: a device shows a shared certificate once, the hook decides, and it gets a certificate of its own. */
function provisionDevices(keys: Keys): void {
  const hook = functionOf("claims", keys, []);
  new lambda.Permission(`${prefix}-claims`, {
    function: hook.name,
    action: "lambda:InvokeFunction",
    principal: "iot.amazonaws.com",
    sourceAccount: account,
  });
  const arn = (kind: string) => `arn:aws:iot:${region}:${account}:${kind}`;
  const device = new iot.Policy(`${prefix}-device`, {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "iot:Connect",
          Resource: arn("client/${iot:Connection.Thing.ThingName}"),
          Condition: { Bool: { "iot:Connection.Thing.IsAttached": "true" } },
        },
        {
          Effect: "Allow",
          Action: "iot:Publish",
          Resource: arn("topic/vitals/${iot:Connection.Thing.ThingName}/readings"),
        },
        {
          Effect: "Allow",
          Action: "iot:Subscribe",
          Resource: arn("topicfilter/commands/${iot:Connection.Thing.ThingName}/*"),
        },
        {
          Effect: "Allow",
          Action: "iot:Receive",
          Resource: arn("topic/commands/${iot:Connection.Thing.ThingName}/*"),
        },
      ],
    }),
    tags,
  });
  const role = new iam.Role(`${prefix}-provisioning`, {
    assumeRolePolicy: iam.assumeRolePolicyForPrincipal({ Service: "iot.amazonaws.com" }),
    tags,
  });
  new iam.RolePolicyAttachment(`${prefix}-provisioning`, {
    role: role.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSIoTThingsRegistration",
  });
  new iot.ProvisioningTemplate(`${prefix}-fleet`, {
    description: "Monitors that were sold",
    enabled: true,
    provisioningRoleArn: role.arn,
    preProvisioningHook: { targetArn: hook.arn, payloadVersion: "2020-04-01" },
    templateBody: pulumi.jsonStringify({
      Parameters: { SerialNumber: { Type: "String" }, "AWS::IoT::Certificate::Id": { Type: "String" } },
      Resources: {
        certificate: {
          Type: "AWS::IoT::Certificate",
          Properties: { CertificateId: { Ref: "AWS::IoT::Certificate::Id" }, Status: "Active" },
        },
        policy: { Type: "AWS::IoT::Policy", Properties: { PolicyName: device.name } },
        thing: {
          Type: "AWS::IoT::Thing",
          Properties: { ThingName: { "Fn::Join": ["", ["m-", { Ref: "SerialNumber" }]] } },
        },
      },
    }),
    tags,
  });
  new iot.ThingType(`${prefix}-monitor`, {
    name: "vitals-monitor",
    properties: { description: "Cuff and oximeter", searchableAttributes: ["firmware", "lot"] },
    tags,
  });
  new iot.DomainConfiguration(`${prefix}-endpoint`, {
    name: "vitals-endpoint",
    domainName: "mqtt.vitals.example.org",
    serviceType: "DATA",
    serverCertificateArns: [`arn:aws:acm:${region}:${account}:certificate/0c5a4f8e-1d2b-4c3a-9e8f-7a6b5c4d3e2f`],
    tlsConfig: { securityPolicy: "IoTSecurityPolicy_TLS13_1_2_2022_10" },
    tags,
  });
}
