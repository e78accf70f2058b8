import * as pulumi from "@pulumi/pulumi";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as s3 from "@pulumi/aws/s3";
import * as sqs from "@pulumi/aws/sqs";
import * as transfer from "@pulumi/aws/transfer";

/** The intake as it was set up over a weekend. Comments say where it went wrong. */
export function carelessSftpIntake(): void {
  // MISTAKE no public access block, no policy, no versions, no key, no access logs.
  const inbox = new s3.Bucket("inbox", {});
  const server = new transfer.Server("sftp", {
    // MISTAKE FTP in clear beside SFTP.
    protocols: ["SFTP", "FTP"],
    identityProviderType: "API_GATEWAY",
    url: "https://idp.clinic.example/transfer",
    invocationRole: "arn:aws:iam::111122223333:role/transfer-idp",
    // MISTAKE anyone on the internet may try a password. MISTAKE algorithms of 2018. MISTAKE no log of who did what.
    endpointType: "PUBLIC",
    securityPolicyName: "TransferSecurityPolicy-2018-11",
  });
  const role = new iam.Role("labs", {
    assumeRolePolicy: iam.assumeRolePolicyForPrincipal({ Service: "transfer.amazonaws.com" }),
  });
  new iam.RolePolicy("labs", {
    role: role.id,
    // MISTAKE each lab reads, changes and deletes the files of all the others, and of every other bucket.
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
    }),
  });
  // MISTAKE the user lands in the root of the bucket and may leave it.
  new transfer.User("northlab", {
    serverId: server.id,
    userName: "northlab",
    role: role.arn,
    homeDirectory: pulumi.interpolate`/${inbox.bucket}`,
  });

  // MISTAKE a queue in clear, which takes messages without TLS, from every S3 bucket of the world.
  const files = new sqs.Queue("files", { sqsManagedSseEnabled: false });
  const policy = new sqs.QueuePolicy("files", {
    queueUrl: files.id,
    policy: files.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { Service: "s3.amazonaws.com" }, Action: "sqs:SendMessage", Resource: arn },
          // MISTAKE a vendor's account may read what arrives.
          { Effect: "Allow", Principal: { AWS: "999988887777" }, Action: "sqs:*", Resource: arn },
        ],
      }),
    ),
  });
  new s3.BucketNotification(
    "inbox",
    { bucket: inbox.id, queues: [{ queueArn: files.arn, events: ["s3:ObjectCreated:*"] }] },
    { dependsOn: [policy] },
  );

  // MISTAKE an event bus that everyone may put events on, under AWS's key.
  const bus = new cloudwatch.EventBus("intake", { name: "intake" });
  new cloudwatch.EventBusPolicy("intake", {
    eventBusName: bus.name,
    policy: bus.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Sid: "all", Effect: "Allow", Principal: "*", Action: "events:PutEvents", Resource: arn }],
      }),
    ),
  });
  const connection = new cloudwatch.EventConnection("vendor", {
    authorizationType: "API_KEY",
    // Whether the key stands in the code or came from a secret, the inputs of a resource do not tell.
    authParameters: { apiKey: { key: "x-api-key", value: "vendor-live-0123456789" } },
  });
  const destination = new cloudwatch.EventApiDestination("vendor", {
    httpMethod: "POST",
    // MISTAKE results go to the vendor without TLS.
    invocationEndpoint: "http://results.vendor.example/hook",
    connectionArn: connection.arn,
  });
  const rule = new cloudwatch.EventRule("vendor", {
    eventBusName: bus.name,
    eventPattern: JSON.stringify({ source: ["intake"] }),
  });
  new cloudwatch.EventTarget("vendor", {
    rule: rule.name,
    eventBusName: bus.name,
    arn: destination.arn,
    roleArn: role.arn,
    // MISTAKE a patient in a sample that went live.
    input: JSON.stringify({ patient: "Jane Roe", ssn: "219-09-9999" }),
  });

  const parserRole = new iam.Role("parser", {
    assumeRolePolicy: iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
    managedPolicyArns: [
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
      // MISTAKE all queues and buckets.
      "arn:aws:iam::aws:policy/AmazonSQSFullAccess",
      "arn:aws:iam::aws:policy/AmazonS3FullAccess",
    ],
  });
  const parser = new lambda.Function("parser", {
    // MISTAKE no log group: Lambda makes one in clear that never ends. MISTAKE a runtime without support.
    runtime: "python3.7",
    handler: "main.handler",
    role: parserRole.arn,
    code: new pulumi.asset.AssetArchive({
      "main.py": new pulumi.asset.StringAsset("def handler(event, _):\n  return event\n"),
    }),
    environment: {
      variables: {
        // MISTAKE a database URL with its password.
        DATABASE_URL: "postgres://intake:Fruehling-2026@db.internal:5432/results",
      },
    },
  });
  new lambda.EventSourceMapping("parser", { eventSourceArn: files.arn, functionName: parser.arn });
}
