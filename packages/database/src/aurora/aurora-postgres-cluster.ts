import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { postgresPort } from "../instance";
import { createAlarms, createEventSubscription } from "../shared/alerts";
import { createLogGroups } from "../shared/logs";
import { createMasterSecretRotation } from "../shared/master-secret";
import { createMonitoring } from "../shared/monitoring";
import { createPlacement } from "../shared/placement";
import { createRotatedMaster } from "../shared/rotated-master";
import { auroraAlarms } from "./alarms";
import type { AuroraPostgresClusterArgs } from "./args";
import { auroraLogs, createCluster, createClusterInstances } from "./cluster";
import { createGlobalCluster } from "./global-database";
import { auroraSettingsOf, type AuroraSettings } from "./settings";

/**
 * Aurora PostgreSQL for PHI: a writer and readers in several zones, encrypted under a customer key, TLS only, audited
 * with pgaudit into log groups kept six years, 35 days of point-in-time recovery, master password managed and rotated,
 * IAM sign-in for applications, and where they are asked for a database activity stream and a global database
 * (45 CFR 164.312(a)(2)(iv), (b), (d), (e)(1); 164.308(a)(7)).
 *
 * The security group has no rules: a client takes `securityGroupId` and `port` and adds the ingress rule that lets it
 * in. Backtracking exists for Aurora MySQL only; here point-in-time recovery does that work.
 *
 * Cost, list prices of us-east-1 in November 2026: about 400 USD a month with default arguments, of which the reader
 * is half; storage at 0.10 USD a GiB, I/O at 0.20 USD a million, backups beyond the size of the cluster and logs come
 * on top.
 *
 * @throws ArgumentError when an argument is out of range, would weaken a safeguard, or does not fit another one.
 */
export class AuroraPostgresCluster extends pulumi.ComponentResource {
  /** Physical name of the cluster. */
  public readonly identifier!: pulumi.Output<string>;
  /** ARN of the cluster, for backup plans. */
  public readonly clusterArn!: pulumi.Output<string>;
  /** The id that `rds-db:connect` names: `arn:<partition>:rds-db:<region>:<account>:dbuser:<resourceId>/<user>`. */
  public readonly resourceId!: pulumi.Output<string>;
  /** Host name of whatever instance writes; the server certificate is issued for it. */
  public readonly address!: pulumi.Output<string>;
  /** Host name that spreads connections over the readers. */
  public readonly readerAddress!: pulumi.Output<string>;
  /** TCP port, 5432. */
  public readonly port!: pulumi.Output<number>;
  /** The database created at first start. */
  public readonly databaseName!: pulumi.Output<string>;
  /** ARN of the master user's secret, for administrators; none for the secondary of a global database. */
  public readonly masterSecretArn?: pulumi.Output<string>;
  /** The group that a client's ingress rule goes to. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Names of the audit log groups: server log, instance log, failed IAM sign-ins. */
  public readonly logGroupNames!: pulumi.Output<string[]>;
  /** Kinesis stream of the activity stream, where there is one. */
  public readonly activityStreamName?: pulumi.Output<string>;
  /** What the secondaries of a global database take as `globalDatabase.identifier`. */
  public readonly globalClusterIdentifier?: pulumi.Output<string>;

