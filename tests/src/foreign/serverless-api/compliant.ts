import * as pulumi from "@pulumi/pulumi";
import * as apigateway from "@pulumi/aws/apigateway";
import * as apigatewayv2 from "@pulumi/aws/apigatewayv2";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as cognito from "@pulumi/aws/cognito";
import * as dynamodb from "@pulumi/aws/dynamodb";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as lambda from "@pulumi/aws/lambda";
import * as sqs from "@pulumi/aws/sqs";
import * as wafv2 from "@pulumi/aws/wafv2";

const account = "111122223333";
const region = "us-east-1";
const certificateArn = `arn:aws:acm:${region}:${account}:certificate/6a1d3b90-52c2-4a57-8a5e-6f1f0a7d4c11`;
const tags = { Service: "appointments", Stage: "prod", DataClass: "PHI", CostCenter: "4711" };
const sixYears = 2192;

/** An appointments API: REST for staff behind Cognito, HTTP for the mobile app with its JWTs, DynamoDB behind both. */
export function compliantServerlessApi(): void {
  const key = appointmentsKey();
  const logGroup = (name: string, physical: string) =>
    new cloudwatch.LogGroup(name, { name: physical, retentionInDays: sixYears, kmsKeyId: key.arn, tags });

  const pool = new cognito.UserPool("staff", {
    name: "appointments-staff",
    deletionProtection: "ACTIVE",
    mfaConfiguration: "ON",
    softwareTokenMfaConfiguration: { enabled: true },
    passwordPolicy: {
      minimumLength: 14,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
      temporaryPasswordValidityDays: 1,
    },
    adminCreateUserConfig: { allowAdminCreateUserOnly: true },
    accountRecoverySetting: { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] },
    autoVerifiedAttributes: ["email"],
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
    usernameConfiguration: { caseSensitive: false },
    userPoolTier: "PLUS",
    userPoolAddOns: { advancedSecurityMode: "ENFORCED" },
    deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
    tags,
  });
  const client = new cognito.UserPoolClient("staff-web", {
    userPoolId: pool.id,
    generateSecret: true,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid", "appointments/read", "appointments/write"],
    supportedIdentityProviders: ["COGNITO"],
    callbackUrls: ["https://staff.clinic.example/oauth/callback"],
    logoutUrls: ["https://staff.clinic.example/"],
    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    preventUserExistenceErrors: "ENABLED",
    enableTokenRevocation: true,
    accessTokenValidity: 15,
    idTokenValidity: 15,
    refreshTokenValidity: 8,
    tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" },
  });
  new cognito.ResourceServer("appointments", {
    userPoolId: pool.id,
    identifier: "appointments",
    name: "Appointments",
    scopes: [
      { scopeName: "read", scopeDescription: "Read appointments" },
      { scopeName: "write", scopeDescription: "Change appointments" },
    ],
  });

  const table = new dynamodb.Table(
    "appointments",
    {
      name: "appointments",
      billingMode: "PAY_PER_REQUEST",
      hashKey: "clinicId",
      rangeKey: "slot",
      attributes: [
        { name: "clinicId", type: "S" },
        { name: "slot", type: "S" },
        { name: "patientId", type: "S" },
      ],
      globalSecondaryIndexes: [{ name: "byPatient", hashKey: "patientId", projectionType: "KEYS_ONLY" }],
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
      serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
      deletionProtectionEnabled: true,
      tags,
    },
    { protect: true },
  );

  const deadLetters = new sqs.Queue("dead-letters", {
    name: "appointments-dead-letters",
    kmsMasterKeyId: key.id,
    messageRetentionSeconds: 1209600,
    tags,
  });
  new sqs.QueuePolicy("dead-letters", {
    queueUrl: deadLetters.url,
    policy: deadLetters.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Deny",
            Principal: "*",
            Action: "sqs:*",
            Resource: arn,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    ),
  });

  const handlers = (["list", "book", "reminders"] as const).map((name) => {
    const logs = logGroup(`${name}-logs`, `/aws/lambda/appointments-${name}`);
    const role = new iam.Role(`${name}-role`, {
      assumeRolePolicy: iam.getPolicyDocumentOutput({
        statements: [
          { actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }] },
        ],
      }).json,
      maxSessionDuration: 3600,
      tags,
    });
    new iam.RolePolicy(`${name}-policy`, {
      role: role.id,
      policy: iam.getPolicyDocumentOutput({
        statements: [
          { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [pulumi.interpolate`${logs.arn}:*`] },
          {
            actions:
              name === "book" ? ["dynamodb:PutItem", "dynamodb:UpdateItem"] : ["dynamodb:Query", "dynamodb:GetItem"],
            resources: [table.arn, pulumi.interpolate`${table.arn}/index/*`],
          },
          { actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.arn] },
          { actions: ["sqs:SendMessage"], resources: [deadLetters.arn] },
          { actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources: ["*"] },
        ],
      }).json,
    });
    const handler = new lambda.Function(
      name,
      {
        name: `appointments-${name}`,
        runtime: "nodejs22.x",
        architectures: ["arm64"],
        handler: "index.handler",
        role: role.arn,
        code: new pulumi.asset.AssetArchive({
          "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 204 });"),
        }),
        timeout: 20,
        memorySize: 512,
        reservedConcurrentExecutions: 50,
        kmsKeyArn: key.arn,
        environment: { variables: { TABLE_NAME: table.name, LOG_LEVEL: "info" } },
        deadLetterConfig: { targetArn: deadLetters.arn },
        tracingConfig: { mode: "Active" },
        loggingConfig: { logFormat: "JSON", logGroup: logs.name, systemLogLevel: "WARN" },
        tags,
      },
      { dependsOn: [logs] },
    );
    return { name, handler };
  });
  const [list, book, reminders] = handlers.map(({ handler }) => handler) as [
    lambda.Function,
    lambda.Function,
    lambda.Function,
  ];

  const acl = staffApi(pool, list, book, logGroup("rest-logs", "/apigw/appointments-rest"));
  new wafv2.WebAclLoggingConfiguration("staff", {
    resourceArn: acl.arn,
    logDestinationConfigs: [logGroup("waf-logs", "aws-waf-logs-appointments").arn],
    redactedFields: [
      { singleHeader: { name: "authorization" } },
      { singleHeader: { name: "cookie" } },
      { queryString: {} },
    ],
  });
  mobileApi(pool, client, reminders, logGroup("http-logs", "/apigw/appointments-http"));

  for (const { name, handler } of handlers) {
    new cloudwatch.MetricAlarm(`${name}-errors`, {
      namespace: "AWS/Lambda",
      metricName: "Errors",
      dimensions: { FunctionName: handler.name },
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 5,
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      treatMissingData: "notBreaching",
      alarmActions: [`arn:aws:sns:${region}:${account}:on-call`],
      tags,
    });
  }
}

