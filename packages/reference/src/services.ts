import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { InternalLoadBalancer, PrivateCertificateAuthority } from "@hipaa-aws/edge";
import { awsEnvironment, policyDocument, viaService } from "@hipaa-aws/foundation";
import type { KeyRing } from "@hipaa-aws/keys";
import type { MediaStore } from "@hipaa-aws/object-storage";
import { FargateService, ServiceTier, WorkerService, type InstanceTier, type ServiceCluster } from "@hipaa-aws/service";
import { appAccess, appConnections, appEnvironment, appGrants, AppProgram, type AppResources } from "./app-access";
import type { HipaaWebApplicationArgs, HipaaWebApplicationServiceArgs } from "./args";
import { createAuthority, tlsOf } from "./certificate-authority";
import type { Front } from "./front";
import { createInstances } from "./instances";
import type { ApplicationNetwork } from "./network";

/** What the services are wired to. */
export interface ServiceSurroundings extends AppResources {
  readonly cluster: ServiceCluster;
  readonly network: ApplicationNetwork;
  readonly alarmTopicArn: pulumi.Output<string>;
  readonly front: Front;
  readonly internalLoadBalancer: InternalLoadBalancer;
  /** Makes the store of media once the roles that read it are known. */
  readonly mediaStoreFor: (applicationRoleArns: pulumi.Output<string>[]) => MediaStore | undefined;
}

/** The services of both tiers. */
export interface Services {
  readonly web: FargateService | InstanceTier;
  readonly app: FargateService;
  readonly worker: WorkerService | undefined;
  readonly media: MediaStore | undefined;
  readonly authority: PrivateCertificateAuthority | undefined;
}

const httpsPort = 443;

/** Creates the web service, which reaches the internal load balancer only, and the app tier, which reaches data. */
export function createServices(
  name: string,
  args: HipaaWebApplicationArgs,
  surroundings: ServiceSurroundings,
  parent: pulumi.Resource,
): Services {
  const { internalLoadBalancer } = surroundings;
  const authority = createAuthority(name, args, parent);
  const media = deferredMedia(args);
  const environment = { ...appEnvironment(surroundings), ...media.environment };
  const app = new FargateService(
    `${name}-app`,
    {
      ...taskArgs(args, surroundings),
      ...tlsOf(args, authority, [args.internalDomainName]),
      ...sizeOf(args.app),
      tier: ServiceTier.App,
      environment: { ...args.app.environment, ...environment },
      access: appAccess(AppProgram.App, surroundings, args.jobs?.worker === undefined),
      grants: appGrants(surroundings),
      connections: appConnections(surroundings),
      fileSystems: surroundings.data.mounts,
      loadBalancer: internalLoadBalancer,
      hostNames: [args.internalDomainName],
      rulePriority: 100,
    },
    { parent },
  );
  const worker = createWorker(name, args, surroundings, environment, parent);
  const web = createWeb(name, args, surroundings, authority, parent);
  const roleArns = (worker ? [app, worker] : [app]).map(({ taskRoleArn }) => taskRoleArn);
  surroundings.data.admit(roleArns);
  const store = surroundings.mediaStoreFor(roleArns);
  if (store) {
    media.resolve(store);
    const programs = { [`${name}-app-media`]: app, ...(worker && { [`${name}-worker-media`]: worker }) };
    letReadMedia(store, programs, parent);
    letWriteMedia(store, `${name}-media-writes`, worker ?? app, surroundings.keys, parent);
  }
  return { web, app, worker, media: store, authority };
}

/** Creates the web tier, on Fargate or on instances. */
function createWeb(
  name: string,
  args: HipaaWebApplicationArgs,
  surroundings: ServiceSurroundings,
  authority: PrivateCertificateAuthority | undefined,
  parent: pulumi.Resource,
): FargateService | InstanceTier {
  const { front, internalLoadBalancer } = surroundings;
  const { web, webInstances } = args;
  const environment = webEnvironment(args);
  const connections = [{ name: "internal", securityGroupId: internalLoadBalancer.securityGroupId, port: httpsPort }];
  if (web === undefined) {
    if (webInstances === undefined) throw new Error("the arguments were checked, and one of the two is given");
    return createInstances(name, args, webInstances, { ...surroundings, connections, environment }, parent);
  }
  return new FargateService(
    `${name}-web`,
    {
      ...taskArgs(args, surroundings),
      ...tlsOf(args, authority, front.hostNames),
      ...sizeOf(web),
      tier: ServiceTier.Web,
      environment: { ...web.environment, ...environment },
      connections,
      loadBalancer: front.loadBalancer,
      hostNames: front.hostNames,
      rulePriority: 100,
    },
    { parent },
  );
}

