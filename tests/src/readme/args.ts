import type { BackupPlanArgs } from "@hipaa-aws/backup";
import type { CacheArgs } from "@hipaa-aws/cache";
import type { PostgresInstanceArgs } from "@hipaa-aws/database";
import type { PublicEdgeArgs } from "@hipaa-aws/edge";
import type { VpcArgs } from "@hipaa-aws/network";
import type { PhiBucketArgs } from "@hipaa-aws/object-storage";
import type { HipaaWebApplicationArgs } from "@hipaa-aws/reference";
import { ServiceTier, ServiceTls, type FargateServiceArgs } from "@hipaa-aws/service";
import type { Given } from "./given";

const registry = "111122223333.dkr.ecr.us-east-1.amazonaws.com";

/** What `args` stands for in the later examples of a README: the arguments of its first one, or the least of them. */
export const argsOf = {
  "packages/backup": ({ keys, database }: Given): BackupPlanArgs => ({
    key: keys.backup,
    resources: [{ name: "database", arn: database.instanceArn }],
  }),
  "packages/cache": ({ vpc, keys }: Given): CacheArgs => ({
    network: vpc,
    key: keys.cache,
    logsKey: keys.logs,
    keyPatterns: ["session:*"],
  }),
  "packages/database": ({ vpc, keys }: Given): PostgresInstanceArgs => ({
    network: vpc,
    key: keys.database,
    logsKey: keys.logs,
    secretsKey: keys.secrets,
  }),
  "packages/edge": ({ vpc, logBucket, keys, hostedZoneId }: Given): PublicEdgeArgs => ({
    network: vpc,
    logBucket,
    key: keys.logs,
    domainName: "records.example.com",
    hostedZoneId,
  }),
  "packages/network": ({ flowLogBucket }: Given): VpcArgs => ({ cidrBlock: "10.20.0.0/16", flowLogBucket }),
  "packages/object-storage": ({ keys, accessLogBucket }: Given): PhiBucketArgs => ({
    key: keys.documents,
    accessLogBucket,
  }),
  "packages/reference": ({ hostedZoneId }: Given): HipaaWebApplicationArgs => ({
    domainName: "clinic.example.com",
    internalDomainName: "internal.clinic.example.com",
    hostedZoneId,
    network: { cidrBlock: "10.20.0.0/16" },
    web: { image: `${registry}/web:2.3.0` },
    app: { image: `${registry}/app:2.3.0` },
  }),
  "packages/service": ({ cluster, vpc, api, keys }: Given): FargateServiceArgs => ({
    cluster,
    network: vpc,
    loadBalancer: api,
    tier: ServiceTier.App,
    tls: ServiceTls.Application,
    image: `${registry}/app:2.3.0`,
    logsKey: keys.logs,
    hostNames: ["app.example.org"],
    rulePriority: 10,
  }),
};
