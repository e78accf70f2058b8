import * as pulumi from "@pulumi/pulumi";
import * as autoscaling from "@pulumi/aws/autoscaling";
import * as backup from "@pulumi/aws/backup";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as lb from "@pulumi/aws/lb";
import * as rds from "@pulumi/aws/rds";
import * as s3 from "@pulumi/aws/s3";
import * as sns from "@pulumi/aws/sns";
import * as vpc from "@pulumi/aws/vpc";
import * as wafv2 from "@pulumi/aws/wafv2";
import type { Network } from "./network";

const account = "111122223333";
const region = "us-east-1";
const certificateArn = `arn:aws:acm:${region}:${account}:certificate/0f6f2f0e-1c5d-4f6e-9d7a-2f6c1b1a9e01`;
const tags = { Application: "intake-portal", Environment: "prod", Team: "platform", DataClassification: "phi" };

/** A patient portal on EC2 behind a load balancer, its records in RDS for MySQL. */
export function compliantThreeTier(makeNetwork: (name: string, tags: Record<string, string>) => Network): void {
  const network = makeNetwork("portal", tags);

  // --- keys -----------------------------------------------------------------------------------------------------
  const key = new kms.Key("portal-data", {
    description: "Portal: database, volumes, secrets, backups",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AccountUsesIamPolicies",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "AutoScalingVolumes",
          Effect: "Allow",
          Principal: {
            AWS: `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
          },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
          Resource: "*",
        },
        {
          Sid: "AutoScalingGrants",
          Effect: "Allow",
          Principal: {
            AWS: `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
          },
          Action: "kms:CreateGrant",
          Resource: "*",
          Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        },
      ],
    }),
    tags,
  });
  new kms.Alias("portal-data", { name: "alias/portal-data", targetKeyId: key.keyId });

  const logKey = new kms.Key("portal-logs", {
    description: "Portal: log groups and alarms",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AccountUsesIamPolicies",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "CloudWatchLogs",
          Effect: "Allow",
          Principal: { Service: `logs.${region}.amazonaws.com` },
          Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
          Resource: "*",
          Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${account}:*` } },
        },
        {
          Sid: "CloudWatchAlarms",
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
    tags,
  });

  // --- network guard rails ---------------------------------------------------------------------------------------
  new ec2.DefaultSecurityGroup("portal-default", { vpcId: network.vpcId, ingress: [], egress: [], tags });
  const flowLogGroup = new cloudwatch.LogGroup("portal-flow", {
    name: "/portal/vpc-flow",
    retentionInDays: 2192,
    kmsKeyId: logKey.arn,
    tags,
  });
  const flowRole = new iam.Role("portal-flow", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
    tags,
  });
  new iam.RolePolicy("portal-flow", {
    role: flowRole.id,
    policy: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
          Resource: pulumi.interpolate`${flowLogGroup.arn}:*`,
        },
      ],
    },
  });
  new ec2.FlowLog("portal", {
    vpcId: network.vpcId,
    trafficType: "ALL",
    logDestination: flowLogGroup.arn,
    iamRoleArn: flowRole.arn,
    maxAggregationInterval: 60,
    tags,
  });

  // --- security groups ---------------------------------------------------------------------------------------------
  const group = (name: string, description: string) =>
    new ec2.SecurityGroup(name, { vpcId: network.vpcId, description, tags: { ...tags, Name: name } });
  const albGroup = group("portal-alb", "Public load balancer of the portal");
  const appGroup = group("portal-app", "Application servers of the portal");
  const dbGroup = group("portal-db", "MySQL of the portal");
  new vpc.SecurityGroupIngressRule("alb-https", {
    securityGroupId: albGroup.id,
    description: "HTTPS from the internet",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIpv4: "0.0.0.0/0",
  });
  new vpc.SecurityGroupIngressRule("alb-http", {
    securityGroupId: albGroup.id,
    description: "HTTP from the internet, redirected to HTTPS",
    ipProtocol: "tcp",
    fromPort: 80,
    toPort: 80,
    cidrIpv4: "0.0.0.0/0",
  });
  const connect = (name: string, from: ec2.SecurityGroup, to: ec2.SecurityGroup, port: number, description: string) => {
    const common = { description, ipProtocol: "tcp", fromPort: port, toPort: port };
    new vpc.SecurityGroupEgressRule(`${name}-out`, {
      ...common,
      securityGroupId: from.id,
      referencedSecurityGroupId: to.id,
    });
    new vpc.SecurityGroupIngressRule(`${name}-in`, {
      ...common,
      securityGroupId: to.id,
      referencedSecurityGroupId: from.id,
    });
  };
  connect("alb-app", albGroup, appGroup, 8443, "Load balancer to application");
  connect("app-db", appGroup, dbGroup, 3306, "Application to MySQL");
  new vpc.SecurityGroupEgressRule("app-https-out", {
    securityGroupId: appGroup.id,
    description: "AWS APIs and package mirrors through the NAT gateways",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIpv4: "0.0.0.0/0",
  });

  // --- access logs of the load balancer ----------------------------------------------------------------------------
  const logs = new s3.Bucket("portal-alb-logs", { bucket: `portal-alb-logs-${account}`, tags });
  new s3.BucketOwnershipControls("portal-alb-logs", {
    bucket: logs.id,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  new s3.BucketPublicAccessBlock("portal-alb-logs", {
    bucket: logs.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  // Load balancers deliver to buckets under SSE-S3 only.
  new s3.BucketServerSideEncryptionConfiguration("portal-alb-logs", {
    bucket: logs.id,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  new s3.BucketVersioning("portal-alb-logs", { bucket: logs.id, versioningConfiguration: { status: "Enabled" } });
  new s3.BucketLifecycleConfiguration("portal-alb-logs", {
    bucket: logs.id,
    rules: [
      {
        id: "six-years",
        status: "Enabled",
        filter: {},
        transitions: [{ days: 90, storageClass: "STANDARD_IA" }],
        expiration: { days: 2192 },
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ],
  });
  const logsPolicy = new s3.BucketPolicy("portal-alb-logs", {
    bucket: logs.id,
    policy: logs.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Delivery",
            Effect: "Allow",
            Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
            Action: "s3:PutObject",
            Resource: `${arn}/portal/AWSLogs/${account}/*`,
            Condition: {
              ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/*` },
            },
          },
          {
            Sid: "TlsOnly",
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: [arn, `${arn}/*`],
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    ),
  });

  // --- load balancer -------------------------------------------------------------------------------------------------
  const balancer = new lb.LoadBalancer(
    "portal",
    {
      loadBalancerType: "application",
      internal: false,
      securityGroups: [albGroup.id],
      subnets: network.publicSubnetIds,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
      enableDeletionProtection: true,
      accessLogs: { bucket: logs.bucket, prefix: "portal", enabled: true },
      tags,
    },
    { dependsOn: [logsPolicy] },
  );
  const targets = new lb.TargetGroup("portal", {
    port: 8443,
    protocol: "HTTPS",
    targetType: "instance",
    vpcId: network.vpcId,
    healthCheck: { protocol: "HTTPS", path: "/healthz", matcher: "200" },
    tags,
  });
  new lb.Listener("portal-https", {
    loadBalancerArn: balancer.arn,
    port: 443,
    protocol: "HTTPS",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    certificateArn,
    defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
    tags,
  });
  new lb.Listener("portal-http", {
    loadBalancerArn: balancer.arn,
    port: 80,
    protocol: "HTTP",
    defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
    tags,
  });

  // --- web application firewall ----------------------------------------------------------------------------------------
  const managed = (name: string, priority: number) => ({
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
    visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: name, sampledRequestsEnabled: false },
  });
  const acl = new wafv2.WebAcl("portal", {
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    rules: [
      managed("AWSManagedRulesCommonRuleSet", 10),
      managed("AWSManagedRulesKnownBadInputsRuleSet", 20),
      managed("AWSManagedRulesSQLiRuleSet", 30),
      managed("AWSManagedRulesAmazonIpReputationList", 40),
      {
        name: "rate-limit",
        priority: 50,
        action: { block: {} },
        statement: { rateBasedStatement: { limit: 2000, aggregateKeyType: "IP" } },
        visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "rate-limit", sampledRequestsEnabled: false },
      },
    ],
    visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "portal", sampledRequestsEnabled: false },
    tags,
  });
  new wafv2.WebAclAssociation("portal", { resourceArn: balancer.arn, webAclArn: acl.arn });
  const wafLogs = new cloudwatch.LogGroup("portal-waf", {
    name: "aws-waf-logs-portal",
    retentionInDays: 2192,
    kmsKeyId: logKey.arn,
    tags,
  });
  new wafv2.WebAclLoggingConfiguration("portal", {
    resourceArn: acl.arn,
    logDestinationConfigs: [wafLogs.arn],
    redactedFields: [
      { singleHeader: { name: "authorization" } },
      { singleHeader: { name: "cookie" } },
      { queryString: {} },
    ],
  });

  // --- application servers ------------------------------------------------------------------------------------------------
  const appLogs = new cloudwatch.LogGroup("portal-app", {
    name: "/portal/app",
    retentionInDays: 2192,
    kmsKeyId: logKey.arn,
    tags,
  });
  const role = new iam.Role("portal-app", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
    tags,
  });
  new iam.RolePolicyAttachment("portal-app-ssm", {
    role: role.name,
    policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
  });
  const profile = new iam.InstanceProfile("portal-app", { role: role.name, tags });

  // --- database -------------------------------------------------------------------------------------------------------------
  const dbSubnets = new rds.SubnetGroup("portal", { subnetIds: network.dbSubnetIds, tags });
  const parameters = new rds.ParameterGroup("portal", {
    family: "mysql8.4",
    parameters: [
      { name: "require_secure_transport", value: "1" },
      { name: "tls_version", value: "TLSv1.2,TLSv1.3" },
      { name: "slow_query_log", value: "1" },
      { name: "log_output", value: "FILE" },
    ],
    tags,
  });
  const options = new rds.OptionGroup("portal", {
    engineName: "mysql",
    majorEngineVersion: "8.4",
    optionGroupDescription: "MySQL audit",
    options: [
      {
        optionName: "MARIADB_AUDIT_PLUGIN",
        optionSettings: [{ name: "SERVER_AUDIT_EVENTS", value: "CONNECT,QUERY_DDL,QUERY_DCL" }],
      },
    ],
    tags,
  });
  const monitoring = new iam.Role("portal-rds-monitoring", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { Service: "monitoring.rds.amazonaws.com" }, Action: "sts:AssumeRole" },
      ],
    }),
    tags,
  });
  new iam.RolePolicyAttachment("portal-rds-monitoring", {
    role: monitoring.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
  });
  for (const kind of ["audit", "error", "slowquery"]) {
    new cloudwatch.LogGroup(`portal-db-${kind}`, {
      name: `/aws/rds/instance/portal/${kind}`,
      retentionInDays: 2192,
      kmsKeyId: logKey.arn,
      tags,
    });
  }
  const database = new rds.Instance(
    "portal",
    {
      identifier: "portal",
      engine: "mysql",
      engineVersion: "8.4",
      instanceClass: "db.m7g.large",
      allocatedStorage: 200,
      maxAllocatedStorage: 1000,
      storageType: "gp3",
      storageEncrypted: true,
      kmsKeyId: key.arn,
      dbName: "portal",
      username: "portal_admin",
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: key.arn,
      iamDatabaseAuthenticationEnabled: true,
      multiAz: true,
      publiclyAccessible: false,
      dbSubnetGroupName: dbSubnets.name,
      vpcSecurityGroupIds: [dbGroup.id],
      parameterGroupName: parameters.name,
      optionGroupName: options.name,
      caCertIdentifier: "rds-ca-rsa2048-g1",
      backupRetentionPeriod: 35,
      copyTagsToSnapshot: true,
      deletionProtection: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "portal-final",
      autoMinorVersionUpgrade: true,
      enabledCloudwatchLogsExports: ["audit", "error", "slowquery"],
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: key.arn,
      monitoringInterval: 60,
      monitoringRoleArn: monitoring.arn,
      tags,
    },
    { protect: true },
  );
  new iam.RolePolicy("portal-app", {
    role: role.id,
    policy: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "rds-db:connect",
          Resource: pulumi.interpolate`arn:aws:rds-db:${region}:${account}:dbuser:${database.resourceId}/portal_app`,
        },
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: pulumi.interpolate`${appLogs.arn}:*`,
        },
      ],
    },
  });

  const template = new ec2.LaunchTemplate("portal-app", {
    imageId: "ami-0f3a1c9e8b7d6f5a4",
    instanceType: "m7g.large",
    updateDefaultVersion: true,
    iamInstanceProfile: { arn: profile.arn },
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    monitoring: { enabled: true },
    networkInterfaces: [
      { associatePublicIpAddress: "false", securityGroups: [appGroup.id], deleteOnTermination: "true" },
    ],
    blockDeviceMappings: [
      {
        deviceName: "/dev/xvda",
        ebs: { encrypted: "true", kmsKeyId: key.arn, volumeType: "gp3", volumeSize: 40, deleteOnTermination: "true" },
      },
    ],
    tagSpecifications: [
      { resourceType: "instance", tags },
      { resourceType: "volume", tags },
    ],
    userData: database.address.apply((host) =>
      Buffer.from(`#!/bin/bash\necho "DB_HOST=${host}" > /etc/portal.env\nsystemctl enable --now portal\n`).toString(
        "base64",
      ),
    ),
    tags,
  });
  const fleet = new autoscaling.Group("portal-app", {
    vpcZoneIdentifiers: network.appSubnetIds,
    minSize: 2,
    maxSize: 6,
    healthCheckType: "ELB",
    healthCheckGracePeriod: 300,
    targetGroupArns: [targets.arn],
    launchTemplate: { id: template.id, version: pulumi.interpolate`${template.latestVersion}` },
    instanceRefresh: { strategy: "Rolling" },
    tags: Object.entries(tags).map(([tag, value]) => ({ key: tag, value, propagateAtLaunch: true })),
  });
  new autoscaling.Policy("portal-app-cpu", {
    autoscalingGroupName: fleet.name,
    policyType: "TargetTrackingScaling",
    targetTrackingConfiguration: {
      predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
      targetValue: 55,
    },
  });

  // --- backups and alarms ------------------------------------------------------------------------------------------------
  const vault = new backup.Vault("portal", { name: "portal", kmsKeyArn: key.arn, tags });
  new backup.VaultLockConfiguration("portal", {
    backupVaultName: vault.name,
    minRetentionDays: 35,
    maxRetentionDays: 2557,
  });
  const plan = new backup.Plan("portal", {
    name: "portal",
    rules: [
      {
        ruleName: "nightly",
        targetVaultName: vault.name,
        schedule: "cron(0 5 * * ? *)",
        enableContinuousBackup: false,
        lifecycle: { deleteAfter: 90 },
        copyActions: [
          {
            destinationVaultArn: `arn:aws:backup:us-west-2:${account}:backup-vault:portal-dr`,
            lifecycle: { deleteAfter: 90 },
          },
        ],
      },
    ],
    tags,
  });
  const backupRole = new iam.Role("portal-backup", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "backup.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
    tags,
  });
  new iam.RolePolicyAttachment("portal-backup", {
    role: backupRole.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
  });
  new backup.Selection("portal", {
    name: "portal",
    planId: plan.id,
    iamRoleArn: backupRole.arn,
    resources: [database.arn],
  });

  const alarms = new sns.Topic("portal-alarms", { kmsMasterKeyId: logKey.arn, tags });
  new sns.TopicPolicy("portal-alarms", {
    arn: alarms.arn,
    policy: alarms.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Alarms",
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Action: "sns:Publish",
            Resource: arn,
            Condition: { StringEquals: { "aws:SourceAccount": account } },
          },
          {
            Sid: "TlsOnly",
            Effect: "Deny",
            Principal: "*",
            Action: "sns:Publish",
            Resource: arn,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    ),
  });
  new cloudwatch.MetricAlarm("portal-5xx", {
    namespace: "AWS/ApplicationELB",
    metricName: "HTTPCode_Target_5XX_Count",
    dimensions: { LoadBalancer: balancer.arnSuffix },
    comparisonOperator: "GreaterThanThreshold",
    threshold: 20,
    statistic: "Sum",
    period: 300,
    evaluationPeriods: 1,
    alarmActions: [alarms.arn],
    tags,
  });
  new cloudwatch.MetricAlarm("portal-db-storage", {
    namespace: "AWS/RDS",
    metricName: "FreeStorageSpace",
    dimensions: { DBInstanceIdentifier: database.identifier },
    comparisonOperator: "LessThanThreshold",
    threshold: 20 * 1024 ** 3,
    statistic: "Minimum",
    period: 300,
    evaluationPeriods: 2,
    alarmActions: [alarms.arn],
    tags,
  });
}
