import * as apigateway from "@pulumi/aws/apigateway";
import * as cloudcontrol from "@pulumi/aws/cloudcontrol";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as cognito from "@pulumi/aws/cognito";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as lambda from "@pulumi/aws/lambda";
import * as s3 from "@pulumi/aws/s3";
import * as sns from "@pulumi/aws/sns";
import * as sqs from "@pulumi/aws/sqs";
import * as vpc from "@pulumi/aws/vpc";
import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";

const accountId = "111122223333";
const region = "us-east-1";
const tags = { Application: "patient-access-api", Team: "interop", CostCenter: "4410", DataClass: "phi" };

/**
 * A FHIR store for the patient-access API of a health plan: HealthLake, SMART on FHIR by Cognito, a proxy in Lambda
 * behind a private-by-default API, bulk exports to S3. KMS keys by purpose, everything in one VPC without a way out.
 */
export function compliant(): void {
  const dataKey = makeKey("data", "FHIR resources, exports and what functions keep", []);
  const logKey = makeKey("logs", "CloudWatch Logs of the FHIR API", [
    {
      Sid: "CloudWatchLogs",
      Effect: "Allow",
      Principal: { Service: `logs.${region}.amazonaws.com` },
      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
      Resource: "*",
      Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:*` } },
    },
  ]);
  const alarmKey = makeKey("alarms", "Notifications of alarms", [
    {
      Sid: "CloudWatchAlarms",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    },
  ]);

  const network = makeNetwork(logKey);
  const exports = makeExportBucket(dataKey);
  const pool = makeUserPool();

  // HealthLake asks this function what a SMART token may read.
  const introspector = makeFunction("introspector", {
    network,
    logKey,
    dataKey,
    environment: { USER_POOL_ID: pool.id, REQUIRED_SCOPE_PREFIX: "patient/" },
    statements: [],
  });
  const store = new cloudcontrol.Resource("fhir-store", {
    typeName: "AWS::HealthLake::FHIRDatastore",
    desiredState: pulumi.jsonStringify({
      DatastoreName: "patient-access",
      DatastoreTypeVersion: "R4",
      SseConfiguration: { KmsEncryptionConfig: { CmkType: "CUSTOMER_MANAGED_KMS_KEY", KmsKeyId: dataKey.arn } },
      IdentityProviderConfiguration: {
        AuthorizationStrategy: "SMART_ON_FHIR_V1",
        FineGrainedAuthorizationEnabled: true,
        IdpLambdaArn: introspector.fn.arn,
        Metadata: '{"issuer":"https://login.patient-access.example.org"}',
      },
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  });
  const storeArn = pulumi.interpolate`arn:aws:healthlake:${region}:${accountId}:datastore/fhir/${store.id}`;
  new lambda.Permission("introspector-healthlake", {
    function: introspector.fn.name,
    action: "lambda:InvokeFunction",
    principal: "healthlake.amazonaws.com",
    sourceAccount: accountId,
    sourceArn: storeArn,
  });

  makeExportRole(storeArn, exports.bucket, dataKey);
  const proxy = makeFunction("proxy", {
    network,
    logKey,
    dataKey,
    environment: { DATASTORE_ID: store.id },
    statements: [
      { Effect: "Allow", Action: ["healthlake:ReadResource", "healthlake:SearchWithGet"], Resource: storeArn },
    ],
  });
  const { stage } = makeApi(pool, proxy.fn, logKey);
  makeFirewall(stage, logKey);
  makeAlarms(alarmKey, proxy.fn);
}

interface Network {
  readonly subnetIds: pulumi.Output<string>[];
  readonly functionGroupId: pulumi.Output<string>;
}

function makeKey(name: string, description: string, statements: object[]): kms.Key {
  const key = new kms.Key(`${name}-key`, {
    description,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AccountAdministers",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${accountId}:root` },
          Action: "kms:*",
          Resource: "*",
        },
        ...statements,
      ],
    }),
    tags,
  });
  new kms.Alias(`${name}-key-alias`, { name: `alias/patient-access/${name}`, targetKeyId: key.keyId });
  return key;
}

