import * as pulumi from "@pulumi/pulumi";
import { HipaaWebApplication, HipaaWebApplicationNat } from "@hipaa-aws/reference";
import { readSettings } from "./settings";

/**
 * The workload of one environment. It creates everything when called, so that a host may run it as often as it likes.
 *
 * @param opts options of the application, such as `transforms`; the Pulumi CLI gives none
 * @returns the stack's outputs
 */
export function workload(opts?: pulumi.ComponentResourceOptions): Record<string, pulumi.Output<string>> {
  const settings = readSettings(pulumi.runtime.allConfig());
  const args = {
    domainName: settings.domainName,
    internalDomainName: settings.internalDomainName,
    hostedZoneId: settings.hostedZoneId,
    network: {
      cidrBlock: settings.cidrBlock,
      availabilityZones: settings.availabilityZones,
      nat: Object.values(HipaaWebApplicationNat).find((nat) => String(nat) === settings.natStrategy),
    },
    web: tier(settings.webImage, settings.webTasks),
    app: tier(settings.appImage, settings.appTasks),
    proxyImage: settings.proxyImage,
    jobs: { worker: tier(settings.workerImage, settings.workerTasks) },
    media: {},
    events: {},
    tables: [
      { name: "sessions", partitionKey: "sessionId", expiryAttribute: "expiresAt" },
      { name: "consents", partitionKey: "subjectId", sortKey: "version" },
    ],
    files: { directories: ["shared"] },
    search: {
      administratorArn: settings.searchAdministratorArn,
      instanceType: settings.searchInstanceType,
      managerType: settings.searchManagerType,
      volumeGib: settings.searchVolumeGb,
      serviceLinkedRole: true,
    },
    stream: {},
    delivery: {},
    migration: { image: settings.migrationImage },
    debug: { image: settings.debugImage },
    // A compliance lock cannot be lifted by anybody, so it is not for what is to be destroyed with its objects.
    archive: { compliance: !settings.destroyBucketsWithObjects },
    accountSafeguards: true,
    repositories: ["web", "app", "worker", "migration", "debug", "tls-proxy"],
    database: {
      instanceClass: settings.databaseInstanceClass,
      allocatedStorage: settings.databaseStorageGb,
      maxAllocatedStorage: settings.databaseMaxStorageGb,
      multiAz: settings.databaseMultiAz,
      proxy: true,
    },
    cache: { nodeType: settings.cacheNodeType, replicas: settings.cacheReplicas },
    organizationId: settings.organizationId,
    alertEmails: settings.alertEmail === undefined ? [] : [settings.alertEmail],
    deletionProtection: settings.deletionProtection,
    destroyBucketsWithObjects: settings.destroyBucketsWithObjects,
    tags: { environment: pulumi.getStack() },
  };
  const application = new HipaaWebApplication("clinic", args, opts);
  return {
    url: application.url,
    vpcId: application.vpcId,
    loadBalancerDnsName: application.loadBalancerDnsName,
    databaseAddress: application.databaseAddress,
    databaseSecretArn: application.databaseSecretArn,
    cacheEndpoint: application.cacheEndpoint,
    documentsBucketName: application.documentsBucketName,
    alertTopicArn: application.alertTopicArn,
    mediaBucketName: application.mediaBucketName,
    jobsQueueUrl: application.jobsQueueUrl,
    fileSystemId: application.fileSystemId,
    searchEndpoint: application.searchEndpoint,
    streamName: application.streamName,
    deliveryStreamName: application.deliveryStreamName,
    migrationRunInput: application.migrationRunInput,
    debugRunPolicyArn: application.debugRunPolicyArn,
  };
}

function tier(image: string, tasks: { min: number; desired: number; max: number }) {
  return { image, minCount: tasks.min, desiredCount: tasks.desired, maxCount: tasks.max };
}