function appointmentsKey(): kms.Key {
  const key = new kms.Key("appointments", {
    description: "Appointments: table, functions, queue and logs",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: iam.getPolicyDocumentOutput({
      statements: [
        {
          sid: "Root",
          actions: ["kms:*"],
          resources: ["*"],
          principals: [{ type: "AWS", identifiers: [`arn:aws:iam::${account}:root`] }],
        },
        {
          sid: "Logs",
          actions: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
          resources: ["*"],
          principals: [{ type: "Service", identifiers: [`logs.${region}.amazonaws.com`] }],
          conditions: [
            {
              test: "ArnLike",
              variable: "kms:EncryptionContext:aws:logs:arn",
              values: [`arn:aws:logs:${region}:${account}:log-group:*`],
            },
          ],
        },
      ],
    }).json,
    tags,
  });
  new kms.Alias("appointments", { name: "alias/appointments", targetKeyId: key.keyId });
  return key;
}

function staffApi(
  pool: cognito.UserPool,
  list: lambda.Function,
  book: lambda.Function,
  logs: cloudwatch.LogGroup,
): wafv2.WebAcl {
  const api = new apigateway.RestApi("staff", {
    name: "appointments-staff",
    endpointConfiguration: { types: "REGIONAL" },
    disableExecuteApiEndpoint: true,
    tags,
  });
  const authorizer = new apigateway.Authorizer("staff", {
    restApi: api.id,
    name: "staff",
    type: "COGNITO_USER_POOLS",
    providerArns: [pool.arn],
    identitySource: "method.request.header.Authorization",
  });
  const resource = new apigateway.Resource("slots", {
    restApi: api.id,
    parentId: api.rootResourceId,
    pathPart: "slots",
  });
  const validator = new apigateway.RequestValidator("staff", {
    restApi: api.id,
    name: "all",
    validateRequestBody: true,
    validateRequestParameters: true,
  });
  const integrations = [
    { httpMethod: "GET", handler: list, scope: "appointments/read" },
    { httpMethod: "POST", handler: book, scope: "appointments/write" },
  ].map(({ httpMethod, handler, scope }) => {
    const name = `slots-${httpMethod.toLowerCase()}`;
    const method = new apigateway.Method(name, {
      restApi: api.id,
      resourceId: resource.id,
      httpMethod,
      authorization: "COGNITO_USER_POOLS",
      authorizerId: authorizer.id,
      authorizationScopes: [scope],
      requestValidatorId: validator.id,
    });
    new lambda.Permission(`${name}-permission`, {
      function: handler.name,
      action: "lambda:InvokeFunction",
      principal: "apigateway.amazonaws.com",
      sourceArn: pulumi.interpolate`${api.executionArn}/*/${httpMethod}/slots`,
    });
    return new apigateway.Integration(name, {
      restApi: api.id,
      resourceId: resource.id,
      httpMethod: method.httpMethod,
      type: "AWS_PROXY",
      integrationHttpMethod: "POST",
      uri: handler.invokeArn,
    });
  });
  const deployment = new apigateway.Deployment("staff", { restApi: api.id }, { dependsOn: integrations });
  const stage = new apigateway.Stage("staff", {
    restApi: api.id,
    deployment: deployment.id,
    stageName: "prod",
    xrayTracingEnabled: true,
    accessLogSettings: {
      destinationArn: logs.arn,
      format: JSON.stringify({
        requestId: "$context.requestId",
        ip: "$context.identity.sourceIp",
        user: "$context.authorizer.claims.sub",
        method: "$context.httpMethod",
        resource: "$context.resourcePath",
        status: "$context.status",
      }),
    },
    tags,
  });
  new apigateway.MethodSettings("staff", {
    restApi: api.id,
    stageName: stage.stageName,
    methodPath: "*/*",
    settings: {
      loggingLevel: "ERROR",
      metricsEnabled: true,
      dataTraceEnabled: false,
      throttlingRateLimit: 100,
      throttlingBurstLimit: 50,
    },
  });
  const domain = new apigateway.DomainName("staff", {
    domainName: "appointments.clinic.example",
    regionalCertificateArn: certificateArn,
    securityPolicy: "TLS_1_2",
    endpointConfiguration: { types: "REGIONAL" },
    tags,
  });
  new apigateway.BasePathMapping("staff", {
    restApi: api.id,
    stageName: stage.stageName,
    domainName: domain.domainName,
  });

  const acl = new wafv2.WebAcl("staff", {
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    rules: ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"].map((name, priority) => ({
      name,
      priority,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
      visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: name, sampledRequestsEnabled: true },
    })),
    visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "staff", sampledRequestsEnabled: true },
    tags,
  });
  new wafv2.WebAclAssociation("staff", { resourceArn: stage.arn, webAclArn: acl.arn });
  return acl;
}

