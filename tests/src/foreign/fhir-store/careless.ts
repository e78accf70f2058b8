import * as apigateway from "@pulumi/aws/apigateway";
import * as cloudcontrol from "@pulumi/aws/cloudcontrol";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as cognito from "@pulumi/aws/cognito";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as lambda from "@pulumi/aws/lambda";
import * as s3 from "@pulumi/aws/s3";
import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";

const tags = { project: "fhir-poc", owner: "integrations" };

/** The FHIR store as a proof of concept that went live. */
export function careless(): void {
  const key = new kms.Key("exports-key", {
    description: "bulk exports",
    // Mistake: the key is never rotated.
    enableKeyRotation: false,
    policy: JSON.stringify({
      Version: "2012-10-17",
      // Mistake: everyone may use the key.
      Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }],
    }),
    tags,
  });

  const exports = new s3.Bucket("exports", {
    // Mistake: deleting the stack deletes the exports. Mistake: no versions, so a wrong job overwrites them.
    // Mistake: nobody can tell who read them.
    forceDestroy: true,
    tags,
  });
  new s3.BucketServerSideEncryptionConfiguration("exports", {
    bucket: exports.id,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
  });
  new s3.BucketPublicAccessBlock("exports", {
    bucket: exports.id,
    blockPublicAcls: true,
    // Mistake: a bucket policy may make the exports public.
    blockPublicPolicy: false,
    ignorePublicAcls: true,
    restrictPublicBuckets: false,
  });
  new s3.BucketPolicy("exports", {
    bucket: exports.id,
    policy: exports.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        // Mistake: partners download without signing in. Mistake: plain HTTP is not refused.
        Statement: [{ Sid: "partners", Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `${arn}/*` }],
      }),
    ),
  });

  const store = new cloudcontrol.Resource("fhir", {
    typeName: "AWS::HealthLake::FHIRDatastore",
    // Mistake: the store is encrypted under a key that AWS owns.
    desiredState: JSON.stringify({
      DatastoreName: "fhir-poc",
      DatastoreTypeVersion: "R4",
      SseConfiguration: { KmsEncryptionConfig: { CmkType: "AWS_OWNED_KMS_KEY" } },
    }),
  });
  const exporter = new iam.Role("exporter", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "healthlake.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
        },
      ],
    }),
    tags,
  });
  new iam.RolePolicy("exporter", {
    role: exporter.name,
    policy: JSON.stringify({
      Version: "2012-10-17",
      // Mistake: everything in S3 and KMS for a job that writes to one bucket.
      Statement: [{ Effect: "Allow", Action: ["s3:*", "kms:*"], Resource: "*" }],
    }),
  });

  const pool = new cognito.UserPool("users", {
    // Mistake: a password is enough.
    mfaConfiguration: "OFF",
    // Mistake: and a short one.
    passwordPolicy: {
      minimumLength: 8,
      requireLowercase: true,
      requireNumbers: false,
      requireSymbols: false,
      requireUppercase: false,
    },
    autoVerifiedAttributes: ["email"],
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
    deletionProtection: "ACTIVE",
    tags,
  });
  new cognito.UserPoolClient("spa", {
    userPoolId: pool.id,
    allowedOauthFlowsUserPoolClient: true,
    // Mistake: tokens in the address bar, and passwords sent as they are.
    allowedOauthFlows: ["implicit"],
    explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    allowedOauthScopes: ["openid", "email"],
    supportedIdentityProviders: ["COGNITO"],
    preventUserExistenceErrors: "ENABLED",
    // Mistake: the tester's callback is plain HTTP.
    callbackUrls: ["https://poc.example.org/cb", "http://staging.example.org/cb"],
    // Mistake: tokens live for a day.
    accessTokenValidity: 24,
    idTokenValidity: 24,
    refreshTokenValidity: 30,
  });

  const role = new iam.Role("proxy", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
    // Mistake: an AWS-managed policy that allows everything in HealthLake, on every store.
    managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonHealthLakeFullAccess"],
    tags,
  });
  const proxy = new lambda.Function("proxy", {
    role: role.arn,
    // Mistake: a runtime that gets no more fixes.
    runtime: "nodejs16.x",
    handler: "index.handler",
    timeout: 30,
    code: new pulumi.asset.AssetArchive({
      "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});"),
    }),
    environment: {
      variables: {
        DATASTORE_ID: store.id,
        // Mistake: the password of the upstream record system stands in the program.
        UPSTREAM_PASSWORD: "Summer-2023-Ep1c!",
      },
    },
    tags,
  });
  // Mistake: what the function prints stands in its log under AWS's own key.
  new cloudwatch.LogGroup("proxy", { name: pulumi.interpolate`/aws/lambda/${proxy.name}`, tags });
  // Mistake: a way around the API that asks for nothing.
  new lambda.FunctionUrl("proxy", { functionName: proxy.name, authorizationType: "NONE" });
  new lambda.Permission("proxy-url", {
    function: proxy.name,
    action: "lambda:InvokeFunctionUrl",
    principal: "*",
    functionUrlAuthType: "NONE",
  });

  const api = new apigateway.RestApi("fhir", { endpointConfiguration: { types: "REGIONAL" }, tags });
  const resource = new apigateway.Resource("proxy", {
    restApi: api.id,
    parentId: api.rootResourceId,
    pathPart: "{proxy+}",
  });
  const method = new apigateway.Method("any", {
    restApi: api.id,
    resourceId: resource.id,
    httpMethod: "ANY",
    // Mistake: the function is expected to check tokens, and does not.
    authorization: "NONE",
  });
  const integration = new apigateway.Integration("any", {
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
    // Mistake: any API of any account may call the function.
  });
  const deployment = new apigateway.Deployment("fhir", { restApi: api.id }, { dependsOn: [integration] });
  // Mistake: no access logs. Mistake: no web ACL in front.
  const stage = new apigateway.Stage("v1", {
    restApi: api.id,
    deployment: deployment.id,
    stageName: "v1",
    tags,
  });
  new apigateway.MethodSettings("v1", {
    restApi: api.id,
    stageName: stage.stageName,
    methodPath: "*/*",
    // Mistake: requests and answers in full, patients' records among them, in the execution logs.
    settings: { loggingLevel: "INFO", dataTraceEnabled: true, metricsEnabled: true },
  });
  new apigateway.DomainName("fhir", {
    domainName: "fhir-poc.example.org",
    regionalCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/9b5a2f60-6a0e-4f43-8d2b-0f6f6a3f2f10",
    endpointConfiguration: { types: "REGIONAL" },
    // Mistake: clients may come with TLS 1.0.
    securityPolicy: "TLS_1_0",
    tags,
  });

  // Mistake: notices of failed imports, with the names of records, in an unencrypted topic.
  const failures = new sns.Topic("import-failures", { tags });
  new sns.TopicSubscription("on-call", { topic: failures.arn, protocol: "email", endpoint: "fhir-oncall@example.org" });
}
