import * as connect from "@pulumi/aws/connect";
import * as customerprofiles from "@pulumi/aws/customerprofiles";
import * as iam from "@pulumi/aws/iam";
import * as kinesis from "@pulumi/aws/kinesis";
import * as lambda from "@pulumi/aws/lambda";
import * as lex from "@pulumi/aws/lex";
import * as s3 from "@pulumi/aws/s3";
import * as sqs from "@pulumi/aws/sqs";
import * as transcribe from "@pulumi/aws/transcribe";
import * as pulumi from "@pulumi/pulumi";

const tags = { team: "patient-services" };

const trust = (service: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });
const allow = (actions: string[], resources: pulumi.Input<string>[]) =>
  pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: actions, Resource: resources }],
  });

/** The appointment line of a clinic, put together in the console first and then in code. */
export function careless(): void {
  // Mistake: no public access block, no versions, no access log, no key; plain HTTP is not refused, for want of a policy.
  const recordings = new s3.Bucket("recordings", { bucket: "clinic-call-recordings", tags });
  new s3.BucketCorsConfiguration("recordings", {
    bucket: recordings.id,
    // Mistake: scripts of every site may fetch recordings.
    corsRules: [{ allowedMethods: ["GET"], allowedOrigins: ["*"], allowedHeaders: ["*"] }],
  });

  const instance = new connect.Instance("line", {
    instanceAlias: "clinic-appointments",
    // Mistake: agents have passwords that Connect keeps, outside of the clinic's directory.
    identityManagementType: "CONNECT_MANAGED",
    inboundCallsEnabled: true,
    outboundCallsEnabled: true,
    // Mistake: what flows do leaves no trace.
    contactFlowLogsEnabled: false,
  });
  new connect.InstanceStorageConfig("calls", {
    instanceId: instance.id,
    resourceType: "CALL_RECORDINGS",
    storageConfig: {
      storageType: "S3",
      // Mistake: recordings are written without a key.
      s3Config: { bucketName: recordings.bucket, bucketPrefix: "calls" },
    },
  });
  new connect.InstanceStorageConfig("chats", {
    instanceId: instance.id,
    resourceType: "CHAT_TRANSCRIPTS",
    storageConfig: {
      storageType: "S3",
      // Mistake: and so are transcripts.
      s3Config: { bucketName: recordings.bucket, bucketPrefix: "chats" },
    },
  });

  // Mistake: contact records wait in a stream that is not encrypted.
  const records = new kinesis.Stream("contact-records", { shardCount: 1, retentionPeriod: 24, tags });
  new connect.InstanceStorageConfig("contact-records", {
    instanceId: instance.id,
    resourceType: "CONTACT_TRACE_RECORDS",
    storageConfig: { storageType: "KINESIS_STREAM", kinesisStreamConfig: { streamArn: records.arn } },
  });

  const delivery = new iam.Role("delivery", { assumeRolePolicy: trust("firehose.amazonaws.com"), tags });
  new iam.RolePolicy("delivery", {
    role: delivery.id,
    policy: allow(["s3:PutObject", "s3:GetBucketLocation"], [recordings.arn, pulumi.interpolate`${recordings.arn}/*`]),
  });
  // Mistake: agents' events wait for delivery in the clear, go to a bucket without a key, and failures show nowhere.
  new kinesis.FirehoseDeliveryStream("agent-events", {
    destination: "extended_s3",
    extendedS3Configuration: { bucketArn: recordings.arn, roleArn: delivery.arn, prefix: "agents/" },
    tags,
  });

  const botRole = new iam.Role("bot", { assumeRolePolicy: trust("lexv2.amazonaws.com"), tags });
  new iam.RolePolicy("bot", {
    role: botRole.id,
    // Mistake: all of Lex, Polly and Comprehend for a bot that speaks.
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["lex:*", "polly:*", "comprehend:*"], Resource: "*" }],
    }),
  });
  const bot = new lex.V2modelsBot("booking", {
    name: "booking",
    roleArn: botRole.arn,
    // Mistake: what a caller said is kept for a day.
    idleSessionTtlInSeconds: 86_400,
    dataPrivacies: [{ childDirected: false }],
  });
  const locale = new lex.V2modelsBotLocale("booking-en", {
    botId: bot.id,
    botVersion: "DRAFT",
    localeId: "en_US",
    nLuIntentConfidenceThreshold: 0.4,
  });
  const intent = new lex.V2modelsIntent("booking-verify", {
    botId: bot.id,
    botVersion: "DRAFT",
    localeId: locale.localeId,
    name: "VerifyPatient",
    // Mistake: an utterance copied from a real call.
    sampleUtterances: [{ utterance: "my social is 536-22-8145" }, { utterance: "verify me" }],
  });
  new lex.V2modelsSlot("booking-ssn", {
    botId: bot.id,
    botVersion: "DRAFT",
    localeId: locale.localeId,
    intentId: intent.intentId,
    name: "SocialSecurityNumber",
    slotTypeId: "AMAZON.Number",
    // Mistake: the number stands in conversation logs as it was said.
    valueElicitationSetting: {
      slotConstraint: "Required",
      promptSpecification: {
        maxRetries: 3,
        messageGroups: [{ message: { plainTextMessage: { value: "Please say your social security number." } } }],
      },
    },
  });

  const lookupRole = new iam.Role("lookup", { assumeRolePolicy: trust("lambda.amazonaws.com"), tags });
  new iam.RolePolicyAttachment("lookup", {
    role: lookupRole.name,
    // Mistake: a policy of AWS that reads and writes every table.
    policyArn: "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess",
  });
  const lookup = new lambda.Function("lookup", {
    role: lookupRole.arn,
    // Mistake: a runtime that gets no more fixes.
    runtime: "python3.7",
    handler: "lookup.handler",
    code: new pulumi.asset.AssetArchive({ "lookup.py": new pulumi.asset.StringAsset("def handler(e, c): pass") }),
    environment: {
      variables: {
        RECORDS_URL: "https://records.clinic.example.org/api",
        // Mistake: the token of the record system stands in the program.
        RECORDS_API_TOKEN: "tok_live_9f8a7c6b5d4e3f2a1b0c",
      },
    },
    tags,
  });
  // Mistake: the function's log is created by itself: never encrypted under a key, kept for ever.
  new lambda.Permission("lookup-connect", {
    function: lookup.name,
    action: "lambda:InvokeFunction",
    principal: "connect.amazonaws.com",
    // Mistake: any account's Connect may call it.
  });
  new connect.LambdaFunctionAssociation("lookup", { instanceId: instance.id, functionArn: lookup.arn });

  const hours = new connect.HoursOfOperation("office", {
    instanceId: instance.id,
    name: "office",
    timeZone: "America/New_York",
    configs: [{ day: "MONDAY", startTime: { hours: 8, minutes: 0 }, endTime: { hours: 17, minutes: 0 } }],
  });
  new connect.Queue("desk", { instanceId: instance.id, name: "desk", hoursOfOperationId: hours.hoursOfOperationId });
  new connect.ContactFlow("inbound", {
    instanceId: instance.id,
    name: "inbound",
    type: "CONTACT_FLOW",
    content: JSON.stringify({
      Version: "2019-10-30",
      StartAction: "ask",
      Actions: [
        {
          Identifier: "ask",
          Type: "GetParticipantInput",
          // Mistake: what the caller types is stored without encryption.
          Parameters: { Text: "Enter your member number.", StoreInput: "True", InputTimeLimitSeconds: "10" },
          Transitions: { NextAction: "end" },
        },
        { Identifier: "end", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
      ],
    }),
  });

  const transcriber = new iam.Role("transcriber", { assumeRolePolicy: trust("transcribe.amazonaws.com"), tags });
  new iam.RolePolicy("transcriber", {
    role: transcriber.id,
    // Mistake: objects of every bucket.
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: "*" }],
    }),
  });
  new transcribe.Vocabulary("names", {
    vocabularyName: "clinic-names",
    languageCode: "en-US",
    // Mistake: a phrase with a patient's record number.
    phrases: ["metformin", "MRN-00482213", "lisinopril"],
  });

  const failures = new sqs.Queue("profile-failures", {
    // Mistake: what could not be filed into profiles lies in a queue without encryption, that anyone may reach in the clear.
    sqsManagedSseEnabled: false,
    tags,
  });
  new customerprofiles.Domain("patients", {
    domainName: "clinic-patients",
    defaultExpirationDays: 1098,
    // Mistake: profiles are under AWS's own key.
    deadLetterQueueUrl: failures.url,
  });
}
