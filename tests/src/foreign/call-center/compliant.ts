import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as connect from "@pulumi/aws/connect";
import * as customerprofiles from "@pulumi/aws/customerprofiles";
import * as iam from "@pulumi/aws/iam";
import * as kinesis from "@pulumi/aws/kinesis";
import * as kms from "@pulumi/aws/kms";
import * as lambda from "@pulumi/aws/lambda";
import * as lex from "@pulumi/aws/lex";
import * as s3 from "@pulumi/aws/s3";
import * as sqs from "@pulumi/aws/sqs";
import * as transcribe from "@pulumi/aws/transcribe";
import type { input } from "@pulumi/aws/types";
import * as pulumi from "@pulumi/pulumi";

const account = "111122223333";
const region = "us-east-1";
const tags = { "cc:service": "nurse-line", "cc:env": "prod", "cc:owner": "contact-center" };

type Statement = input.iam.GetPolicyDocumentStatementArgs;
const here = { test: "StringEquals", variable: "aws:SourceAccount", values: [account] };
const document = (...statements: Statement[]) => iam.getPolicyDocumentOutput({ statements }).json;
const service = (...identifiers: string[]) => [{ type: "Service", identifiers }];
const everyone = [{ type: "*", identifiers: ["*"] }];
const plainHttp = { test: "Bool", variable: "aws:SecureTransport", values: ["false"] };

/**
 * The nurse line of a hospital group: Amazon Connect with sign-in by SAML, a bot that takes the call, recordings and
 * transcripts under one key, contact records to an analytics bucket, and batch transcription with entity detection.
 */
export function compliant(): void {
  const key = new kms.Key("recordings", {
    description: "Recordings, transcripts and contact records of the nurse line",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: document(
      {
        sid: "Administration",
        actions: ["kms:*"],
        resources: ["*"],
        principals: [{ type: "AWS", identifiers: [`arn:aws:iam::${account}:root`] }],
      },
      {
        sid: "Logs",
        actions: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        resources: ["*"],
        principals: service(`logs.${region}.amazonaws.com`),
        conditions: [
          {
            test: "ArnLike",
            variable: "kms:EncryptionContext:aws:logs:arn",
            values: [`arn:aws:logs:${region}:${account}:log-group:*`],
          },
        ],
      },
    ),
    tags,
  });
  new kms.Alias("recordings", { name: "alias/nurse-line/recordings", targetKeyId: key.keyId });

  const accessLogs = new LockedBucket("access-logs", { expireAfterDays: 2555 });
  const recordings = new LockedBucket("recordings", { key, accessLogs, expireAfterDays: 2555 });
  const analytics = new LockedBucket("analytics", { key, accessLogs, expireAfterDays: 730 });

  const instance = makeInstance(key, recordings);
  const lookup = makeLookup(key, instance);
  makeBot(key, instance);
  makeRouting(instance, lookup);
  streamContactRecords(key, instance, analytics);
  makeTranscription(key, recordings);
  makeProfiles(key);
}

interface LockedBucketArgs {
  readonly key?: kms.Key;
  readonly accessLogs?: LockedBucket;
  readonly expireAfterDays: number;
}

/** The team's own bucket: private, versioned, over TLS only, with its access logged. */
class LockedBucket extends pulumi.ComponentResource {
  readonly bucket: s3.Bucket;