function mobileApi(
  pool: cognito.UserPool,
  client: cognito.UserPoolClient,
  reminders: lambda.Function,
  logs: cloudwatch.LogGroup,
): void {
  const api = new apigatewayv2.Api("mobile", {
    name: "appointments-mobile",
    protocolType: "HTTP",
    disableExecuteApiEndpoint: true,
    corsConfiguration: {
      allowOrigins: ["https://app.clinic.example"],
      allowMethods: ["GET"],
      allowHeaders: ["authorization"],
      maxAge: 600,
    },
    tags,
  });
  const authorizer = new apigatewayv2.Authorizer("mobile", {
    apiId: api.id,
    name: "cognito",
    authorizerType: "JWT",
    identitySources: ["$request.header.Authorization"],
    jwtConfiguration: { issuer: pulumi.interpolate`https://${pool.endpoint}`, audiences: [client.id] },
  });
  const integration = new apigatewayv2.Integration("reminders", {
    apiId: api.id,
    integrationType: "AWS_PROXY",
    integrationUri: reminders.arn,
    payloadFormatVersion: "2.0",
  });
  new apigatewayv2.Route("reminders", {
    apiId: api.id,
    routeKey: "GET /reminders",
    target: pulumi.interpolate`integrations/${integration.id}`,
    authorizationType: "JWT",
    authorizerId: authorizer.id,
    authorizationScopes: ["appointments/read"],
  });
  const stage = new apigatewayv2.Stage("mobile", {
    apiId: api.id,
    name: "$default",
    autoDeploy: true,
    accessLogSettings: {
      destinationArn: logs.arn,
      format: JSON.stringify({
        requestId: "$context.requestId",
        ip: "$context.identity.sourceIp",
        user: "$context.authorizer.claims.sub",
        route: "$context.routeKey",
        status: "$context.status",
      }),
    },
    defaultRouteSettings: { throttlingBurstLimit: 50, throttlingRateLimit: 100, detailedMetricsEnabled: true },
    tags,
  });
  new lambda.Permission("reminders-permission", {
    function: reminders.name,
    action: "lambda:InvokeFunction",
    principal: "apigateway.amazonaws.com",
    sourceArn: pulumi.interpolate`${api.executionArn}/*/*/reminders`,
  });
  const domain = new apigatewayv2.DomainName("mobile", {
    domainName: "mobile.clinic.example",
    domainNameConfiguration: { certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
    tags,
  });
  new apigatewayv2.ApiMapping("mobile", { apiId: api.id, domainName: domain.id, stage: stage.id });
}
