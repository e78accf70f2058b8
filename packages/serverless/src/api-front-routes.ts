import * as apigateway from "@pulumi/aws/apigateway";
import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import { ApiFrontAuthorization, ApiFrontMethod, type ApiFrontArgs } from "./api-front-args";
import type { ApiFrontSettings, ApiRoute } from "./api-front-settings";

/** Every method with what answers it, each behind IAM or the authorizer. The stage waits for them. */
export function createRoutes(
  name: string,
  args: ApiFrontArgs,
  settings: ApiFrontSettings,
  api: apigateway.RestApi,
  parent: pulumi.Resource,
): pulumi.Resource[] {
  const authorizer = createAuthorizer(name, args, api, parent);
  const validator = new apigateway.RequestValidator(
    `${name}-validator`,
    { restApi: api.id, validateRequestBody: true, validateRequestParameters: true },
    { parent },
  );
  const resourceIds = createPaths(name, settings, api, parent);
  return settings.routes.flatMap((route) => {
    const resourceId = resourceIds.get(route.segments.join("/")) ?? api.rootResourceId;
    const isSigned = route.authorization === ApiFrontAuthorization.Iam;
    const variables = [...route.path.matchAll(/\{(\w+)\+?\}/g)].map(([, variable = ""]) => variable);
    const method = new apigateway.Method(
      `${name}-${route.name}`,
      {
        restApi: api.id,
        resourceId,
        httpMethod: route.method,
        authorization: isSigned ? "AWS_IAM" : args.authorizer?.target === undefined ? "COGNITO_USER_POOLS" : "CUSTOM",
        authorizerId: isSigned ? undefined : authorizer?.id,
        authorizationScopes: route.scopes,
        requestValidatorId: validator.id,
        requestParameters: Object.fromEntries(variables.map((variable) => [`method.request.path.${variable}`, true])),
      },
      { parent },
    );
    if (route.target !== undefined) allowCall(`${name}-${route.name}`, route, settings, api, parent);
    const integration = createIntegration(name, route, variables, api, method, resourceId, parent);
    return [method, integration];
  });
}

function createIntegration(
  name: string,
  route: ApiRoute,
  variables: readonly string[],
  api: apigateway.RestApi,
  method: apigateway.Method,
  resourceId: pulumi.Output<string>,
  parent: pulumi.Resource,
): apigateway.Integration {
  const common = { restApi: api.id, resourceId, httpMethod: method.httpMethod };
  return new apigateway.Integration(
    `${name}-${route.name}`,
    route.target === undefined
      ? {
          ...common,
          type: "HTTP_PROXY",
          integrationHttpMethod: route.method,
          uri: route.url,
          requestParameters: Object.fromEntries(
            variables.map((variable) => [`integration.request.path.${variable}`, `method.request.path.${variable}`]),
          ),
        }
      : { ...common, type: "AWS_PROXY", integrationHttpMethod: "POST", uri: route.target.invokeArn },
    { parent },
  );
}

/** One resource for each part of each path. */
function createPaths(
  name: string,
  settings: ApiFrontSettings,
  api: apigateway.RestApi,
  parent: pulumi.Resource,
): Map<string, pulumi.Output<string>> {
  const ids = new Map<string, pulumi.Output<string>>();
  for (const { segments } of settings.routes) {
    segments.forEach((pathPart, index) => {
      const path = segments.slice(0, index + 1).join("/");
      if (ids.has(path)) return;
      const parentId = ids.get(segments.slice(0, index).join("/")) ?? api.rootResourceId;
      const resource = new apigateway.Resource(
        `${name}-${path.replaceAll("/", "-")}`,
        { restApi: api.id, parentId, pathPart },
        { parent },
      );
      ids.set(path, resource.id);
    });
  }
  return ids;
}

/** The authorizer; what it says counts for this one request, since other routes may be open to other callers. */
function createAuthorizer(
  name: string,
  { authorizer }: ApiFrontArgs,
  api: apigateway.RestApi,
  parent: pulumi.Resource,
): apigateway.Authorizer | undefined {
  if (authorizer === undefined) return undefined;
  const { target, userPoolArns } = authorizer;
  const identitySource = `method.request.header.${authorizer.header ?? "Authorization"}`;
  const created = new apigateway.Authorizer(
    `${name}-authorizer`,
    target === undefined
      ? { restApi: api.id, type: "COGNITO_USER_POOLS", identitySource, providerArns: userPoolArns }
      : {
          restApi: api.id,
          type: "REQUEST",
          identitySource,
          authorizerUri: target.invokeArn,
          authorizerResultTtlInSeconds: 0,
        },
    { parent },
  );
  if (target !== undefined) {
    new lambda.Permission(
      `${name}-authorizer`,
      {
        action: "lambda:InvokeFunction",
        function: target.functionName,
        principal: "apigateway.amazonaws.com",
        sourceArn: pulumi.interpolate`${api.executionArn}/authorizers/${created.id}`,
      },
      { parent },
    );
  }
  return created;
}

function allowCall(
  name: string,
  route: ApiRoute,
  settings: ApiFrontSettings,
  api: apigateway.RestApi,
  parent: pulumi.Resource,
): void {
  if (route.target === undefined) return;
  new lambda.Permission(
    name,
    {
      action: "lambda:InvokeFunction",
      function: route.target.functionName,
      principal: "apigateway.amazonaws.com",
      sourceArn: routeArn(api, settings, route),
    },
    { parent },
  );
}

/** ARN of the requests of one route, with any value of its variables. */
export function routeArn(
  api: apigateway.RestApi,
  { stageName }: ApiFrontSettings,
  { method, path }: ApiRoute,
): pulumi.Output<string> {
  const verb = method === ApiFrontMethod.Any ? "*" : method;
  return pulumi.interpolate`${api.executionArn}/${stageName}/${verb}${path.replace(/\{\w+\+?\}/g, "*")}`;
}