  /**
   * @param name lower-case letters, digits and single hyphens, beginning with a letter, up to 45 characters
   * @param args network and keys are required; everything else has a default
   * @param opts resource options; `transforms` reaches every child named in the README
   */
  constructor(name: string, args: AuroraPostgresClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = auroraSettingsOf(name, args);
    super("database:index:AuroraPostgresCluster", name, plainArgs(args), opts);
    const options = { parent: this };

    const { subnetGroup, securityGroup } = createPlacement(
      name,
      { what: "Aurora PostgreSQL cluster", ...args },
      options,
    );
    const identifier = args.identifier ?? subnetGroup.name;
    const prefix = pulumi.interpolate`/aws/rds/cluster/${identifier}`;
    const logGroups = createLogGroups(name, { ...args, logs: auroraLogs, prefix }, options);
    const monitoring = createMonitoring(name, args, this, options);
    const globalClusterIdentifier = createGlobalCluster(name, args, settings, options);
    const parts = {
      identifier,
      subnetGroupName: subnetGroup.name,
      securityGroupId: securityGroup.id,
      monitoringRoleArn: monitoring.role.arn,
      globalClusterIdentifier,
      first: [...logGroups, monitoring.attachment],
    };
    const cluster = createCluster(name, args, settings, parts, options);
    const instances = createClusterInstances(name, args, settings, cluster, parts, options);
    const running = { cluster, instances };
    const masterSecretArn = createMasterSecret(name, args, settings, running, this);
    const activityStreamName = createActivityStream(name, args, settings, running, options);
    createAlarms(name, args, auroraAlarms(settings), { DBClusterIdentifier: cluster.clusterIdentifier }, options);
    createEventSubscription(name, args, { type: "db-cluster", ids: [cluster.clusterIdentifier] }, options);

    this.identifier = cluster.clusterIdentifier;
    this.clusterArn = cluster.arn;
    this.resourceId = cluster.clusterResourceId;
    this.address = cluster.endpoint;
    this.readerAddress = cluster.readerEndpoint;
    this.port = pulumi.output(postgresPort);
    this.databaseName = pulumi.output(settings.databaseName);
    this.securityGroupId = securityGroup.id;
    this.logGroupNames = pulumi.output(logGroups.map((group) => group.name));
    if (masterSecretArn) this.masterSecretArn = masterSecretArn;
    if (activityStreamName) this.activityStreamName = activityStreamName;
    if (globalClusterIdentifier) this.globalClusterIdentifier = globalClusterIdentifier;
    this.registerOutputs({
      identifier: this.identifier,
      clusterArn: this.clusterArn,
      resourceId: this.resourceId,
      address: this.address,
      readerAddress: this.readerAddress,
      port: this.port,
      databaseName: this.databaseName,
      securityGroupId: this.securityGroupId,
      logGroupNames: this.logGroupNames,
      ...(masterSecretArn ? { masterSecretArn } : {}),
      ...(activityStreamName ? { activityStreamName } : {}),
      ...(globalClusterIdentifier ? { globalClusterIdentifier } : {}),
    });
  }
}

/** The cluster and the instances that have to run before anybody can sign in or record. */
interface Running {
  cluster: rds.Cluster;
  instances: rds.ClusterInstance[];
}

function createMasterSecret(
  name: string,
  args: AuroraPostgresClusterArgs,
  settings: AuroraSettings,
  { cluster, instances }: Running,
  parent: pulumi.Resource,
): pulumi.Output<string> | undefined {
  const { rotatedMaster, secretsKey } = args;
  if (settings.isSecondary) return undefined;
  if (rotatedMaster === undefined || secretsKey === undefined || settings.rotateEveryDays === undefined)
    return createMasterSecretRotation(name, cluster, { parent });
  const signIn = {
    engine: "postgres",
    host: cluster.endpoint,
    port: postgresPort,
    username: settings.masterUsername,
    databaseName: settings.databaseName,
  };
  const given = { secretsKey, rotatedMaster, tags: args.tags };
  return createRotatedMaster(name, given, settings.rotateEveryDays, signIn, { parent, dependsOn: instances });
}

function createActivityStream(
  name: string,
  args: AuroraPostgresClusterArgs,
  settings: AuroraSettings,
  { cluster, instances }: Running,
  options: pulumi.CustomResourceOptions,
): pulumi.Output<string> | undefined {
  if (!args.activityStream) return undefined;
  return new rds.ClusterActivityStream(
    `${name}-activity`,
    {
      resourceArn: cluster.arn,
      mode: settings.activityStreamMode,
      kmsKeyId: pulumi.output(args.activityStream.key).arn,
    },
    { ...options, dependsOn: instances },
  ).kinesisStreamName;
}

// A Vpc component may be given as the network, a component cannot be kept as an input of another, and what a
// component is given stands in the state: the initial password is left out.
function plainArgs(args: AuroraPostgresClusterArgs): pulumi.Inputs {
  const arn = (key: AuroraPostgresClusterArgs["key"]) => ({ arn: pulumi.output(key).arn });
  const { secretsKey, activityStream, rotatedMaster } = args;
  return {
    ...args,
    network: { vpcId: args.network.vpcId, dataSubnetIds: args.network.dataSubnetIds },
    key: arn(args.key),
    logsKey: arn(args.logsKey),
    ...(secretsKey ? { secretsKey: arn(secretsKey) } : {}),
    ...(activityStream ? { activityStream: { ...activityStream, key: arn(activityStream.key) } } : {}),
    ...(rotatedMaster ? { rotatedMaster: { ...rotatedMaster, initialPassword: undefined } } : {}),
  };
}
