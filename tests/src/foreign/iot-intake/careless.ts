import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as iot from "@pulumi/aws/iot";
import * as kinesis from "@pulumi/aws/kinesis";
import * as lambda from "@pulumi/aws/lambda";
import * as s3 from "@pulumi/aws/s3";
import * as sns from "@pulumi/aws/sns";
import * as timestreamwrite from "@pulumi/aws/timestreamwrite";
import * as pulumi from "@pulumi/pulumi";

const arn = (kind: string) => `arn:aws:iot:us-east-1:111122223333:${kind}`;
const roleFor = (name: string, service: string): iam.Role =>
  new iam.Role(name, { assumeRolePolicy: iam.assumeRolePolicyForPrincipal({ Service: service }) });
const inline = (role: iam.Role, name: string, actions: string[], resources: pulumi.Input<string>[]) =>
  new iam.RolePolicy(name, {
    role: role.id,
    policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: resources }] },
  });

/** The pilot of the same kind of product: forty infusion pumps of one ward, and everybody in a hurry. */
export function careless(): void {
  // Mistake: a pump is named after the patient it is connected to, with the record number among its attributes.
  const pump = new iot.Thing("pump-7", {
    name: "pump-7",
    attributes: { ward: "4-east", patient: "MRN:00918273" },
  });
  const certificate = new iot.Certificate("pumps", { active: true });
  // Mistake: one certificate for all pumps, that may connect as any of them, publish and listen everywhere.
  const everything = new iot.Policy("pumps", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["iot:Connect", "iot:Publish", "iot:Subscribe", "iot:Receive"], Resource: "*" },
      ],
    }),
  });
  new iot.PolicyAttachment("pumps", { policy: everything.name, target: certificate.arn });
  new iot.ThingPrincipalAttachment("pump-7", { thing: pump.name, principal: certificate.arn });
  // Mistake: the gateway connects by name, and then reads every pump's messages.
  new iot.Policy("gateway", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "iot:Connect", Resource: arn("client/gateway-1") },
        { Effect: "Allow", Action: "iot:Subscribe", Resource: arn("topicfilter/*") },
        { Effect: "Allow", Action: "iot:Receive", Resource: arn("topic/*") },
      ],
    }),
  });

  const codeOf = () =>
    new pulumi.asset.AssetArchive({ "index.py": new pulumi.asset.StringAsset("def handler(e, c): ...") });
  const functionRole = roleFor("functions", "lambda.amazonaws.com");
  new iam.RolePolicyAttachment("functions", {
    role: functionRole.name,
    // Mistake: administrator, "for the pilot".
    policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
  });
  const tokens = new lambda.Function("tokens", {
    role: functionRole.arn,
    runtime: "python3.12",
    handler: "index.handler",
    code: codeOf(),
  });
  new cloudwatch.LogGroup("tokens", {
    name: pulumi.interpolate`/aws/lambda/${tokens.name}`,
    // Mistake: a week of logs, under AWS's own key.
    retentionInDays: 7,
  });
  new lambda.Permission("tokens", {
    function: tokens.name,
    action: "lambda:InvokeFunction",
    // Mistake: everyone may call the function.
    principal: "*",
  });
  const authorizer = new iot.Authorizer("tokens", {
    name: "pump-tokens",
    authorizerFunctionArn: tokens.arn,
    status: "ACTIVE",
    // Mistake: anyone can make the service call the function, with whatever for a token.
    signingDisabled: true,
  });
  new iot.DomainConfiguration("pumps", {
    name: "pumps",
    serviceType: "DATA",
    // Mistake: old firmware, old TLS.
    tlsConfig: { securityPolicy: "IoTSecurityPolicy_TLS12_1_0_2016_01" },
    authorizerConfig: { defaultAuthorizerName: authorizer.name, allowAuthorizerOverride: true },
  });

  const provisioning = roleFor("provisioning", "iot.amazonaws.com");
  // Mistake: whoever gets hold of the claim certificate may add pumps, for no hook asks.
  new iot.ProvisioningTemplate("pumps", {
    enabled: true,
    provisioningRoleArn: provisioning.arn,
    templateBody: JSON.stringify({
      Parameters: { SerialNumber: { Type: "String" } },
      Resources: { thing: { Type: "AWS::IoT::Thing", Properties: { ThingName: { Ref: "SerialNumber" } } } },
    }),
  });

  // Mistake: readings wait in a stream without encryption.
  const readings = new kinesis.Stream("readings", { shardCount: 2, encryptionType: "NONE" });
  new kinesis.ResourcePolicy("readings", {
    resourceArn: readings.arn,
    // Mistake: the vendor reads them, and so may everyone else.
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: "*",
          Action: [
            "kinesis:DescribeStreamSummary",
            "kinesis:ListShards",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
          ],
          Resource: "arn:aws:kinesis:us-east-1:111122223333:stream/readings",
        },
      ],
    }),
  });
  // Mistake: the series are under AWS's own key.
  const database = new timestreamwrite.Database("pilot", { databaseName: "pilot" });
  const series = new timestreamwrite.Table("pilot", {
    databaseName: database.databaseName,
    tableName: "readings",
    retentionProperties: { memoryStoreRetentionPeriodInHours: 24, magneticStoreRetentionPeriodInDays: 30 },
  });

  // Mistake: the archive has no versions, no access log, no key and no policy that refuses plain HTTP.
  const archive = new s3.Bucket("archive", { bucket: "pump-pilot-archive" });
  new s3.BucketAcl("archive", {
    bucket: archive.id,
    // Mistake: raw messages for the whole internet.
    acl: "public-read",
  });
  new s3.BucketPublicAccessBlock("archive", {
    bucket: archive.id,
    // Mistake: nothing is blocked, so that the vendor's download works.
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
  });
  const delivery = roleFor("delivery", "firehose.amazonaws.com");
  inline(delivery, "delivery", ["s3:*"], [archive.arn, pulumi.interpolate`${archive.arn}/*`]);
  new kinesis.FirehoseDeliveryStream("vendor", {
    destination: "http_endpoint",
    httpEndpointConfiguration: {
      // Mistake: a copy of every reading to the vendor, with its key in the program.
      url: "https://ingest.vendor.example.com/v1/pumps",
      name: "vendor",
      accessKey: "pk_5f2c9b7e41",
      roleArn: delivery.arn,
      s3BackupMode: "FailedDataOnly",
      // Mistake: what fails lies in a bucket without a key, and no log tells.
      s3Configuration: { bucketArn: archive.arn, roleArn: delivery.arn },
    },
    // Mistake: and waits for delivery unencrypted.
  });

  const alerts = new sns.Topic("alerts", {
    // Mistake: alerts name patients, and the topic is not encrypted and takes them in the clear.
    displayName: "Pump alerts",
  });
  new sns.TopicSubscription("pager", {
    topic: alerts.arn,
    protocol: "http",
    // Mistake: the pager gateway takes them over plain HTTP.
    endpoint: "http://pager.hospital.example.org/sns",
  });
  const routing = roleFor("routing", "iot.amazonaws.com");
  // Mistake: the role of the rules may do anything with any stream, topic or series.
  inline(routing, "routing", ["kinesis:*", "sns:*", "timestream:*"], ["*"]);
  new iot.TopicRule("readings", {
    name: "readings",
    enabled: true,
    sql: "SELECT * FROM 'pumps/+/readings'",
    sqlVersion: "2016-03-23",
    kineses: [{ roleArn: routing.arn, streamName: readings.name }],
    timestreams: [
      {
        roleArn: routing.arn,
        databaseName: database.databaseName,
        tableName: series.tableName,
        dimensions: [{ name: "pump", value: "${topic(2)}" }],
      },
    ],
  });
  new iot.TopicRule("alerts", {
    name: "alerts",
    enabled: true,
    sql: "SELECT patient, reading FROM 'pumps/+/alerts'",
    sqlVersion: "2016-03-23",
    sns: [{ roleArn: routing.arn, targetArn: alerts.arn, messageFormat: "RAW" }],
    // Mistake: a copy of each alert for the whole internet, whatever the bucket says.
    s3: [{ roleArn: routing.arn, bucketName: archive.bucket, key: "alerts/${timestamp()}", cannedAcl: "public-read" }],
  });
}