/** Two private subnets, no internet gateway: functions reach AWS by endpoints alone. */
function makeNetwork(logKey: kms.Key): Network {
  const network = new ec2.Vpc("vpc", {
    cidrBlock: "10.40.0.0/20",
    enableDnsHostnames: true,
    enableDnsSupport: true,
    tags: { ...tags, Name: "patient-access" },
  });
  // The default group of a VPC lets its members talk to one another; nothing uses it, so it is emptied.
  new ec2.DefaultSecurityGroup("vpc-default", { vpcId: network.id, ingress: [], egress: [], tags });
  const routes = new ec2.RouteTable("private", { vpcId: network.id, tags });
  const subnets = ["a", "b"].map((zone, index) => {
    const subnet = new ec2.Subnet(`private-${zone}`, {
      vpcId: network.id,
      availabilityZone: `${region}${zone}`,
      cidrBlock: `10.40.${index}.0/24`,
      mapPublicIpOnLaunch: false,
      tags: { ...tags, Name: `private-${zone}` },
    });
    new ec2.RouteTableAssociation(`private-${zone}`, { subnetId: subnet.id, routeTableId: routes.id });
    return subnet;
  });

  const flowLogGroup = new cloudwatch.LogGroup("vpc-flow", {
    name: "/patient-access/vpc-flow",
    retentionInDays: 2192,
    kmsKeyId: logKey.arn,
    tags,
  });
  const flowRole = makeRole("vpc-flow", "vpc-flow-logs.amazonaws.com", [
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
      Resource: pulumi.interpolate`${flowLogGroup.arn}:*`,
    },
  ]);
  new ec2.FlowLog("vpc-flow", {
    vpcId: network.id,
    trafficType: "ALL",
    logDestination: flowLogGroup.arn,
    iamRoleArn: flowRole.arn,
    maxAggregationInterval: 60,
    tags,
  });

  const functionGroup = new ec2.SecurityGroup("functions", {
    vpcId: network.id,
    description: "Functions of the FHIR API",
    tags,
  });
  const endpointGroup = new ec2.SecurityGroup("endpoints", {
    vpcId: network.id,
    description: "Endpoints of AWS services",
    tags,
  });
  new vpc.SecurityGroupIngressRule("endpoints-from-functions", {
    securityGroupId: endpointGroup.id,
    referencedSecurityGroupId: functionGroup.id,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    description: "HTTPS from functions",
  });
  new vpc.SecurityGroupEgressRule("functions-to-endpoints", {
    securityGroupId: functionGroup.id,
    referencedSecurityGroupId: endpointGroup.id,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    description: "HTTPS to endpoints",
  });
  for (const service of ["healthlake", "logs", "kms", "sqs"]) {
    new ec2.VpcEndpoint(`endpoint-${service}`, {
      vpcId: network.id,
      serviceName: `com.amazonaws.${region}.${service}`,
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      subnetIds: subnets.map(({ id }) => id),
      securityGroupIds: [endpointGroup.id],
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: "*",
            Action: `${service}:*`,
            Resource: "*",
            Condition: { StringEquals: { "aws:PrincipalAccount": accountId } },
          },
        ],
      }),
      tags,
    });
  }
  return { subnetIds: subnets.map(({ id }) => id), functionGroupId: functionGroup.id };
}

function makeRole(name: string, service: string, statements: object[]): iam.Role {
  const role = new iam.Role(`${name}-role`, {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: service },
          Action: "sts:AssumeRole",
          ...(service.startsWith("lambda.") ? {} : { Condition: { StringEquals: { "aws:SourceAccount": accountId } } }),
        },
      ],
    }),
    tags,
  });
  new iam.RolePolicy(`${name}-policy`, {
    role: role.id,
    policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements }),
  });
  return role;
}

interface Bucket {
  readonly bucket: s3.Bucket;
}

