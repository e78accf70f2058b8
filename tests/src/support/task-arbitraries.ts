import {
  ServiceAccessLevel,
  ServiceArchitecture,
  ServiceKeyUse,
  ServiceQueueRole,
  ServiceScratchMedium,
  type FargateServiceCluster,
  type FargateServiceConnectionArgs,
  type FargateServiceGrantArgs,
  type FargateServiceLoadBalancer,
  type FargateServiceNetwork,
  type ServiceAccessArgs,
  type ServiceTaskArgs,
} from "@hipaa-aws/service";
import * as fc from "fast-check";
import { keyArn, optional, tags } from "./arbitraries";

const account = "111122223333";
const arnOf = (service: string, resource: string): string => `arn:aws:${service}:us-east-1:${account}:${resource}`;

/** An image in the account's registry, by digest. */
export const image = (repository: string): string =>
  `${account}.dkr.ecr.us-east-1.amazonaws.com/${repository}@sha256:${"0123456789abcdef".repeat(4)}`;

/** The account's cluster, network and load balancer, which a stack before this one made. */
export const surroundings: {
  readonly cluster: FargateServiceCluster;
  readonly network: FargateServiceNetwork;
  readonly loadBalancer: FargateServiceLoadBalancer;
} = {
  cluster: { clusterArn: arnOf("ecs", "cluster/main"), clusterName: "main" },
  network: {
    vpcId: "vpc-0a1b2c3d4e5f60718",
    webSubnetIds: ["subnet-0000000000000000a", "subnet-0000000000000000b"],
    appSubnetIds: ["subnet-0000000000000000c", "subnet-0000000000000000d"],
    endpointSecurityGroupId: "sg-000000000000000e0",
    s3PrefixListId: "pl-63a5400a",
    dynamoDbPrefixListId: "pl-02cd2c6b",
  },
  loadBalancer: {
    httpsListenerArn: arnOf("elasticloadbalancing", "listener/app/edge/50dc6c495c0c9188/f2f7dc8efc522ab2"),
    securityGroupId: "sg-000000000000000a1",
    loadBalancerArnSuffix: "app/edge/50dc6c495c0c9188",
  },
};

const key = { arn: keyArn };
const level = fc.constantFrom(...Object.values(ServiceAccessLevel));

/** Everything that a program may be given access to, each or not. */
export const access: fc.Arbitrary<ServiceAccessArgs | undefined> = optional(
  fc.record({
    databases: optional(
      fc.constant([
        {
          name: "records",
          database: { securityGroupId: "sg-000000000000000d1", port: 5432, resourceId: "db-ABCDEFGHIJKL01234" },
          user: "app",
        },
      ]),
    ),
    caches: optional(
      fc.constant([
        {
          name: "sessions",
          cache: {
            securityGroupId: "sg-000000000000000c1",
            port: 6379,
            replicationGroupArn: arnOf("elasticache", "replicationgroup:sessions"),
            userArn: arnOf("elasticache", "user:app"),
          },
        },
      ]),
    ),
    buckets: optional(
      fc
        .record({ level, prefix: optional(fc.constant("exports/")), list: optional(fc.boolean()) })
        .map((rest) => [{ name: "documents", bucket: { bucketArn: "arn:aws:s3:::documents-1a2b3c4" }, key, ...rest }]),
    ),
    queues: optional(
      fc
        .constantFrom(...Object.values(ServiceQueueRole))
        .map((role) => [{ name: "intake", queue: { queueArn: arnOf("sqs", "intake-1a2b3c4") }, key, role }]),
    ),
    topics: optional(fc.constant([{ name: "results", topic: { topicArn: arnOf("sns", "results-1a2b3c4") }, key }])),
    tables: optional(
      level.map((one) => [
        { name: "visits", table: { tableArn: arnOf("dynamodb", "table/visits-1a2b3c4") }, key, level: one },
      ]),
    ),
    secrets: optional(
      fc.constant([{ name: "partner", secretArn: arnOf("secretsmanager", "secret:partner-AbCdEf"), key }]),
    ),
    keys: optional(fc.constantFrom(...Object.values(ServiceKeyUse)).map((use) => [{ name: "fields", key, use }])),
  }),
);

const grants: fc.Arbitrary<FargateServiceGrantArgs[] | undefined> = optional(
  fc.constant<FargateServiceGrantArgs[]>([
    { name: "StartReports", actions: ["states:StartExecution"], resources: [arnOf("states", "stateMachine:reports")] },
  ]),
);

