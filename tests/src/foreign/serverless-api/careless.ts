import * as pulumi from "@pulumi/pulumi";
import * as apigateway from "@pulumi/aws/apigateway";
import * as apigatewayv2 from "@pulumi/aws/apigatewayv2";
import * as cognito from "@pulumi/aws/cognito";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as dynamodb from "@pulumi/aws/dynamodb";
import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as sqs from "@pulumi/aws/sqs";

const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/6a1d3b90-52c2-4a57-8a5e-6f1f0a7d4c11";

/** The same API without anybody to look after it. Comments say where it went wrong. */
export function carelessServerlessApi(): void {
  const pool = new cognito.UserPool("users", {
    name: "users",
    // MISTAKE no second factor.
    mfaConfiguration: "OFF",
    // MISTAKE short passwords.
    passwordPolicy: { minimumLength: 6, requireLowercase: true },
    // MISTAKE the pool can be deleted. MISTAKE an address counts before it is verified.
    autoVerifiedAttributes: ["email"],
  });
  new cognito.UserPoolClient("web", {
    userPoolId: pool.id,
    // MISTAKE passwords travel to the server; MISTAKE tokens of the implicit flow in URLs.
    explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["implicit"],
    allowedOauthScopes: ["openid"],
    supportedIdentityProviders: ["COGNITO"],
    // MISTAKE a callback without TLS.
    callbackUrls: ["http://staff.clinic.example/callback"],
    // MISTAKE sessions of ten years.
    refreshTokenValidity: 3650,
  });

  // MISTAKE no point-in-time recovery, no key of one's own, no protection from deletion.
  const table = new dynamodb.Table("visits", {
    billingMode: "PAY_PER_REQUEST",
    hashKey: "id",
    attributes: [{ name: "id", type: "S" }],
  });

  // MISTAKE a queue that is not encrypted, and MISTAKE that everyone may read.
  const queue = new sqs.Queue("events", { sqsManagedSseEnabled: false });
  new sqs.QueuePolicy("events", {
    queueUrl: queue.url,
    policy: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "sqs:*", Resource: queue.arn }],
    },
  });

  const role = new iam.Role("api", {
    assumeRolePolicy: iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
    // MISTAKE administrators' rights for the functions.
    managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
  });
  const handler = new lambda.Function("api", {
    // MISTAKE a runtime without support.
    runtime: "nodejs14.x",
    handler: "index.handler",
    role: role.arn,
    code: new pulumi.asset.AssetArchive({
      "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
    }),
    environment: {
      variables: {
        TABLE: table.name,
        // MISTAKE a credential in the environment.
        STRIPE_API_KEY: ["sk", "live", "51H8xk2eZvKYlo2Cabcdef"].join("_"),
      },
    },
  });
  // MISTAKE a function URL for everyone, with CORS for everyone.
  new lambda.FunctionUrl("api", {
    functionName: handler.name,
    authorizationType: "NONE",
    cors: { allowOrigins: ["*"], allowMethods: ["*"], allowCredentials: false },
  });
  // MISTAKE everyone may call the function.
  new lambda.Permission("anyone", { function: handler.name, action: "lambda:InvokeFunction", principal: "*" });

  // MISTAKE nothing asks who calls; no access logs; request bodies in the execution log; no web ACL.
  const api = new apigateway.RestApi("visits", { name: "visits" });
  const resource = new apigateway.Resource("visits", {
    restApi: api.id,
    parentId: api.rootResourceId,
    pathPart: "visits",
  });
  const method = new apigateway.Method("visits-post", {
    restApi: api.id,
    resourceId: resource.id,
    httpMethod: "POST",
    authorization: "NONE",
  });
  const integration = new apigateway.Integration("visits-post", {
    restApi: api.id,
    resourceId: resource.id,
    httpMethod: method.httpMethod,
    type: "AWS_PROXY",
    integrationHttpMethod: "POST",
    uri: handler.invokeArn,
  });
  // MISTAKE a permission for API Gateway of every account.
  new lambda.Permission("apigw", {
    function: handler.name,
    action: "lambda:InvokeFunction",
    principal: "apigateway.amazonaws.com",
  });
  const deployment = new apigateway.Deployment("visits", { restApi: api.id }, { dependsOn: [integration] });
  const stage = new apigateway.Stage("visits", { restApi: api.id, deployment: deployment.id, stageName: "prod" });
  new apigateway.MethodSettings("visits", {
    restApi: api.id,
    stageName: stage.stageName,
    methodPath: "*/*",
    // MISTAKE the answers are cached in clear.
    settings: { dataTraceEnabled: true, loggingLevel: "INFO", cachingEnabled: true, cacheDataEncrypted: false },
  });
  new apigateway.DomainName("visits", {
    domainName: "visits.clinic.example",
    regionalCertificateArn: certificateArn,
    // MISTAKE TLS 1.0.
    securityPolicy: "TLS_1_0",
    endpointConfiguration: { types: "REGIONAL" },
  });

  const http = new apigatewayv2.Api("hooks", {
    name: "hooks",
    protocolType: "HTTP",
    // MISTAKE scripts of any web page may call it.
    corsConfiguration: { allowOrigins: ["*"], allowMethods: ["*"], allowHeaders: ["*"] },
  });
  const hook = new apigatewayv2.Integration("hooks", {
    apiId: http.id,
    // MISTAKE PHI goes to a vendor without TLS.
    integrationType: "HTTP_PROXY",
    integrationMethod: "POST",
    integrationUri: "http://ehr-vendor.example/hooks",
  });
  // MISTAKE a route without authorization.
  new apigatewayv2.Route("hooks", {
    apiId: http.id,
    routeKey: "POST /hooks",
    target: pulumi.interpolate`integrations/${hook.id}`,
  });
  // MISTAKE no access logs.
  new apigatewayv2.Stage("hooks", { apiId: http.id, name: "$default", autoDeploy: true });

  // MISTAKE logs without a key of one's own.
  new cloudwatch.LogGroup("api", { name: pulumi.interpolate`/aws/lambda/${handler.name}` });
}
