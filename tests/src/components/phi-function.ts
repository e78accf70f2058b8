import { PhiFunction, PhiFunctionArchitecture, type PhiFunctionArgs } from "@hipaa-aws/serverless";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const account = "us-east-1:111122223333";
const zip = {
  package: { bucket: "packages", key: "intake.zip", objectVersion: "3sL4kqtJlcpXroDTDmJ" },
  runtime: "nodejs24.x",
  handler: "index.handler",
};

const code: fc.Arbitrary<Partial<PhiFunctionArgs>> = fc.oneof(
  fc.constant({ imageUri: `111122223333.dkr.ecr.us-east-1.amazonaws.com/intake@sha256:${"0".repeat(64)}` }),
  fc.constantFrom("nodejs22.x", "python3.14", "java25", "provided.al2023").map((runtime) => ({ ...zip, runtime })),
  fc.constant<Partial<PhiFunctionArgs>>({
    ...zip,
    signingProfileVersionArns: [`arn:aws:signer:${account}:/signing-profiles/Clinic/AbCdEfGhIj`],
  }),
);

const rest = fc.record({
  network: fc.constant<PhiFunctionArgs["network"]>({
    vpcId: "vpc-1",
    appSubnetIds: ["subnet-1", "subnet-2"],
    endpointSecurityGroupId: "sg-0123456789abcdef0",
    s3PrefixListId: "pl-63a5400a",
    dynamoDbPrefixListId: "pl-02cd2c6b",
  }),
  key: fc.constant({ arn: keyArn }),
  messagesKey: fc.constant({ arn: keyArn }),
  logsKey: fc.constant({ arn: keyArn }),
  architecture: optional(fc.constantFrom(...Object.values(PhiFunctionArchitecture))),
  memoryMib: optional(fc.integer({ min: 128, max: 10_240 })),
  timeoutSeconds: optional(fc.integer({ min: 1, max: 900 })),
  temporaryStorageMib: optional(fc.integer({ min: 512, max: 10_240 })),
  environment: optional(fc.constant({ TABLE: "visits" })),
  secrets: optional(
    fc.constant<NonNullable<PhiFunctionArgs["secrets"]>>([
      { variable: "DB_ACCESS", secretArn: `arn:aws:secretsmanager:${account}:secret:clinic-db-AbCdEf`, keyArn },
    ]),
  ),
  grants: optional(
    fc.constant<NonNullable<PhiFunctionArgs["grants"]>>([
      { name: "Visits", actions: ["dynamodb:GetItem"], resources: [`arn:aws:dynamodb:${account}:table/visits`] },
    ]),
  ),
  connections: optional(
    fc.constant<NonNullable<PhiFunctionArgs["connections"]>>([
      { name: "database", securityGroupId: "sg-0fedcba9876543210", port: 5432 },
    ]),
  ),
  invokers: optional(
    fc.constant<NonNullable<PhiFunctionArgs["invokers"]>>([
      { name: "rule", service: "events.amazonaws.com", sourceArn: `arn:aws:events:${account}:rule/intake` },
      { name: "upload", service: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::uploads" },
    ]),
  ),
  queues: optional(
    fc
      .integer({ min: 1, max: 10 })
      .map((batchSize) => [{ name: "orders", queueArn: `arn:aws:sqs:${account}:orders`, keyArn, batchSize }]),
  ),
  fileSystem: optional(
    fc.constant({
      fileSystemArn: `arn:aws:elasticfilesystem:${account}:file-system/fs-01234567`,
      accessPointArn: `arn:aws:elasticfilesystem:${account}:access-point/fsap-0123456789abcdef0`,
      securityGroupId: "sg-0aaaaaaaaaaaaaaaa",
      mountPath: "/mnt/reports",
    }),
  ),
  reservedConcurrency: optional(fc.integer({ min: 1, max: 10_000 })),
  maximumRetries: optional(fc.integer({ min: 0, max: 2 })),
  maximumEventAgeSeconds: optional(fc.integer({ min: 60, max: 21_600 })),
  tracing: optional(fc.boolean()),
  logRetentionDays: optional(fc.constantFrom(2192, 3653)),
  permissionsBoundaryArn: optional(fc.constant("arn:aws:iam::111122223333:policy/boundary")),
  alarmTopicArn: optional(fc.constant(alarmTopicArn)),
  tags,
});

export const component: RandomComponent<PhiFunctionArgs> = {
  args: fc.tuple(rest, code).map(([args, given]) => ({ ...args, ...given })),
  build: (name, args) => new PhiFunction(name, args),
  optional: {
    ...classification,
    "cloudwatch-log-data-protection": "which identifiers an application may log by mistake is the user's to know",
    "iam-no-inline-policies": "the role's one policy lives and dies with it",
    "lambda-code-signing": "signatures need a signing profile of the user's",
    "lambda-tracing": "traces hold what the code adds to them, so they are asked for, not given",
  },
};