/** Behind a distribution requests do not tell the name that people call, and in one of two Regions not always. */
function webEnvironment({ internalDomainName, domainName, distribution, failover }: HipaaWebApplicationArgs) {
  const publicName = failover?.domainName ?? (distribution && domainName);
  return {
    APP_URL: `https://${internalDomainName}`,
    ...(publicName !== undefined && { PUBLIC_URL: `https://${publicName}` }),
  };
}

function createWorker(
  name: string,
  args: HipaaWebApplicationArgs,
  surroundings: ServiceSurroundings,
  environment: Record<string, pulumi.Input<string>>,
  parent: pulumi.Resource,
): WorkerService | undefined {
  const { stores, keys } = surroundings;
  if (args.jobs?.worker === undefined || stores.jobs === undefined) return undefined;
  const { worker, backlogPerTask } = args.jobs;
  return new WorkerService(
    `${name}-worker`,
    {
      ...taskArgs(args, surroundings),
      ...sizeOf(worker),
      environment: { ...worker.environment, ...environment },
      queue: stores.jobs,
      queueKey: keys.messaging,
      backlogPerTask,
      access: appAccess(AppProgram.Worker, surroundings, true),
      grants: appGrants(surroundings),
      connections: appConnections(surroundings),
      fileSystems: surroundings.data.mounts,
    },
    { parent },
  );
}

/** What every task of the workload has, served or not. */
export function taskArgs(
  args: HipaaWebApplicationArgs,
  {
    cluster,
    network,
    keys,
    alarmTopicArn,
  }: Pick<ServiceSurroundings, "cluster" | "network" | "keys" | "alarmTopicArn">,
) {
  const { deletionProtection = true, tags } = args;
  return { cluster, network, logsKey: keys.logs, deletionProtection, alarmTopicArn, tags };
}

function sizeOf(args: HipaaWebApplicationServiceArgs) {
  const { image, cpu, memoryMib, minCount, desiredCount, maxCount } = args;
  return { image, cpu, memoryMib, minCount, desiredCount, maxCount };
}

/**
 * The store names the roles that read it and the app names the store: what the app is told of the store is promised
 * first and known once there is one.
 */
function deferredMedia(args: HipaaWebApplicationArgs) {
  const known = {
    MEDIA_BUCKET: (store: MediaStore) => store.bucketName,
    MEDIA_ACCESS_POINT: (store: MediaStore) => store.accessPointArn,
    MEDIA_READER_ROLE: (store: MediaStore) => store.readerRoleArn,
    MEDIA_READ_LOG_GROUP: (store: MediaStore) => store.readLogGroupName,
  };
  const promised = Object.entries(args.media === undefined ? {} : known).map(([variable, of]) => {
    const [value, resolve] = pulumi.deferredOutput<string>();
    return { variable, value, resolve: (store: MediaStore) => resolve(of(store)) };
  });
  return {
    environment: Object.fromEntries(promised.map(({ variable, value }) => [variable, value])),
    resolve: (store: MediaStore) => promised.forEach(({ resolve }) => resolve(store)),
  };
}

function letReadMedia(
  { applicationPolicy: policy }: MediaStore,
  programs: Record<string, FargateService | WorkerService>,
  parent: pulumi.Resource,
): void {
  for (const [policyName, { taskRoleName: role }] of Object.entries(programs)) {
    new iam.RolePolicy(policyName, { role, policy }, { parent });
  }
}

/** Who moves clean uploads writes media, and nobody else does. */
function letWriteMedia(
  { objectArnPrefix }: MediaStore,
  policyName: string,
  { taskRoleName: role }: FargateService | WorkerService,
  keys: KeyRing,
  parent: pulumi.Resource,
): void {
  const policy = policyDocument([
    {
      sid: "WriteMedia",
      effect: "Allow",
      actions: ["s3:PutObject"],
      resources: [pulumi.interpolate`${objectArnPrefix}*`],
    },
    {
      sid: "EncryptMedia",
      effect: "Allow",
      actions: ["kms:GenerateDataKey"],
      resources: [keys.media.apply((key) => key.arn)],
      conditions: viaService(awsEnvironment(parent), "s3"),
    },
  ]);
  new iam.RolePolicy(policyName, { role, policy }, { parent });
}
