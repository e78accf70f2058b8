import { ServiceTls, type FargateServiceArgs } from "../fargate-service-args";
import { ServiceArchitecture, ServiceScratchMedium, ServiceTier } from "../task-args";
import { accountArn, image, surroundings } from "./example";

/** A service with every argument that adds something to the graph. */
export function fullArgs(): Partial<FargateServiceArgs> {
  return {
    tier: ServiceTier.App,
    tls: ServiceTls.Sidecar,
    proxyImage: image("tls-proxy"),
    applicationPort: 3000,
    containerPort: 9443,
    cpu: 1024,
    memoryMib: 2048,
    architecture: ServiceArchitecture.X86,
    command: ["serve", "--port", "3000"],
    environment: { LOG_LEVEL: "info", DB_HOST: "db.internal" },
    secrets: [
      { name: "DB_PASSWORD", valueFrom: `${surroundings.secretArn}:password::` },
      { name: "DB_USER", valueFrom: `${surroundings.secretArn}:username::` },
      { name: "LICENSE", valueFrom: accountArn("ssm", "parameter/web/license") },
    ],
    secretKeys: [surroundings.secretsKey],
    healthCheckCommand: ["CMD", "/healthcheck"],
    healthCheckPath: "/ready",
    writablePaths: ["/tmp", "/var/cache/web"],
    scratchMedium: ServiceScratchMedium.Disk,
    ephemeralStorageGib: 40,
    deletionProtection: false,
    stopTimeoutSeconds: 90,
    grants: [
      { name: "ReadDocuments", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::documents-1a2b3c4/*"] },
      {
        name: "DecryptDocuments",
        actions: ["kms:Decrypt"],
        resources: [accountArn("kms", "key/33333333-3333-4333-8333-333333333333")],
        viaServices: ["s3"],
      },
    ],
    connections: [
      { name: "database", securityGroupId: "sg-000000000000000d1", port: 5432 },
      { name: "cache", securityGroupId: "sg-000000000000000c1", port: 6379 },
    ],
    hostNames: ["portal.example.org"],
    pathPatterns: ["/api/*"],
    deregistrationDelaySeconds: 10,
    healthCheckGracePeriodSeconds: 120,
    desiredCount: 4,
    minCount: 3,
    maxCount: 9,
    requestsPerTarget: 500,
    spotWeight: 2,
    pullRepositoryArns: [accountArn("ecr", "repository/agent")],
    permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/boundary",
    alarmTopicArn: surroundings.topicArn,
    tags: { Team: "portal" },
  };
}