/** The bucket that bulk exports go to, and the one that keeps its access logs. */
function makeExportBucket(dataKey: kms.Key): Bucket {
  const logs = new s3.Bucket("export-logs", { bucket: `patient-access-export-logs-${accountId}`, tags });
  const bucket = new s3.Bucket("exports", { bucket: `patient-access-exports-${accountId}`, tags });
  for (const [name, each] of [
    ["exports", bucket],
    ["export-logs", logs],
  ] as const) {
    new s3.BucketPublicAccessBlock(name, {
      bucket: each.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new s3.BucketOwnershipControls(name, { bucket: each.id, rule: { objectOwnership: "BucketOwnerEnforced" } });
    new s3.BucketVersioning(name, { bucket: each.id, versioningConfiguration: { status: "Enabled" } });
  }
  new s3.BucketServerSideEncryptionConfiguration("exports", {
    bucket: bucket.id,
    rules: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: dataKey.arn },
        bucketKeyEnabled: true,
      },
    ],
  });
  // Server access logs cannot be delivered under a key of AWS KMS.
  new s3.BucketServerSideEncryptionConfiguration("export-logs", {
    bucket: logs.id,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  new s3.BucketLogging("exports", { bucket: bucket.id, targetBucket: logs.id, targetPrefix: "exports/" });
  new s3.BucketLifecycleConfiguration("exports", {
    bucket: bucket.id,
    rules: [
      {
        id: "expire-exports",
        status: "Enabled",
        filter: { prefix: "" },
        expiration: { days: 30 },
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 2 },
      },
    ],
  });
  new s3.BucketLifecycleConfiguration("export-logs", {
    bucket: logs.id,
    rules: [{ id: "keep-six-years", status: "Enabled", filter: { prefix: "" }, expiration: { days: 2192 } }],
  });
  const tlsOnly = (each: s3.Bucket) => ({
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [each.arn, pulumi.interpolate`${each.arn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  });
  new s3.BucketPolicy("exports", {
    bucket: bucket.id,
    policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [tlsOnly(bucket)] }),
  });
  new s3.BucketPolicy("export-logs", {
    bucket: logs.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        tlsOnly(logs),
        {
          Sid: "LogDelivery",
          Effect: "Allow",
          Principal: { Service: "logging.s3.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: pulumi.interpolate`${logs.arn}/exports/*`,
          Condition: { StringEquals: { "aws:SourceAccount": accountId }, ArnLike: { "aws:SourceArn": bucket.arn } },
        },
      ],
    }),
  });
  return { bucket };
}

/** What HealthLake assumes to write bulk exports. */
function makeExportRole(storeArn: pulumi.Output<string>, bucket: s3.Bucket, dataKey: kms.Key): void {
  const role = new iam.Role("export-role", {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "healthlake.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": accountId }, ArnEquals: { "aws:SourceArn": storeArn } },
        },
      ],
    }),
    tags,
  });
  new iam.RolePolicy("export-policy", {
    role: role.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["s3:ListBucket", "s3:GetBucketLocation"], Resource: bucket.arn },
        { Effect: "Allow", Action: ["s3:PutObject"], Resource: pulumi.interpolate`${bucket.arn}/bulk/*` },
        { Effect: "Allow", Action: ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt"], Resource: dataKey.arn },
      ],
    }),
  });
}

function makeUserPool(): cognito.UserPool {
  const pool = new cognito.UserPool("members", {
    mfaConfiguration: "ON",
    softwareTokenMfaConfiguration: { enabled: true },
    usernameAttributes: ["email"],
    autoVerifiedAttributes: ["email"],
    passwordPolicy: {
      minimumLength: 14,
      requireLowercase: true,
      requireNumbers: true,
      requireSymbols: true,
      requireUppercase: true,
      temporaryPasswordValidityDays: 1,
    },
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
    accountRecoverySetting: { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] },
    adminCreateUserConfig: { allowAdminCreateUserOnly: true },
    userPoolTier: "PLUS",
    userPoolAddOns: { advancedSecurityMode: "ENFORCED" },
    deletionProtection: "ACTIVE",
    tags,
  });
  const server = new cognito.ResourceServer("fhir", {
    userPoolId: pool.id,
    identifier: "fhir",
    name: "FHIR API",
    scopes: [
      { scopeName: "patient.read", scopeDescription: "Read the records of the signed-in member" },
      { scopeName: "launch.patient", scopeDescription: "Launch in the context of a member" },
    ],
  });
  new cognito.UserPoolDomain("login", { userPoolId: pool.id, domain: "patient-access-login", managedLoginVersion: 2 });
  new cognito.UserPoolClient("member-app", {
    userPoolId: pool.id,
    generateSecret: false,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid", pulumi.interpolate`${server.identifier}/patient.read`],
    supportedIdentityProviders: ["COGNITO"],
    callbackUrls: ["https://app.patient-access.example.org/callback"],
    logoutUrls: ["https://app.patient-access.example.org/"],
    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    preventUserExistenceErrors: "ENABLED",
    enableTokenRevocation: true,
    accessTokenValidity: 15,
    idTokenValidity: 15,
    refreshTokenValidity: 8,
    tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" },
  });
  return pool;
}

