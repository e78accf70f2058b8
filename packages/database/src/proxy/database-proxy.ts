import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { createAlarms, createEventSubscription, type DatabaseAlarm } from "../shared/alerts";
import { createAuditLogGroup } from "../shared/logs";
import { createProxyGroup, createProxyRole } from "./access";
import type { DatabaseProxyArgs } from "./args";
import { proxySettingsOf, type ProxySettings } from "./settings";

/**
 * A proxy that pools connections to one database: TLS only, clients sign in by IAM, and with `users` so does the proxy,
 * so that no password is kept anywhere. It logs idle clients off after 15 minutes and never logs statements
 * (45 CFR 164.312(a)(2)(iii), (d), (e)(1)).
 *
 * A client opens the door: it takes `securityGroupId` and `port`, and `resourceId` for its `rds-db:connect`.
 *
 * Cost, list price of us-east-1 in November 2026: 0.015 USD an hour for each vCPU of the database, 2 at least; about
 * 22 USD a month.
 *
 * @throws ArgumentError when an argument is out of range or does not fit another one.
 */
export class DatabaseProxy extends pulumi.ComponentResource {
  /** Physical name of the proxy. */
  public readonly identifier!: pulumi.Output<string>;
  /** ARN of the proxy. */
  public readonly proxyArn!: pulumi.Output<string>;
  /** The id that a client's `rds-db:connect` names: `arn:<partition>:rds-db:<region>:<account>:dbuser:<resourceId>/<user>`. */
  public readonly resourceId!: pulumi.Output<string>;
  /** Host name; its certificate comes from AWS Certificate Manager and is publicly trusted. */
  public readonly address!: pulumi.Output<string>;
  /** TCP port, that of the database. */
  public readonly port!: pulumi.Output<number>;
  /** The group that a client's ingress rule goes to. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Name of the log group. */
  public readonly logGroupName!: pulumi.Output<string>;

  /**
   * @param name lower-case letters, digits and single hyphens, beginning with a letter, up to 45 characters
   * @param args network, database, key, and either users or secrets
   * @param opts resource options; `transforms` reaches every child named in the README
   */
  constructor(name: string, args: DatabaseProxyArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = proxySettingsOf(name, args);
    super("database:index:DatabaseProxy", name, plainArgs(args), opts);
    const options = { parent: this };

    const { role, attachment } = createProxyRole(name, args, this);
    const group = createProxyGroup(name, args, options);
    // RDS names the log group after the proxy. The role's name is autonamed and known first, so both take it.
    const identifier = role.name;
    const { logsKey, tags } = args;
    const logName = pulumi.interpolate`/aws/rds/proxy/${identifier}`;
    const logGroup = createAuditLogGroup(`${name}-log`, { name: logName, logsKey, tags }, options);
    const parts = { identifier, roleArn: role.arn, securityGroupId: group.id };
    const proxy = createProxy(name, args, settings, parts, { ...options, dependsOn: [attachment, logGroup] });
    createTarget(name, args, settings, proxy, options);
    createAlarms(name, args, proxyAlarms, { ProxyName: proxy.name }, options);
    createEventSubscription(name, args, { type: "db-proxy", ids: [proxy.name] }, options);

    this.identifier = proxy.name;
    this.proxyArn = proxy.arn;
    this.resourceId = proxy.arn.apply((arn) => arn.split(":").at(-1) ?? "");
    this.address = proxy.endpoint;
    this.port = pulumi.output(args.database.port);
    this.securityGroupId = group.id;
    this.logGroupName = logGroup.name;
    this.registerOutputs({
      identifier: this.identifier,
      proxyArn: this.proxyArn,
      resourceId: this.resourceId,
      address: this.address,
      port: this.port,
      securityGroupId: this.securityGroupId,
      logGroupName: this.logGroupName,
    });
  }
}

interface ProxyParts {
  identifier: pulumi.Input<string>;
  roleArn: pulumi.Input<string>;
  securityGroupId: pulumi.Input<string>;
}

function createProxy(
  name: string,
  args: DatabaseProxyArgs,
  settings: ProxySettings,
  parts: ProxyParts,
  options: pulumi.CustomResourceOptions,
): rds.Proxy {
  const auths = args.secrets?.map(({ secretArn }) => ({ authScheme: "SECRETS", iamAuth: "REQUIRED", secretArn }));
  return new rds.Proxy(
    name,
    {
      name: parts.identifier,
      engineFamily: settings.family,
      requireTls: true,
      // Its log would hold the text of statements, with values.
      debugLogging: false,
      idleClientTimeout: settings.idleClientSeconds,
      roleArn: parts.roleArn,
      vpcSubnetIds: args.network.dataSubnetIds,
      vpcSecurityGroupIds: [parts.securityGroupId],
      ...(auths ? { auths } : { defaultAuthScheme: "IAM_AUTH" }),
      tags: args.tags,
    },
    options,
  );
}

function createTarget(
  name: string,
  args: DatabaseProxyArgs,
  settings: ProxySettings,
  proxy: rds.Proxy,
  options: pulumi.CustomResourceOptions,
): void {
  const group = new rds.ProxyDefaultTargetGroup(
    name,
    {
      dbProxyName: proxy.name,
      connectionPoolConfig: {
        maxConnectionsPercent: settings.maxConnectionsPercent,
        maxIdleConnectionsPercent: Math.floor(settings.maxConnectionsPercent / 2),
        connectionBorrowTimeout: 120,
      },
    },
    options,
  );
  const { identifier, clusterArn } = args.database;
  new rds.ProxyTarget(
    name,
    {
      dbProxyName: proxy.name,
      targetGroupName: group.name,
      ...(clusterArn === undefined ? { dbInstanceIdentifier: identifier } : { dbClusterIdentifier: identifier }),
    },
    options,
  );
}

const proxyAlarms: readonly DatabaseAlarm[] = [
  {
    suffix: "sign-ins",
    metricName: "ClientConnectionsSetupFailedAuth",
    comparisonOperator: "GreaterThanThreshold",
    threshold: 10,
    evaluationPeriods: 1,
    description: "More than 10 refused sign-ins to the proxy in 5 minutes",
    statistic: "Sum",
  },
  {
    suffix: "borrow-latency",
    metricName: "DatabaseConnectionsBorrowLatency",
    comparisonOperator: "GreaterThanThreshold",
    threshold: 1_000_000,
    evaluationPeriods: 3,
    description: "Clients wait more than a second for a connection for 15 minutes",
  },
];

// Components may be given as network and database, and a component cannot be kept as an input of another.
function plainArgs(args: DatabaseProxyArgs): pulumi.Inputs {
  const arn = (key: DatabaseProxyArgs["logsKey"]) => ({ arn: pulumi.output(key).arn });
  const { identifier, clusterArn, resourceId, securityGroupId, port } = args.database;
  const secrets = args.secrets?.map(({ secretArn, key }) => ({ secretArn, key: arn(key) }));
  return {
    ...args,
    network: { vpcId: args.network.vpcId, dataSubnetIds: args.network.dataSubnetIds },
    database: { identifier, clusterArn, resourceId, securityGroupId, port },
    logsKey: arn(args.logsKey),
    ...(secrets ? { secrets } : {}),
  };
}
