import * as apigateway from "@pulumi/aws/apigateway";
import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, managedPolicyArn, serviceTrust } from "@hipaa-aws/foundation";
import type { ApiFrontArgs } from "./api-front-args";
import type { ApiFrontSettings } from "./api-front-settings";
import { createLogGroup } from "./log-group";

/** Who asked for what kind of thing and how it ended: no paths as they were called, no queries, headers or bodies. */
export const accessLogFormat = JSON.stringify({
  requestId: "$context.requestId",
  extendedRequestId: "$context.extendedRequestId",
  requestTime: "$context.requestTime",
  sourceIp: "$context.identity.sourceIp",
  vpcEndpoint: "$context.identity.vpceId",
  caller: "$context.identity.userArn",
  principal: "$context.authorizer.principalId",
  subject: "$context.authorizer.claims.sub",
  certificate: "$context.identity.clientCert.serialNumber",
  httpMethod: "$context.httpMethod",
  route: "$context.resourcePath",
  status: "$context.status",
  authorization: "$context.authorize.status",
  waf: "$context.waf.status",
  responseLength: "$context.responseLength",
  latency: "$context.responseLatency",
  tlsVersion: "$context.tlsVersion",
  cipherSuite: "$context.cipherSuite",
});

/** Both log groups; API Gateway would make that of executions by itself, without a key and for ever. */
export function createLogs(
  name: string,
  args: ApiFrontArgs,
  settings: ApiFrontSettings,
  api: apigateway.RestApi,
  parent: pulumi.Resource,
): { readonly access: cloudwatch.LogGroup; readonly execution: cloudwatch.LogGroup } {
  const { logsKey, tags } = args;
  const { logRetentionDays, stageName } = settings;
  return {
    access: createLogGroup(`${name}-access-log`, logsKey, logRetentionDays, tags, parent),
    execution: createLogGroup(`${name}-execution-log`, logsKey, logRetentionDays, tags, parent, {
      name: pulumi.interpolate`API-Gateway-Execution-Logs_${api.id}/${stageName}`,
    }),
  };
}

/** The role of the Region's account settings, by which API Gateway writes execution logs of all APIs. */
export function createAccountLogRole(name: string, args: ApiFrontArgs, parent: pulumi.Resource): pulumi.Resource[] {
  if (args.accountLogRole !== true) return [];
  const environment = awsEnvironment(parent);
  const role = new iam.Role(
    `${name}-logs`,
    {
      description: "Execution logs of API Gateway",
      assumeRolePolicy: serviceTrust(environment, "apigateway.amazonaws.com"),
      permissionsBoundary: args.permissionsBoundaryArn,
      tags: args.tags,
    },
    { parent },
  );
  const attached = new iam.RolePolicyAttachment(
    `${name}-logs`,
    { role: role.name, policyArn: managedPolicyArn(environment, "service-role/AmazonAPIGatewayPushToCloudWatchLogs") },
    { parent },
  );
  const account = new apigateway.Account(`${name}-logs`, { cloudwatchRoleArn: role.arn }, { parent });
  return [attached, account];
}
