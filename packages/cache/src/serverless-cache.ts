import * as elasticache from "@pulumi/aws/elasticache";
import * as pulumi from "@pulumi/pulumi";
import { connectPolicy, createAccess, mapped, plainAccess } from "./access";
import { createHealthRule, createServerlessAlarm, type CacheAlarm } from "./alarms";
import { createSecurityGroup } from "./placement";
import { cachePort } from "./replication-group";
import type { ServerlessCacheArgs } from "./serverless-args";
import { serverlessSettingsOf, type ServerlessSettings } from "./serverless-settings";

/** Port of the endpoint that reads from replicas. Source: ElastiCache User Guide, "Serverless caches". */
const readerPort = 6380;
const bytesPerGigabyte = 1024 ** 3;

/**
 * Valkey or Redis on Amazon ElastiCache Serverless for PHI: it grows and shrinks by itself over all its zones, is
 * encrypted under a customer key, takes TLS alone and lets nobody in but named users (45 CFR 164.312(a)(2)(iv), (d),
 * (e)(1); 164.308(a)(7)).
 *
 * The security group has no rules: a client takes `securityGroupId`, `port` and `readerPort` and adds the ingress rules
 * that let it in. Clients are cluster-aware. There are no parameter groups, so idle clients are logged off by the
 * application; and no slow log.
 *
 * Give every key an expiry: a full cache evicts only keys that have one, and PHI that never expires is never removed.
 *
 * Cost, list prices of us-east-1 in November 2026: Valkey 0.084 USD for each gigabyte and hour, at least 0.1 gigabytes,
 * and 0.0023 USD for a million processing units; Redis OSS costs half as much again.
 *
 * @throws ArgumentError when an argument is out of range, would weaken a safeguard, or does not fit another one.
 */
export class ServerlessCache extends pulumi.ComponentResource {
  /** Host name for writes and reads. */
  public readonly endpoint!: pulumi.Output<string>;
  /** TCP port of `endpoint`, 6379. */
  public readonly port!: pulumi.Output<number>;
  /** TCP port at which the same host reads from replicas, 6380. */
  public readonly readerPort!: pulumi.Output<number>;
  /** The group that a client's ingress rules go to. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Name of the cache, which IAM sign-in tokens name. */
  public readonly cacheName!: pulumi.Output<string>;
  /** ARN of the cache, one of the two resources of `elasticache:Connect`. */
  public readonly cacheArn!: pulumi.Output<string>;
  /** Id and name of the application's user. */
  public readonly userName!: pulumi.Output<string>;
  /** ARN of the application's user, the other resource of `elasticache:Connect`. */
  public readonly userArn!: pulumi.Output<string>;
  /** Further user → its ARN. */
  public readonly userArns!: pulumi.Output<Record<string, string>>;
  /** Further user → the name with which it signs in. */
  public readonly userNames!: pulumi.Output<Record<string, string>>;
  /** Further user with a password → ARN of its secret. */
  public readonly secretArns!: pulumi.Output<Record<string, string>>;
  /** Policy that lets a role sign in as the application's user. */
  public readonly connectPolicy!: pulumi.Output<string>;

