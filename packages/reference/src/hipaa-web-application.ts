import * as pulumi from "@pulumi/pulumi";
import { BackupPlan } from "@hipaa-aws/backup";
import { KeyRing } from "@hipaa-aws/keys";
import { AlertTopic } from "@hipaa-aws/messaging";
import { ServiceCluster } from "@hipaa-aws/service";
import { createAccountSafeguards } from "./account-safeguards";
import { createApi } from "./api";
import type { HipaaWebApplicationArgs } from "./args";
import { createBuckets } from "./buckets";
import { createCache } from "./cache";
import { checkArguments } from "./checks";
import { createCompute } from "./compute";
import { createDataOptions } from "./data-options";
import { createDatabase } from "./database";
import { instanceKeyUsers } from "./instances";
import { createLoadBalancers } from "./load-balancers";
import { createMediaStore, createUploads } from "./media";
import { createNetwork } from "./network";
import { createNetworkOptions } from "./network-options";
import { createServices, type ServiceSurroundings } from "./services";
import { createStores } from "./stores";
import { createRepositories, createTasks } from "./tasks";

/**
 * The whole workload of the HIPAA reference architecture: internet → AWS WAF → public HTTPS load balancer → web tier →
 * internal HTTPS load balancer → app tier → PostgreSQL, cache and object storage, with a key for each class of data,
 * flow logs, access logs and audit logs kept for six years.
 *
 * TLS runs on every hop, up to the container. Only the app tier reaches data; nothing but the public load balancer is
 * reachable from the internet, and with CloudFront in its place nothing at all.
 *
 * Cost, list prices of us-east-1 in November 2026: about 900 USD a month with default arguments and three zones, of
 * which the database is a third and the interface endpoints a seventh; traffic comes on top.
 *
 * @throws ArgumentError when an argument is refused by one of the components; the message names the argument.
 * Source: 45 CFR 164.312.
 */
export class HipaaWebApplication extends pulumi.ComponentResource {
  /** Public address, `https://` and the name that people call: that of both Regions where there is `failover`. */
  public readonly url!: pulumi.Output<string>;
  /** The VPC. */
  public readonly vpcId!: pulumi.Output<string>;
  /** Scope for `aws ec2 start-network-insights-access-scope-analysis`; empty without `accessScope`. */
  public readonly accessScopeId!: pulumi.Output<string>;
  /** Zone of the internal load balancer's name, for further records; empty without `privateZone`. */
  public readonly privateZoneId!: pulumi.Output<string>;
  /** DS record for the parent zone or the registrar; empty without `dnssec`. */
  public readonly dsRecord!: pulumi.Output<string>;
  /** DNS name of the public load balancer, or of the distribution. */
  public readonly loadBalancerDnsName!: pulumi.Output<string>;
  /** Hosted zone of that name, for records that point to it. */
  public readonly loadBalancerZoneId!: pulumi.Output<string>;
  /** Role of the app tier's containers, for further grants. */
  public readonly appTaskRoleArn!: pulumi.Output<string>;
  /** Host name of the database, or of the proxy before it. */
  public readonly databaseAddress!: pulumi.Output<string>;
  /** ARN of the database's master secret, for administrators. */
  public readonly databaseSecretArn!: pulumi.Output<string>;
  /** Security group of the database, or of the proxy before it, for the door of the function that rotates a password. */
  public readonly databaseSecurityGroupId!: pulumi.Output<string>;
  /** ARN of the secret of the application's user; empty where the app signs in by IAM. */
  public readonly databaseUserSecretArn!: pulumi.Output<string>;
  /** Host name of the cache, for writes. */
  public readonly cacheEndpoint!: pulumi.Output<string>;
  /** Bucket of the documents that hold PHI. */
  public readonly documentsBucketName!: pulumi.Output<string>;
  /** Topic that all alarms of the workload notify. */
  public readonly alertTopicArn!: pulumi.Output<string>;
  /** Store of media; empty without `media`. */
  public readonly mediaBucketName!: pulumi.Output<string>;
  /** Queue of jobs; empty without `jobs`. */
  public readonly jobsQueueUrl!: pulumi.Output<string>;
  /** Topic of messages; empty without `topic`. */
  public readonly topicArn!: pulumi.Output<string>;
  /** Names of `functions`, in their order. */
  public readonly functionNames!: pulumi.Output<string[]>;
  /** Address of the API; empty without `api`. */
  public readonly apiUrl!: pulumi.Output<string>;
  /** Workflow; empty without `workflow`. */
  public readonly workflowArn!: pulumi.Output<string>;
  /** File system of shared files; empty without `files`. */
  public readonly fileSystemId!: pulumi.Output<string>;
  /** Host name of the search domain; empty without `search`. */
  public readonly searchEndpoint!: pulumi.Output<string>;
  /** Stream of records; empty without `stream`. */
  public readonly streamName!: pulumi.Output<string>;
  /** Delivery of records to the bucket of documents; empty without `delivery`. */
  public readonly deliveryStreamName!: pulumi.Output<string>;
  /** Host name of the warehouse; empty without `analytics`. */
  public readonly analyticsAddress!: pulumi.Output<string>;
  /** ARN of the secret of the warehouse's administrator; empty without `analytics`. */
  public readonly analyticsSecretArn!: pulumi.Output<string>;
  /** Security group of the warehouse, for doors of your own; empty without `analytics`. */
  public readonly analyticsSecurityGroupId!: pulumi.Output<string>;
  /** JSON for `aws ecs run-task --cli-input-json` that changes the schema; empty without `migration`. */
  public readonly migrationRunInput!: pulumi.Output<string>;
  /** Policy that lets the break-glass role start the task with a shell; empty without `debug`. */
  public readonly debugRunPolicyArn!: pulumi.Output<string>;
  /** Certificate of the private authority in PEM, for those who trust it; empty without `certificateAuthority`. */
  public readonly certificateAuthorityPem!: pulumi.Output<string>;
  /** `<registry>/<repository>` of each of `repositories`, in their order. */
  public readonly repositoryUrls!: pulumi.Output<string[]>;

