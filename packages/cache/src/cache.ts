import type * as elasticache from "@pulumi/aws/elasticache";
import * as pulumi from "@pulumi/pulumi";
import { connectPolicy, createAccess, mapped, plainAccess } from "./access";
import { createHealthRule, createNodeAlarms } from "./alarms";
import type { CacheArgs } from "./args";
import { createLogGroups } from "./logs";
import { createPlacement } from "./placement";
import { cachePort, createParameterGroup, createReplicationGroup } from "./replication-group";
import { settingsOf, type Settings } from "./settings";

/**
 * Valkey or Redis on Amazon ElastiCache for PHI: encrypted under a customer key, TLS required, IAM sign-in of one
 * application user with the default user switched off, failover between zones, daily snapshots
 * (45 CFR 164.312(a)(2)(iv), (d), (e)(1); 164.308(a)(7)).
 *
 * The security group has no rules: a client takes `securityGroupId` and `port` and adds the ingress rule that lets it
 * in. Its role needs `elasticache:Connect` on `replicationGroupArn` and on `userArn`.
 *
 * Give every key an expiry: a full cache evicts only keys that have one, and PHI that never expires is never removed.
 *
 * Cost, list prices of us-east-1 in November 2026: about 185 USD a month with default arguments (two Valkey nodes);
 * Redis OSS costs a quarter more, snapshots beyond the first and logs come on top.
 *
 * @throws ArgumentError when an argument is out of range, would weaken a safeguard, or does not fit another one.
 */
export class Cache extends pulumi.ComponentResource {
  /** Host name for writes; in cluster mode the configuration endpoint, by which clients find the shards. */
  public readonly primaryEndpoint!: pulumi.Output<string>;
  /** Host name for reads; in cluster mode the configuration endpoint. */
  public readonly readerEndpoint!: pulumi.Output<string>;
  /** TCP port, 6379. */
  public readonly port!: pulumi.Output<number>;
  /** The group that a client's ingress rule goes to. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Physical name of the cache, which IAM sign-in tokens name. */
  public readonly replicationGroupId!: pulumi.Output<string>;
  /** ARN of the cache, one of the two resources of `elasticache:Connect`. */
  public readonly replicationGroupArn!: pulumi.Output<string>;
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
  /** Names of the log groups: slow log and engine log. */
  public readonly logGroupNames!: pulumi.Output<string[]>;

  /**
   * @param name lower-case letters, digits and single hyphens, beginning with a letter, up to 28 characters
   * @param args network and keys are required; everything else has a default
   * @param opts resource options; `transforms` reaches every child named in the README
   */
  constructor(name: string, args: CacheArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = settingsOf(name, args);
    super("cache:index:Cache", name, plainArgs(args), opts);
    const options = { parent: this };

    const { subnetGroup, securityGroup } = createPlacement(name, args, options);
    // Users and user groups have no autonaming, so they take over the name of the subnet group.
    const baseName = subnetGroup.name;
    const logGroups = createLogGroups(name, args, baseName, options);
    const access = createAccess(name, args, settings, baseName, this);
    const parameterGroup = createParameterGroup(name, args, settings, options);
    const parts = {
      baseName,
      subnetGroupName: subnetGroup.name,
      securityGroupId: securityGroup.id,
      parameterGroupName: parameterGroup.name,
      userGroupId: access.group.userGroupId,
      logGroups,
    };
    const replicationGroup = createReplicationGroup(name, args, settings, parts, options);

    createAlarms(name, args, settings, replicationGroup, this);

    const { configurationEndpointAddress, primaryEndpointAddress, readerEndpointAddress } = replicationGroup;
    this.primaryEndpoint = settings.clusterMode ? configurationEndpointAddress : primaryEndpointAddress;
    this.readerEndpoint = settings.clusterMode ? configurationEndpointAddress : readerEndpointAddress;
    this.port = pulumi.output(cachePort);
    this.securityGroupId = securityGroup.id;
    this.replicationGroupId = replicationGroup.replicationGroupId;
    this.replicationGroupArn = replicationGroup.arn;
    this.userName = access.application.userName;
    this.userArn = access.application.arn;
    this.userArns = pulumi.output(mapped(access.users, (user) => user.arn));
    this.userNames = pulumi.output(mapped(access.users, (user) => user.userName));
    this.secretArns = pulumi.output(access.secretArns);
    this.connectPolicy = connectPolicy(replicationGroup.arn, access.application.arn);
    this.logGroupNames = pulumi.output([logGroups["slow-log"].name, logGroups["engine-log"].name]);
    this.registerOutputs({
      primaryEndpoint: this.primaryEndpoint,
      readerEndpoint: this.readerEndpoint,
      port: this.port,
      securityGroupId: this.securityGroupId,
      replicationGroupId: this.replicationGroupId,
      replicationGroupArn: this.replicationGroupArn,
      userName: this.userName,
      userArn: this.userArn,
      userArns: this.userArns,
      userNames: this.userNames,
      secretArns: this.secretArns,
      connectPolicy: this.connectPolicy,
      logGroupNames: this.logGroupNames,
    });
  }
}

function createAlarms(
  name: string,
  args: CacheArgs,
  { shards, replicas }: Settings,
  { memberClusters }: elasticache.ReplicationGroup,
  parent: pulumi.Resource,
): void {
  if (args.alarmTopicArn === undefined) return;
  const target = { topicArn: args.alarmTopicArn, tags: args.tags };
  createNodeAlarms(name, memberClusters, shards * (1 + replicas), replicas > 0, target, parent);
  createHealthRule(name, target, parent);
}

// A Vpc component may be given as the network, and a component cannot be kept as an input of another.
function plainArgs(args: CacheArgs): pulumi.Inputs {
  return {
    ...args,
    network: { vpcId: args.network.vpcId, dataSubnetIds: args.network.dataSubnetIds },
    key: { arn: pulumi.output(args.key).arn },
    logsKey: { arn: pulumi.output(args.logsKey).arn },
    ...plainAccess(args),
  };
}
