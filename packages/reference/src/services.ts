import * as pulumi from "@pulumi/pulumi";
import type { Cache } from "@hipaa-aws/cache";
import type { PostgresInstance } from "@hipaa-aws/database";
import type { InternalLoadBalancer, PublicEdge } from "@hipaa-aws/edge";
import { arn, awsEnvironment } from "@hipaa-aws/foundation";
import type { KeyRing } from "@hipaa-aws/keys";
import type { Vpc } from "@hipaa-aws/network";
import type { PhiBucket } from "@hipaa-aws/object-storage";
import {
  FargateService,
  ServiceTier,
  ServiceTls,
  type FargateServiceGrantArgs,
  type ServiceCluster,
} from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs, HipaaWebApplicationServiceArgs } from "./args";

/** What the two services are wired to. */
export interface ServiceSurroundings {
  readonly cluster: ServiceCluster;
  readonly network: Vpc;
  readonly keys: KeyRing;
  readonly database: PostgresInstance;
  readonly cache: Cache;
  readonly documents: PhiBucket;
  readonly alarmTopicArn: pulumi.Output<string>;
  readonly publicEdge: PublicEdge;
  readonly internalLoadBalancer: InternalLoadBalancer;
}

/** Database user that the app tier signs in as, by IAM. */
const databaseUser = "app";
const httpsPort = 443;

/** Creates the web service, which reaches the internal load balancer only, and the app service, which reaches data. */
export function createServices(
  name: string,
  args: HipaaWebApplicationArgs,
  surroundings: ServiceSurroundings,
  parent: pulumi.Resource,
): { web: FargateService; app: FargateService } {
  const { internalLoadBalancer, publicEdge, database, cache } = surroundings;
  const shared = sharedArgs(args, surroundings);
  const app = new FargateService(
    `${name}-app`,
    {
      ...shared,
      ...sizeOf(args.app),
      tier: ServiceTier.App,
      image: args.app.image,
      environment: { ...args.app.environment, ...appEnvironment(surroundings) },
      grants: appGrants(surroundings, parent),
      connections: [
        { name: "database", securityGroupId: database.securityGroupId, port: database.port },
        { name: "cache", securityGroupId: cache.securityGroupId, port: cache.port },
      ],
      loadBalancer: internalLoadBalancer,
      hostNames: [args.internalDomainName],
      rulePriority: 100,
    },
    { parent },
  );
  const web = new FargateService(
    `${name}-web`,
    {
      ...shared,
      ...sizeOf(args.web),
      tier: ServiceTier.Web,
      image: args.web.image,
      environment: { ...args.web.environment, APP_URL: `https://${args.internalDomainName}` },
      connections: [{ name: "internal", securityGroupId: internalLoadBalancer.securityGroupId, port: httpsPort }],
      loadBalancer: publicEdge,
      hostNames: [args.domainName],
      rulePriority: 100,
    },
    { parent },
  );
  return { web, app };
}

function sharedArgs(args: HipaaWebApplicationArgs, { cluster, network, keys, alarmTopicArn }: ServiceSurroundings) {
  const tls = args.proxyImage === undefined ? ServiceTls.Application : ServiceTls.Sidecar;
  return {
    cluster,
    network,
    tls,
    ...(args.proxyImage === undefined ? {} : { proxyImage: args.proxyImage }),
    logsKey: keys.logs,
    deletionProtection: args.deletionProtection ?? true,
    alarmTopicArn,
    tags: args.tags,
  };
}

function sizeOf({ cpu, memoryMib, minCount, desiredCount, maxCount }: HipaaWebApplicationServiceArgs) {
  return { cpu, memoryMib, minCount, desiredCount, maxCount };
}

// Names and addresses only: the app signs in to the database and to the cache by IAM, so there is no secret to hand over.
function appEnvironment({ database, cache, documents }: ServiceSurroundings): Record<string, pulumi.Input<string>> {
  return {
    DATABASE_HOST: database.address,
    DATABASE_PORT: database.port.apply(String),
    DATABASE_NAME: database.databaseName,
    DATABASE_USER: databaseUser,
    CACHE_HOST: cache.primaryEndpoint,
    CACHE_PORT: cache.port.apply(String),
    CACHE_NAME: cache.replicationGroupId,
    CACHE_USER: cache.userName,
    DOCUMENTS_BUCKET: documents.bucketName,
  };
}

function appGrants(
  { database, cache, documents, keys }: ServiceSurroundings,
  parent: pulumi.Resource,
): FargateServiceGrantArgs[] {
  const environment = awsEnvironment(parent);
  const databaseUserArn = arn(environment, "rds-db", pulumi.interpolate`dbuser:${database.resourceId}/${databaseUser}`);
  return [
    { name: "SignInToDatabase", actions: ["rds-db:connect"], resources: [databaseUserArn] },
    {
      name: "SignInToCache",
      actions: ["elasticache:Connect"],
      resources: [cache.replicationGroupArn, cache.userArn],
    },
    {
      name: "ReadAndWriteDocuments",
      actions: ["s3:GetObject", "s3:PutObject"],
      resources: [pulumi.interpolate`${documents.bucketArn}/*`],
    },
    {
      name: "UseDocumentsKey",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [keys.documents.apply((key) => key.arn)],
      viaServices: ["s3"],
    },
  ];
}
