import * as apigateway from "@pulumi/aws/apigateway";
import type * as pulumi from "@pulumi/pulumi";
import {
  accountRootArn,
  awsEnvironment,
  policyDocument,
  type PolicyConditions,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import { ApiFrontAuthorization, type ApiFrontArgs } from "./api-front-args";
import { routeArn } from "./api-front-routes";
import type { ApiFrontSettings } from "./api-front-settings";

/**
 * The resource policy: signed requests come from this account alone and still need IAM's leave, other requests are
 * those that the authorizer judges, and both come through the endpoints or from the blocks that were named.
 */
export function createPolicy(
  name: string,
  args: ApiFrontArgs,
  settings: ApiFrontSettings,
  api: apigateway.RestApi,
  parent: pulumi.Resource,
): { readonly resource: apigateway.RestApiPolicy; readonly document: pulumi.Output<string> } {
  const arnsOf = (kind: ApiFrontAuthorization) =>
    settings.routes
      .filter(({ authorization }) => authorization === kind)
      .map((route) => routeArn(api, settings, route));
  const signed = arnsOf(ApiFrontAuthorization.Iam);
  const authorized = arnsOf(ApiFrontAuthorization.Authorizer);
  const from = origin(args);
  const actions = ["execute-api:Invoke"];
  const statements: PolicyStatement[] = [];
  if (signed.length > 0) {
    const principals = { aws: [accountRootArn(awsEnvironment(parent))] };
    statements.push({ sid: "AllowSignedRequests", principals, actions, resources: signed, ...from });
  }
  if (authorized.length > 0) {
    statements.push({ sid: "AllowAuthorizedRequests", principals: "*", actions, resources: authorized, ...from });
  }
  const document = policyDocument(statements);
  const resource = new apigateway.RestApiPolicy(`${name}-policy`, { restApiId: api.id, policy: document }, { parent });
  return { resource, document };
}

function origin({ vpcEndpointIds, allowedCidrs }: ApiFrontArgs): { conditions?: PolicyConditions } {
  if (vpcEndpointIds !== undefined) return { conditions: { StringEquals: { "aws:SourceVpce": vpcEndpointIds } } };
  return allowedCidrs === undefined ? {} : { conditions: { IpAddress: { "aws:SourceIp": allowedCidrs } } };
}
