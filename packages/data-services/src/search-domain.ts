import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as opensearch from "@pulumi/aws/opensearch";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, policyDocument } from "@hipaa-aws/foundation";
import { createAlarms } from "./alarms";
import { plainInputs } from "./component-inputs";
import type { SearchDomainArgs } from "./search-domain-args";
import { createSearchDomainLogs, type SearchDomainLogs } from "./search-domain-logs";
import { isTuned, readSearchDomainSettings, type SearchDomainSettings } from "./search-domain-settings";
import { firstSubnets } from "./subnets";

/**
 * An Amazon OpenSearch Service domain for PHI: in private subnets of three zones, under a customer managed key, TLS from
 * clients and between nodes, users by their IAM roles with fine-grained access, and an audit log.
 *
 * A client opens the door: it makes an egress rule on its own security group and an ingress rule on
 * {@link securityGroupId} for TCP port 443.
 *
 * The audit log begins once it is switched on inside of the domain (`_plugins/_security/api/audit`), where it is also
 * chosen what goes into it: keep request bodies out.
 *
 * Cost, list prices of us-east-1 in November 2026: the defaults about 765 USD a month (three r7g.large.search, three
 * m7g.large.search), and 0.122 USD for a GiB of volume.
 *
 * @throws ArgumentError for engines and instances that cannot encrypt, zones that nodes do not share evenly, and
 * clients that are no roles.
 * Source: 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.312(e)(1), 164.308(a)(7)(i); Architecting for HIPAA
 * Security and Compliance on AWS, "Amazon OpenSearch Service".
 */
export class SearchDomain extends pulumi.ComponentResource {
  /** Name of host, known once the access policy is in place. */
  public readonly endpoint!: pulumi.Output<string>;
  /** ARN, for grants: requests are on `<ARN>/*`. */
  public readonly domainArn!: pulumi.Output<string>;
  /** Name. */
  public readonly domainName!: pulumi.Output<string>;
  /** Security group, without rules. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** Port of HTTPS, 443. */
  public readonly port!: pulumi.Output<number>;
  /** Log group of the audit log. */
  public readonly auditLogGroupName!: pulumi.Output<string>;

  constructor(name: string, args: SearchDomainArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = readSearchDomainSettings(name, args);
    super("data-services:index:SearchDomain", name, searchDomainInputs(args), opts);

    const group = new ec2.SecurityGroup(
      `${name}-security-group`,
      {
        description: `Nodes of the search domain ${name}`,
        vpcId: args.network.vpcId,
        revokeRulesOnDelete: true,
        tags: args.tags,
      },
      { parent: this },
    );
    const logs = createSearchDomainLogs(name, args, settings, this);
    const domain = new opensearch.Domain(name, domainArgs(name, args, settings, group, logs), {
      parent: this,
      dependsOn: [logs.policy, ...createServiceLinkedRole(name, args, this)],
      ...((args.deletionProtection ?? true) ? { protect: true } : {}),
    });
    const policy = createPolicy(name, args, domain, this);
    createDomainAlarms(name, args, settings, domain, this);

    const host = args.endpoint === undefined ? domain.endpoint : pulumi.output(args.endpoint.domainName);
    this.endpoint = pulumi.all([host, policy.id]).apply(([endpoint]) => endpoint);
    this.domainArn = domain.arn;
    this.domainName = domain.domainName;
    this.securityGroupId = group.id;
    this.port = pulumi.output(443);
    this.auditLogGroupName = logs.audit.name;
    this.registerOutputs({
      endpoint: this.endpoint,
      domainArn: this.domainArn,
      domainName: this.domainName,
      securityGroupId: this.securityGroupId,
      port: this.port,
      auditLogGroupName: this.auditLogGroupName,
    });
  }
}

// Clients are left out: a service opens the domain's door before its role exists, and the engine waits for every input.
function searchDomainInputs({ clientArns, ...plain }: SearchDomainArgs): pulumi.Inputs {
  return { ...plainInputs(plain), clients: clientArns.length };
}