interface FunctionArgs {
  readonly network: Network;
  readonly logKey: kms.Key;
  readonly dataKey: kms.Key;
  readonly environment: Record<string, pulumi.Input<string>>;
  readonly statements: object[];
}

function makeFunction(name: string, args: FunctionArgs): { fn: lambda.Function } {
  const group = new cloudwatch.LogGroup(`${name}-logs`, {
    name: `/aws/lambda/patient-access-${name}`,
    retentionInDays: 2192,
    kmsKeyId: args.logKey.arn,
    tags,
  });
  const failed = new sqs.Queue(`${name}-failed`, {
    kmsMasterKeyId: args.dataKey.arn,
    messageRetentionSeconds: 1_209_600,
    tags,
  });
  new sqs.QueuePolicy(`${name}-failed`, {
    queueUrl: failed.url,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "sqs:*",
          Resource: failed.arn,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    }),
  });
  const role = makeRole(name, "lambda.amazonaws.com", [
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${group.arn}:*`,
    },
    {
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: args.dataKey.arn,
    },
    { Effect: "Allow", Action: "sqs:SendMessage", Resource: failed.arn },
    {
      // What a function in a VPC needs; EC2 takes no narrower resource for these.
      Effect: "Allow",
      Action: ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"],
      Resource: "*",
    },
    ...args.statements,
  ]);
  const fn = new lambda.Function(name, {
    name: `patient-access-${name}`,
    role: role.arn,
    runtime: "nodejs22.x",
    handler: "index.handler",
    architectures: ["arm64"],
    memorySize: 512,
    timeout: 20,
    code: new pulumi.asset.AssetArchive({ "index.mjs": new pulumi.asset.StringAsset("export const handler = ...;") }),
    kmsKeyArn: args.dataKey.arn,
    environment: { variables: args.environment },
    vpcConfig: { subnetIds: args.network.subnetIds, securityGroupIds: [args.network.functionGroupId] },
    deadLetterConfig: { targetArn: failed.arn },
    tracingConfig: { mode: "PassThrough" },
    loggingConfig: { logFormat: "JSON", logGroup: group.name },
    reservedConcurrentExecutions: 50,
    tags,
  });
  return { fn };
}

function makeApi(pool: cognito.UserPool, proxy: lambda.Function, logKey: kms.Key): { stage: apigateway.Stage } {
  const api = new apigateway.RestApi("fhir-api", {
    description: "FHIR R4 for members",
    endpointConfiguration: { types: "REGIONAL" },
    disableExecuteApiEndpoint: true,
    tags,
  });
  const authorizer = new apigateway.Authorizer("members", {
    restApi: api.id,
    type: "COGNITO_USER_POOLS",
    providerArns: [pool.arn],
  });
  const resource = new apigateway.Resource("anything", {
    restApi: api.id,
    parentId: api.rootResourceId,
    pathPart: "{proxy+}",
  });
  const method = new apigateway.Method("get", {
    restApi: api.id,
    resourceId: resource.id,
    httpMethod: "GET",
    authorization: "COGNITO_USER_POOLS",
    authorizerId: authorizer.id,
    authorizationScopes: ["fhir/patient.read"],
  });
  const integration = new apigateway.Integration("get", {
    restApi: api.id,
    resourceId: resource.id,
    httpMethod: method.httpMethod,
    type: "AWS_PROXY",
    integrationHttpMethod: "POST",
    uri: proxy.invokeArn,
  });
  new lambda.Permission("proxy-api", {
    function: proxy.name,
    action: "lambda:InvokeFunction",
    principal: "apigateway.amazonaws.com",
    sourceArn: pulumi.interpolate`${api.executionArn}/*/GET/*`,
  });
  const deployment = new apigateway.Deployment(
    "fhir-api",
    { restApi: api.id, triggers: { revision: "2024-11-05" } },
    { dependsOn: [integration] },
  );
  const accessLogs = new cloudwatch.LogGroup("api-access", {
    name: "/patient-access/api-access",
    retentionInDays: 2192,
    kmsKeyId: logKey.arn,
    tags,
  });
  const stage = new apigateway.Stage("live", {
    restApi: api.id,
    deployment: deployment.id,
    stageName: "live",
    accessLogSettings: {
      destinationArn: accessLogs.arn,
      format: JSON.stringify({
        requestId: "$context.requestId",
        ip: "$context.identity.sourceIp",
        subject: "$context.authorizer.claims.sub",
        time: "$context.requestTime",
        method: "$context.httpMethod",
        route: "$context.resourcePath",
        status: "$context.status",
      }),
    },
    tags,
  });
  new apigateway.MethodSettings("live", {
    restApi: api.id,
    stageName: stage.stageName,
    methodPath: "*/*",
    settings: {
      loggingLevel: "ERROR",
      dataTraceEnabled: false,
      metricsEnabled: true,
      throttlingBurstLimit: 100,
      throttlingRateLimit: 50,
    },
  });
  const domain = new apigateway.DomainName("fhir-api", {
    domainName: "fhir.patient-access.example.org",
    regionalCertificateArn: `arn:aws:acm:${region}:${accountId}:certificate/7d1d5b56-2f3c-4c0b-9a43-0e4b3e3a7c11`,
    endpointConfiguration: { types: "REGIONAL" },
    securityPolicy: "TLS_1_2",
    tags,
  });
  new apigateway.BasePathMapping("fhir-api", {
    restApi: api.id,
    stageName: stage.stageName,
    domainName: domain.domainName,
  });
  return { stage };
}