const connections: fc.Arbitrary<FargateServiceConnectionArgs[] | undefined> = optional(
  fc.constant<FargateServiceConnectionArgs[]>([{ name: "search", securityGroupId: "sg-000000000000000f1", port: 443 }]),
);

const fileSystems = optional(
  fc.record({ readOnly: optional(fc.boolean()) }).map(({ readOnly }) => [
    {
      name: "reports",
      fileSystem: {
        fileSystemId: "fs-0a1b2c3d4e5f60718",
        fileSystemArn: arnOf("elasticfilesystem", "file-system/fs-0a1b2c3d4e5f60718"),
        accessPointArns: { reports: arnOf("elasticfilesystem", "access-point/fsap-0a1b2c3d4e5f60718") },
        securityGroupId: "sg-000000000000000b1",
        port: 2049,
      },
      accessPoint: "reports",
      path: "/mnt/reports",
      ...(readOnly === undefined ? {} : { readOnly }),
    },
  ]),
);

const secretVariables = fc.constantFrom<Pick<ServiceTaskArgs, "secrets" | "secretKeys">[]>(
  {},
  {
    secrets: [
      { name: "DB_LOGIN", valueFrom: arnOf("secretsmanager", "secret:db-login-AbCdEf") },
      { name: "LICENSE", valueFrom: arnOf("ssm", "parameter/portal/license") },
    ],
    secretKeys: [key],
  },
);

const sizes = fc.constantFrom(
  {},
  { cpu: 256, memoryMib: 512 },
  { cpu: 512, memoryMib: 4096 },
  { cpu: 2048, memoryMib: 4096 },
  { cpu: 16384, memoryMib: 122_880 },
);

const scratch = fc.oneof(
  fc.record({
    scratchMedium: fc.constantFrom(undefined, ServiceScratchMedium.Memory),
    scratchSizeMib: optional(fc.integer({ min: 1, max: 80 })),
    writablePaths: optional(fc.constantFrom<string[]>(["/tmp"], ["/tmp", "/var/cache/app"], [])),
  }),
  fc.record({
    scratchMedium: fc.constant(ServiceScratchMedium.Disk),
    writablePaths: optional(fc.constantFrom<string[]>(["/tmp"], ["/tmp", "/var/cache/app"], [])),
  }),
);

/** Any valid arguments of a task, whoever starts it. */
export const task: fc.Arbitrary<ServiceTaskArgs> = fc
  .tuple(
    fc.record({
      cluster: fc.constant(surroundings.cluster),
      network: fc.constant(surroundings.network),
      image: fc.constantFrom(image("portal"), `${account}.dkr.ecr.us-east-1.amazonaws.com/clinic/portal:1.4.2`),
      logsKey: fc.constant(key),
      architecture: fc.constantFrom(undefined, ...Object.values(ServiceArchitecture)),
      command: optional(fc.constant<string[]>(["serve", "--port", "8080"])),
      environment: optional(fc.constant({ LOG_LEVEL: "info", DATABASE_HOST: "db.clinic.internal" })),
      healthCheckCommand: optional(fc.constant<string[]>(["CMD", "/healthcheck"])),
      ephemeralStorageGib: optional(fc.integer({ min: 21, max: 200 })),
      // Off is the step before a stack is destroyed, which the pack reports while it lasts.
      deletionProtection: optional(fc.constant(true)),
      stopTimeoutSeconds: optional(fc.integer({ min: 2, max: 120 })),
      access,
      grants,
      connections,
      fileSystems,
      pullRepositoryArns: optional(fc.constant<string[]>([arnOf("ecr", "repository/guardduty-agent")])),
      permissionsBoundaryArn: optional(fc.constant(`arn:aws:iam::${account}:policy/boundary`)),
      tags,
    }),
    secretVariables,
    sizes,
    scratch,
  )
  .map(([one, secret, size, paths]) => ({ ...one, ...secret, ...size, ...paths }));

/** Limits of scaling, in order. */
export const counts: fc.Arbitrary<{ minCount?: number; maxCount?: number; desiredCount?: number }> = fc.oneof(
  fc.constant({}),
  fc
    .tuple(fc.integer({ min: 2, max: 20 }), fc.nat({ max: 30 }), fc.nat({ max: 30 }))
    .map(([minCount, more, start]) => ({
      minCount,
      maxCount: minCount + more,
      desiredCount: minCount + Math.min(start, more),
    })),
);