  constructor(name: string, args: LockedBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("nurseline:storage:LockedBucket", name, {}, opts);
    const parent = { parent: this };
    this.bucket = new s3.Bucket(name, { bucket: `nurse-line-${name}-${account}`, tags }, parent);
    const { id, arn } = this.bucket;
    new s3.BucketPublicAccessBlock(
      name,
      {
        bucket: id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      parent,
    );
    new s3.BucketOwnershipControls(name, { bucket: id, rule: { objectOwnership: "BucketOwnerEnforced" } }, parent);
    const versioning = new s3.BucketVersioning(
      name,
      { bucket: id, versioningConfiguration: { status: "Enabled" } },
      parent,
    );
    new s3.BucketServerSideEncryptionConfiguration(
      name,
      {
        bucket: id,
        rules: [
          args.key
            ? {
                applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: args.key.arn },
                bucketKeyEnabled: true,
              }
            : { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
        ],
      },
      parent,
    );
    new s3.BucketLifecycleConfiguration(
      name,
      {
        bucket: id,
        rules: [
          {
            id: "expire",
            status: "Enabled",
            expiration: { days: args.expireAfterDays },
            noncurrentVersionExpiration: { noncurrentDays: 90 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      { parent: this, dependsOn: [versioning] },
    );
    const overTls: Statement = {
      sid: "TlsOnly",
      effect: "Deny",
      actions: ["s3:*"],
      resources: [arn, pulumi.interpolate`${arn}/*`],
      principals: everyone,
      conditions: [plainHttp],
    };
    const delivery: Statement = {
      sid: "AccessLogs",
      actions: ["s3:PutObject"],
      resources: [pulumi.interpolate`${arn}/*`],
      principals: service("logging.s3.amazonaws.com"),
      conditions: [here],
    };
    const statements = args.accessLogs ? [overTls] : [overTls, delivery];
    new s3.BucketPolicy(name, { bucket: id, policy: document(...statements) }, parent);
    if (args.accessLogs) {
      new s3.BucketLogging(
        name,
        { bucket: id, targetBucket: args.accessLogs.bucket.id, targetPrefix: `${name}/` },
        parent,
      );
    }
    this.registerOutputs({});
  }
}

function makeInstance(key: kms.Key, recordings: LockedBucket): connect.Instance {
  const instance = new connect.Instance("nurse-line", {
    instanceAlias: "hospital-group-nurse-line",
    identityManagementType: "SAML",
    inboundCallsEnabled: true,
    outboundCallsEnabled: true,
    contactFlowLogsEnabled: true,
    contactLensEnabled: true,
    tags,
  });
  new cloudwatch.LogGroup("flow-logs", {
    name: pulumi.interpolate`/aws/connect/${instance.instanceAlias}`,
    retentionInDays: 2557,
    kmsKeyId: key.arn,
    tags,
  });
  for (const [resourceType, prefix] of [
    ["CALL_RECORDINGS", "calls"],
    ["CHAT_TRANSCRIPTS", "chats"],
    ["SCHEDULED_REPORTS", "reports"],
  ] as const) {
    new connect.InstanceStorageConfig(prefix, {
      instanceId: instance.id,
      resourceType,
      storageConfig: {
        storageType: "S3",
        s3Config: {
          bucketName: recordings.bucket.bucket,
          bucketPrefix: prefix,
          encryptionConfig: { encryptionType: "KMS", keyId: key.arn },
        },
      },
    });
  }
  new connect.InstanceStorageConfig("media", {
    instanceId: instance.id,
    resourceType: "MEDIA_STREAMS",
    storageConfig: {
      storageType: "KINESIS_VIDEO_STREAM",
      kinesisVideoStreamConfig: {
        prefix: "nurse-line",
        retentionPeriodHours: 24,
        encryptionConfig: { encryptionType: "KMS", keyId: key.arn },
      },
    },
  });
  return instance;
}

function makeRole(name: string, trusted: string, statements: Statement[], isCompute = false): iam.Role {
  const role = new iam.Role(name, {
    assumeRolePolicy: document({
      actions: ["sts:AssumeRole"],
      principals: service(trusted),
      conditions: isCompute ? [] : [here],
    }),
    tags,
  });
  new iam.RolePolicy(name, { role: role.name, policy: document(...statements) });
  return role;
}

/** The function that finds a caller's chart number in the record system, for flows and for the bot. */
function makeLookup(key: kms.Key, instance: connect.Instance): lambda.Function {
  const logs = new cloudwatch.LogGroup("lookup", {
    name: "/aws/lambda/nurse-line-lookup",
    retentionInDays: 2557,
    kmsKeyId: key.arn,
    tags,
  });
  const role = makeRole(
    "lookup",
    "lambda.amazonaws.com",
    [
      { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [pulumi.interpolate`${logs.arn}:*`] },
      {
        actions: ["secretsmanager:GetSecretValue"],
        resources: [`arn:aws:secretsmanager:${region}:${account}:secret:nurse-line/record-system-??????`],
      },
      { actions: ["kms:Decrypt"], resources: [key.arn] },
    ],
    true,
  );
  const lookup = new lambda.Function("lookup", {
    name: "nurse-line-lookup",
    role: role.arn,
    runtime: "python3.13",
    handler: "lookup.handler",
    timeout: 8,
    code: new pulumi.asset.AssetArchive({ "lookup.py": new pulumi.asset.StringAsset("def handler(event, _): ...") }),
    kmsKeyArn: key.arn,
    environment: { variables: { RECORD_SYSTEM: "https://records.internal.example.org/fhir", LOG_LEVEL: "INFO" } },
    loggingConfig: { logFormat: "JSON", logGroup: logs.name },
    tags,
  });
  new connect.LambdaFunctionAssociation("lookup", { instanceId: instance.id, functionArn: lookup.arn });
  new lambda.Permission("lookup-connect", {
    function: lookup.name,
    action: "lambda:InvokeFunction",
    principal: "connect.amazonaws.com",
    sourceAccount: account,
    sourceArn: instance.arn,
  });
  return lookup;
}

/** The bot asks for the reason of the call and the date of birth; both are masked in its logs. */
function makeBot(key: kms.Key, instance: connect.Instance): void {
  const role = makeRole("bot", "lexv2.amazonaws.com", [
    { actions: ["polly:SynthesizeSpeech"], resources: ["*"] },
    { actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.arn] },
  ]);
  const bot = new lex.V2modelsBot("triage", {
    name: "nurse-line-triage",
    roleArn: role.arn,
    idleSessionTtlInSeconds: 300,
    dataPrivacies: [{ childDirected: false }],
    tags,
  });
  const locale = new lex.V2modelsBotLocale("triage-en", {
    botId: bot.id,
    botVersion: "DRAFT",
    localeId: "en_US",
    nLuIntentConfidenceThreshold: 0.6,
    voiceSettings: { voiceId: "Joanna", engine: "neural" },
  });
  const intent = new lex.V2modelsIntent("triage-call-back", {
    botId: bot.id,
    botVersion: "DRAFT",
    localeId: locale.localeId,
    name: "CallBack",
    sampleUtterances: [
      { utterance: "I would like a nurse to call me back" },
      { utterance: "Call me about my results" },
    ],
  });
  new lex.V2modelsSlot("triage-birth-date", {
    botId: bot.id,
    botVersion: "DRAFT",
    localeId: locale.localeId,
    intentId: intent.intentId,
    name: "BirthDate",
    slotTypeId: "AMAZON.Date",
    obfuscationSettings: [{ obfuscationSettingType: "DefaultObfuscation" }],
    valueElicitationSetting: {
      slotConstraint: "Required",
      promptSpecification: {
        maxRetries: 2,
        allowInterrupt: true,
        messageSelectionStrategy: "Random",
        messageGroups: [{ message: { plainTextMessage: { value: "What is your date of birth?" } } }],
      },
    },
  });
  new lambda.Permission("lookup-bot", {
    function: "nurse-line-lookup",
    action: "lambda:InvokeFunction",
    principal: "lexv2.amazonaws.com",
    sourceAccount: account,
    sourceArn: pulumi.interpolate`arn:aws:lex:${region}:${account}:bot-alias/${bot.id}/*`,
  });
  new cloudwatch.LogGroup("bot", {
    name: "/nurse-line/triage-conversations",
    retentionInDays: 2557,
    kmsKeyId: key.arn,
    tags: { ...tags, "cc:instance": instance.id },
  });
}

function makeRouting(instance: connect.Instance, lookup: lambda.Function): void {
  const hours = new connect.HoursOfOperation("always", {
    instanceId: instance.id,
    name: "always",
    timeZone: "America/Chicago",
    configs: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"].map((day) => ({
      day,
      startTime: { hours: 0, minutes: 0 },
      endTime: { hours: 23, minutes: 59 },
    })),
    tags,
  });
  const queue = new connect.Queue("nurses", {
    instanceId: instance.id,
    name: "nurses",
    description: "Registered nurses on duty",
    hoursOfOperationId: hours.hoursOfOperationId,
    tags,
  });
  new connect.SecurityProfile("nurse", {
    instanceId: instance.id,
    name: "nurse",
    description: "Takes calls; hears no recordings but the own ones",
    permissions: ["BasicAgentAccess", "OutboundCallAccess"],
    tags,
  });
  const flow = new connect.ContactFlow("inbound", {
    instanceId: instance.id,
    name: "inbound",
    description: "Finds the chart, then queues for a nurse",
    type: "CONTACT_FLOW",
    content: pulumi.jsonStringify({
      Version: "2019-10-30",
      StartAction: "lookup",
      Actions: [
        {
          Identifier: "lookup",
          Type: "InvokeLambdaFunction",
          Parameters: { LambdaFunctionARN: lookup.arn, InvocationTimeLimitSeconds: "8" },
          Transitions: { NextAction: "queue", Errors: [{ NextAction: "queue", ErrorType: "NoMatchingError" }] },
        },
        {
          Identifier: "queue",
          Type: "UpdateContactTargetQueue",
          Parameters: { QueueId: queue.arn },
          Transitions: { NextAction: "transfer", Errors: [{ NextAction: "end", ErrorType: "NoMatchingError" }] },
        },
        { Identifier: "transfer", Type: "TransferContactToQueue", Parameters: {}, Transitions: { NextAction: "end" } },
        { Identifier: "end", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
      ],
    }),
    tags,
  });
  const number = new connect.PhoneNumber("main", {
    targetArn: instance.arn,
    countryCode: "US",
    type: "TOLL_FREE",
    description: "Published number",
    tags,
  });
  new connect.PhoneNumberContactFlowAssociation("main", {
    instanceId: instance.id,
    phoneNumberId: number.id,
    contactFlowId: flow.contactFlowId,
  });
}

/** Contact records: Connect to a stream, the stream to the analytics bucket. */
function streamContactRecords(key: kms.Key, instance: connect.Instance, analytics: LockedBucket): void {
  const stream = new kinesis.Stream("contact-records", {
    streamModeDetails: { streamMode: "ON_DEMAND" },
    retentionPeriod: 72,
    encryptionType: "KMS",
    kmsKeyId: key.arn,
    tags,
  });
  new connect.InstanceStorageConfig("contact-records", {
    instanceId: instance.id,
    resourceType: "CONTACT_TRACE_RECORDS",
    storageConfig: { storageType: "KINESIS_STREAM", kinesisStreamConfig: { streamArn: stream.arn } },
  });
  const logs = new cloudwatch.LogGroup("delivery", { retentionInDays: 400, kmsKeyId: key.arn, tags });
  const logStream = new cloudwatch.LogStream("delivery", { logGroupName: logs.name, name: "s3" });
  const role = makeRole("delivery", "firehose.amazonaws.com", [
    {
      actions: ["kinesis:DescribeStream", "kinesis:GetShardIterator", "kinesis:GetRecords", "kinesis:ListShards"],
      resources: [stream.arn],
    },
    {
      actions: ["s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      resources: [analytics.bucket.arn],
    },
    { actions: ["s3:PutObject"], resources: [pulumi.interpolate`${analytics.bucket.arn}/*`] },
    { actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.arn] },
    { actions: ["logs:PutLogEvents"], resources: [pulumi.interpolate`${logs.arn}:*`] },
  ]);
  new kinesis.FirehoseDeliveryStream("contact-records", {
    destination: "extended_s3",
    kinesisSourceConfiguration: { kinesisStreamArn: stream.arn, roleArn: role.arn },
    extendedS3Configuration: {
      bucketArn: analytics.bucket.arn,
      roleArn: role.arn,
      kmsKeyArn: key.arn,
      prefix: "contact-records/",
      errorOutputPrefix: "failed/",
      compressionFormat: "GZIP",
      cloudwatchLoggingOptions: { enabled: true, logGroupName: logs.name, logStreamName: logStream.name },
    },
    tags,
  });
}

/** What batch jobs run as: speech to text, then entities out of the text. */
function makeTranscription(key: kms.Key, recordings: LockedBucket): void {
  const words = new s3.BucketObjectv2("vocabulary", {
    bucket: recordings.bucket.id,
    key: "vocabulary/medicines.txt",
    content: "Phrase\tDisplayAs\nmetoprolol\tmetoprolol\n",
    kmsKeyId: key.arn,
  });
  new transcribe.Vocabulary("medicines", {
    vocabularyName: "nurse-line-medicines",
    languageCode: "en-US",
    vocabularyFileUri: pulumi.interpolate`s3://${recordings.bucket.id}/${words.key}`,
    tags,
  });
  makeRole("transcription", "transcribe.amazonaws.com", [
    { actions: ["s3:GetObject"], resources: [pulumi.interpolate`${recordings.bucket.arn}/calls/*`] },
    { actions: ["s3:PutObject"], resources: [pulumi.interpolate`${recordings.bucket.arn}/transcripts/*`] },
    { actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.arn] },
  ]);
  makeRole(
    "entities",
    "lambda.amazonaws.com",
    [
      // Neither service knows resources for these actions.
      { actions: ["comprehendmedical:DetectEntitiesV2", "comprehend:DetectPiiEntities"], resources: ["*"] },
      { actions: ["s3:GetObject"], resources: [pulumi.interpolate`${recordings.bucket.arn}/transcripts/*`] },
      { actions: ["kms:Decrypt"], resources: [key.arn] },
    ],
    true,
  );
}

function makeProfiles(key: kms.Key): void {
  const failed = new sqs.Queue("profile-errors", { kmsMasterKeyId: key.arn, messageRetentionSeconds: 1_209_600, tags });
  new sqs.QueuePolicy("profile-errors", {
    queueUrl: failed.id,
    policy: document(
      {
        sid: "Profiles",
        actions: ["sqs:SendMessage"],
        resources: [failed.arn],
        principals: service("profile.amazonaws.com"),
        conditions: [here],
      },
      {
        sid: "TlsOnly",
        effect: "Deny",
        actions: ["sqs:*"],
        resources: [failed.arn],
        principals: everyone,
        conditions: [plainHttp],
      },
    ),
  });
  new customerprofiles.Domain("callers", {
    domainName: "nurse-line-callers",
    defaultExpirationDays: 366,
    defaultEncryptionKey: key.arn,
    deadLetterQueueUrl: failed.url,
    tags,
  });
}