function makeFirewall(stage: apigateway.Stage, logKey: kms.Key): void {
  const managed = [
    "AWSManagedRulesCommonRuleSet",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "AWSManagedRulesSQLiRuleSet",
  ];
  const visibility = (metricName: string) => ({
    cloudwatchMetricsEnabled: true,
    sampledRequestsEnabled: false,
    metricName,
  });
  const acl = new wafv2.WebAcl("fhir-api", {
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    rules: [
      ...managed.map((name, index) => ({
        name,
        priority: index,
        overrideAction: { none: {} },
        statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
        visibilityConfig: visibility(name),
      })),
      {
        name: "rate",
        priority: 10,
        action: { block: {} },
        statement: { rateBasedStatement: { limit: 1000, aggregateKeyType: "IP" } },
        visibilityConfig: visibility("rate"),
      },
    ],
    visibilityConfig: visibility("fhir-api"),
    tags,
  });
  new wafv2.WebAclAssociation("fhir-api", { resourceArn: stage.arn, webAclArn: acl.arn });
  const logs = new cloudwatch.LogGroup("waf", {
    name: "aws-waf-logs-patient-access",
    retentionInDays: 2192,
    kmsKeyId: logKey.arn,
    tags,
  });
  new wafv2.WebAclLoggingConfiguration("fhir-api", {
    resourceArn: acl.arn,
    logDestinationConfigs: [logs.arn],
    redactedFields: [
      { singleHeader: { name: "authorization" } },
      { singleHeader: { name: "cookie" } },
      { queryString: {} },
      { uriPath: {} },
    ],
  });
}

function makeAlarms(alarmKey: kms.Key, proxy: lambda.Function): void {
  const topic = new sns.Topic("alarms", { kmsMasterKeyId: alarmKey.arn, tags });
  new sns.TopicPolicy("alarms", {
    arn: topic.arn,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AlarmsOfThisAccount",
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Action: "sns:Publish",
          Resource: topic.arn,
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "sns:Publish",
          Resource: topic.arn,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    }),
  });
  new cloudwatch.MetricAlarm("proxy-errors", {
    alarmDescription: "The FHIR proxy fails",
    namespace: "AWS/Lambda",
    metricName: "Errors",
    dimensions: { FunctionName: proxy.name },
    statistic: "Sum",
    period: 300,
    evaluationPeriods: 1,
    threshold: 5,
    comparisonOperator: "GreaterThanThreshold",
    treatMissingData: "notBreaching",
    alarmActions: [topic.arn],
    tags,
  });
}