  constructor(name: string, args: HipaaWebApplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("reference:index:HipaaWebApplication", name, args, opts);
    checkArguments(name, args);
    const { deletionProtection = true, tags } = args;
    const parent = { parent: this };

    const keys = new KeyRing(`${name}-keys`, { ...instanceKeyUsers(args, this), deletionProtection, tags }, parent);
    const alerts = new AlertTopic(`${name}-alerts`, { key: keys.messaging, emails: args.alertEmails, tags }, parent);
    const alarmTopicArn = alerts.topicArn;
    const buckets = createBuckets(name, args, keys, this);
    const network = createNetwork(name, args, keys, buckets.flowLogs, this);
    createAccountSafeguards(name, args, network, this);
    const { privateZone, accessScope, dnssec } = createNetworkOptions(name, args, network, alarmTopicArn, this);
    const balanced = { network, keys, buckets, alarmTopicArn, privateZone };
    const loadBalancers = createLoadBalancers(name, args, balanced, this);
    const database = createDatabase(
      name,
      args,
      { network, keys, alarmTopicArn, accessLogBucket: buckets.accessLogs },
      this,
    );
    const cache = createCache(name, args, { network, keys, alarmTopicArn }, this);
    const stores = createStores(name, args, keys, alarmTopicArn, this);
    const data = createDataOptions(name, args, { network, keys, documents: buckets.documents, alarmTopicArn }, this);
    const mediaSurroundings = { keys, accessLogBucket: buckets.accessLogs, alarmTopicArn };
    const uploads = createUploads(name, args, mediaSurroundings, this);
    const cluster = new ServiceCluster(
      `${name}-cluster`,
      { volumesKey: keys.volumes, logsKey: keys.logs, deletionProtection, tags },
      parent,
    );
    const { documents, archive } = buckets;
    const own = { keys, database, cache, documents, archive, uploads, stores };
    const compute = createCompute(name, args, { ...own, network, alarmTopicArn }, this);
    const { webAclArn, dnsName, zoneId } = loadBalancers.front;
    const api = createApi(name, args, { keys, alarmTopicArn, functions: compute.functions, webAclArn }, this);
    const surroundings: ServiceSurroundings = {
      ...own,
      data,
      compute,
      cluster,
      network,
      alarmTopicArn,
      ...loadBalancers,
      mediaStoreFor: (roleArns) => createMediaStore(name, args, mediaSurroundings, network, roleArns, this),
    };
    const services = createServices(name, args, surroundings, this);
    const tasks = createTasks(name, args, surroundings, this);
    const repositories = createRepositories(name, args, keys.volumes, this);

    new BackupPlan(
      `${name}-backup`,
      {
        key: keys.backup,
        resources: [
          { name: "database", arn: database.arn },
          { name: "documents", arn: buckets.documents.bucketArn },
          { name: "flow-logs", arn: buckets.flowLogs.bucketArn },
          ...(services.media ? [{ name: "media", arn: services.media.bucketArn }] : []),
          ...data.backups,
          ...stores.tables.map(({ name: table, table: { tableArn } }) => ({ name: `table-${table}`, arn: tableArn })),
        ],
        breakGlassRoles: args.backupBreakGlassRoles,
        tags,
      },
      parent,
    );

    this.url = pulumi.output(`https://${args.failover?.domainName ?? args.domainName}`);
    this.vpcId = network.vpcId;
    this.accessScopeId = accessScope?.scopeId ?? pulumi.output("");
    this.privateZoneId = privateZone?.zoneId ?? pulumi.output("");
    this.dsRecord = dnssec?.dsRecord ?? pulumi.output("");
    this.loadBalancerDnsName = dnsName;
    this.loadBalancerZoneId = zoneId;
    this.appTaskRoleArn = services.app.taskRoleArn;
    this.databaseAddress = database.address;
    this.databaseSecretArn = database.masterSecretArn;
    this.databaseSecurityGroupId = database.securityGroupId;
    this.databaseUserSecretArn = database.userSecretArn ?? pulumi.output("");
    this.cacheEndpoint = cache.address;
    this.documentsBucketName = buckets.documents.bucketName;
    this.alertTopicArn = alerts.topicArn;
    this.mediaBucketName = services.media?.bucketName ?? pulumi.output("");
    this.jobsQueueUrl = stores.jobs?.queueUrl ?? pulumi.output("");
    this.topicArn = stores.topic?.topic.topicArn ?? pulumi.output("");
    this.functionNames = pulumi.all(compute.functions.map(({ fn }) => fn.functionName));
    this.apiUrl = api?.url ?? pulumi.output("");
    this.workflowArn = compute.workflow?.workflowArn ?? pulumi.output("");
    this.fileSystemId = data.outputs.fileSystemId;
    this.searchEndpoint = data.outputs.searchEndpoint;
    this.streamName = data.outputs.streamName;
    this.deliveryStreamName = data.outputs.deliveryStreamName;
    this.analyticsAddress = data.outputs.analyticsAddress;
    this.analyticsSecretArn = data.outputs.analyticsSecretArn;
    this.analyticsSecurityGroupId = data.outputs.analyticsSecurityGroupId;
    this.migrationRunInput = tasks.migration?.runTaskInput ?? pulumi.output("");
    this.debugRunPolicyArn = tasks.debug?.runPolicyArn ?? pulumi.output("");
    this.certificateAuthorityPem = services.authority?.certificatePem ?? pulumi.output("");
    this.repositoryUrls = pulumi.all(repositories.map(({ repositoryUrl }) => repositoryUrl));
    this.registerOutputs({
      url: this.url,
      vpcId: this.vpcId,
      accessScopeId: this.accessScopeId,
      privateZoneId: this.privateZoneId,
      dsRecord: this.dsRecord,
      loadBalancerDnsName: this.loadBalancerDnsName,
      loadBalancerZoneId: this.loadBalancerZoneId,
      appTaskRoleArn: this.appTaskRoleArn,
      databaseAddress: this.databaseAddress,
      databaseSecretArn: this.databaseSecretArn,
      databaseSecurityGroupId: this.databaseSecurityGroupId,
      databaseUserSecretArn: this.databaseUserSecretArn,
      cacheEndpoint: this.cacheEndpoint,
      documentsBucketName: this.documentsBucketName,
      alertTopicArn: this.alertTopicArn,
      mediaBucketName: this.mediaBucketName,
      jobsQueueUrl: this.jobsQueueUrl,
      topicArn: this.topicArn,
      functionNames: this.functionNames,
      apiUrl: this.apiUrl,
      workflowArn: this.workflowArn,
      fileSystemId: this.fileSystemId,
      searchEndpoint: this.searchEndpoint,
      streamName: this.streamName,
      deliveryStreamName: this.deliveryStreamName,
      analyticsAddress: this.analyticsAddress,
      analyticsSecretArn: this.analyticsSecretArn,
      analyticsSecurityGroupId: this.analyticsSecurityGroupId,
      migrationRunInput: this.migrationRunInput,
      debugRunPolicyArn: this.debugRunPolicyArn,
      certificateAuthorityPem: this.certificateAuthorityPem,
      repositoryUrls: this.repositoryUrls,
    });
  }
}