  constructor(name: string, args: ServerlessCacheArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = serverlessSettingsOf(name, args);
    super("cache:index:ServerlessCache", name, plainArgs(args), opts);

    const securityGroup = createSecurityGroup(name, args, { parent: this });
    // Users and user groups have no autonaming, so they and the cache take over the name of the security group.
    const baseName = securityGroup.name;
    const access = createAccess(name, args, settings, baseName, this);
    const cache = createCache(name, args, settings, baseName, securityGroup.id, access.group.userGroupId, this);
    createAlarms(name, args, settings, baseName, this);

    this.endpoint = cache.endpoints.apply(([first]) => first?.address ?? "");
    this.port = pulumi.output(cachePort);
    this.readerPort = pulumi.output(readerPort);
    this.securityGroupId = securityGroup.id;
    this.cacheName = cache.name;
    this.cacheArn = cache.arn;
    this.userName = access.application.userName;
    this.userArn = access.application.arn;
    this.userArns = pulumi.output(mapped(access.users, (user) => user.arn));
    this.userNames = pulumi.output(mapped(access.users, (user) => user.userName));
    this.secretArns = pulumi.output(access.secretArns);
    this.connectPolicy = connectPolicy(cache.arn, access.application.arn);
    this.registerOutputs({
      endpoint: this.endpoint,
      port: this.port,
      readerPort: this.readerPort,
      securityGroupId: this.securityGroupId,
      cacheName: this.cacheName,
      cacheArn: this.cacheArn,
      userName: this.userName,
      userArn: this.userArn,
      userArns: this.userArns,
      userNames: this.userNames,
      secretArns: this.secretArns,
      connectPolicy: this.connectPolicy,
    });
  }
}

// A Vpc component may be given as the network, and a component cannot be kept as an input of another.
function plainArgs(args: ServerlessCacheArgs): pulumi.Inputs {
  return {
    ...args,
    network: { vpcId: args.network.vpcId, dataSubnetIds: args.network.dataSubnetIds },
    key: { arn: pulumi.output(args.key).arn },
    ...plainAccess(args),
  };
}

function createCache(
  name: string,
  args: ServerlessCacheArgs,
  settings: ServerlessSettings,
  baseName: pulumi.Output<string>,
  securityGroupId: pulumi.Output<string>,
  userGroupId: pulumi.Output<string>,
  parent: pulumi.Resource,
): elasticache.ServerlessCache {
  const { minDataGigabytes: minimum, minProcessingUnits } = settings;
  return new elasticache.ServerlessCache(
    name,
    {
      name: baseName,
      description: "Encrypted serverless cache with IAM sign-in",
      engine: settings.engine,
      majorEngineVersion: settings.majorEngineVersion,
      kmsKeyId: pulumi.output(args.key).arn,
      userGroupId,
      subnetIds: args.network.dataSubnetIds,
      securityGroupIds: [securityGroupId],
      cacheUsageLimits: {
        dataStorage: { unit: "GB", maximum: settings.maxDataGigabytes, ...(minimum === undefined ? {} : { minimum }) },
        ecpuPerSeconds: [
          {
            maximum: settings.maxProcessingUnits,
            ...(minProcessingUnits === undefined ? {} : { minimum: minProcessingUnits }),
          },
        ],
      },
      snapshotRetentionLimit: settings.snapshotRetentionDays,
      dailySnapshotTime: settings.snapshotTime,
      tags: args.tags,
    },
    { parent },
  );
}

function createAlarms(
  name: string,
  args: ServerlessCacheArgs,
  { maxDataGigabytes }: ServerlessSettings,
  cacheName: pulumi.Output<string>,
  parent: pulumi.Resource,
): void {
  if (args.alarmTopicArn === undefined) return;
  const target = { topicArn: args.alarmTopicArn, tags: args.tags };
  for (const alarm of serverlessAlarms(maxDataGigabytes)) {
    createServerlessAlarm(name, alarm, cacheName, target, parent);
  }
  createHealthRule(name, target, parent);
}

function serverlessAlarms(maxDataGigabytes: number): CacheAlarm[] {
  return [
    {
      suffix: "memory",
      metricName: "BytesUsedForCache",
      description: "The cache holds more than 85 % of what it may grow to",
      statistic: "Maximum",
      threshold: Math.floor(maxDataGigabytes * bytesPerGigabyte * 0.85),
    },
    {
      suffix: "throttled",
      metricName: "ThrottledCmds",
      description: "The cache made commands wait",
      statistic: "Sum",
      threshold: 0,
    },
    {
      suffix: "sign-ins",
      metricName: "AuthenticationFailures",
      description: "More than 10 sign-ins to the cache were refused in five minutes",
      statistic: "Sum",
      threshold: 10,
    },
  ];
}