function domainArgs(
  name: string,
  args: SearchDomainArgs,
  settings: SearchDomainSettings,
  group: ec2.SecurityGroup,
  logs: SearchDomainLogs,
): opensearch.DomainArgs {
  const { availabilityZones, standby } = settings;
  const { endpoint } = args;
  return {
    engineVersion: settings.engineVersion,
    clusterConfig: {
      instanceType: settings.instanceType,
      instanceCount: settings.dataNodes,
      dedicatedMasterEnabled: true,
      dedicatedMasterCount: 3,
      dedicatedMasterType: settings.managerType,
      zoneAwarenessEnabled: true,
      zoneAwarenessConfig: { availabilityZoneCount: availabilityZones },
      multiAzWithStandbyEnabled: standby,
    },
    ebsOptions: { ebsEnabled: true, volumeType: "gp3", volumeSize: settings.volumeGib },
    encryptAtRest: { enabled: true, kmsKeyId: pulumi.output(args.key).arn },
    nodeToNodeEncryption: { enabled: true },
    domainEndpointOptions: {
      enforceHttps: true,
      // TLS 1.2 and 1.3 with forward secrecy. Source: DomainEndpointOptions in the OpenSearch Service API.
      tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10",
      ...(endpoint === undefined
        ? {}
        : {
            customEndpointEnabled: true,
            customEndpoint: endpoint.domainName,
            customEndpointCertificateArn: endpoint.certificateArn,
          }),
    },
    vpcOptions: {
      subnetIds: firstSubnets(`SearchDomain "${name}"`, args.network.dataSubnetIds, availabilityZones),
      securityGroupIds: [group.id],
    },
    advancedSecurityOptions: {
      enabled: true,
      anonymousAuthEnabled: false,
      internalUserDatabaseEnabled: false,
      masterUserOptions: { masterUserArn: args.administratorArn },
    },
    logPublishingOptions: [
      { logType: "AUDIT_LOGS", cloudwatchLogGroupArn: logs.audit.arn, enabled: true },
      { logType: "ES_APPLICATION_LOGS", cloudwatchLogGroupArn: logs.errors.arn, enabled: true },
    ],
    ...(isTuned(settings) ? { autoTuneOptions: { desiredState: "ENABLED", useOffPeakWindow: true } } : {}),
    offPeakWindowOptions: { enabled: true },
    softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
    tags: args.tags,
  };
}

function createServiceLinkedRole(name: string, args: SearchDomainArgs, parent: pulumi.Resource): pulumi.Resource[] {
  if (args.serviceLinkedRole !== true) return [];
  return [
    new iam.ServiceLinkedRole(
      `${name}-vpc`,
      { awsServiceName: "opensearchservice.amazonaws.com", tags: args.tags },
      { parent },
    ),
  ];
}

/** Requests are those of the named roles; nobody else's pass, whatever IAM allows outside of this account. */
function createPolicy(
  name: string,
  args: SearchDomainArgs,
  domain: opensearch.Domain,
  parent: pulumi.Resource,
): opensearch.DomainPolicy {
  const accessPolicies = policyDocument([
    {
      sid: "AllowClients",
      principals: { aws: [args.administratorArn, ...args.clientArns] },
      actions: ["es:ESHttpDelete", "es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPatch", "es:ESHttpPost", "es:ESHttpPut"],
      resources: [pulumi.interpolate`${domain.arn}/*`],
    },
  ]);
  return new opensearch.DomainPolicy(`${name}-policy`, { domainName: domain.domainName, accessPolicies }, { parent });
}

function createDomainAlarms(
  name: string,
  args: SearchDomainArgs,
  { volumeGib }: SearchDomainSettings,
  domain: opensearch.Domain,
  parent: pulumi.Resource,
): void {
  const maximum = { statistic: "Maximum" as const, period: 60 };
  const alarms = [
    { ...maximum, suffix: "red", metricName: "ClusterStatus.red", description: "A part of an index is nowhere" },
    { ...maximum, suffix: "blocked", metricName: "ClusterIndexWritesBlocked", description: "Nothing can be written" },
    {
      ...maximum,
      suffix: "key",
      metricName: "KMSKeyError",
      description: "The key is disabled: the domain stands still",
    },
    {
      ...maximum,
      suffix: "snapshots",
      metricName: "AutomatedSnapshotFailure",
      description: "The hourly snapshot fails",
    },
    {
      suffix: "space",
      metricName: "FreeStorageSpace",
      statistic: "Minimum" as const,
      below: true,
      // In MiB: a fifth of a node's volume.
      threshold: Math.round((volumeGib * 1024) / 5),
      description: "A node has less than a fifth of its volume left",
    },
  ];
  const dimensions = { DomainName: domain.domainName, ClientId: awsEnvironment(parent).accountId };
  createAlarms(name, args, "AWS/ES", dimensions, alarms, parent);
}
