import { createHash } from "node:crypto";
import * as apigateway from "@pulumi/aws/apigateway";
import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";
import { createZeroAlarms } from "./alarms";
import type { ApiFrontArgs } from "./api-front-args";
import { accessLogFormat, createAccountLogRole, createLogs } from "./api-front-logs";
import { createPolicy } from "./api-front-policy";
import { createRoutes } from "./api-front-routes";
import { readApiFrontSettings, type ApiFrontSettings } from "./api-front-settings";

/**
 * A REST API of Amazon API Gateway in front of functions and HTTPS back ends: behind AWS WAF or private, each route
 * behind IAM or an authorizer, TLS 1.2 and 1.3 with post-quantum key exchange, throttled, with an access log that says
 * who asked for what, and never what was in it.
 *
 * Cost, list prices of us-east-1 in November 2026: 3.50 USD for a million requests; AWS WAF 0.60 USD for a million.
 *
 * @throws ArgumentError for routes without authorization, identifiers in paths, plain HTTP, a public API without a web
 * ACL, and what API Gateway does not take.
 * Source: 45 CFR 164.312(a)(1), 164.312(b), 164.312(d), 164.312(e)(1); Architecting for HIPAA Security and Compliance on
 * AWS, "Amazon API Gateway".
 */
export class ApiFront extends pulumi.ComponentResource {
  /** Id of the API. */
  public readonly apiId!: pulumi.Output<string>;
  /** ARN of its requests, for policies of callers: `<executionArn>/<stage>/<METHOD>/<path>`. */
  public readonly executionArn!: pulumi.Output<string>;
  /** ARN of the stage. */
  public readonly stageArn!: pulumi.Output<string>;
  /** Address without a slash at its end: the domain's where there is one. */
  public readonly url!: pulumi.Output<string>;
  /** Name for the alias record of the domain; empty without one. */
  public readonly domainTarget!: pulumi.Output<string>;
  /** Hosted zone for the alias record of the domain; empty without one. */
  public readonly domainZoneId!: pulumi.Output<string>;
  /** Log group of the access log. */
  public readonly accessLogGroupName!: pulumi.Output<string>;
  /** Certificate, PEM, by which back ends know this API; empty without one. */
  public readonly clientCertificatePem!: pulumi.Output<string>;

  constructor(name: string, args: ApiFrontArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = readApiFrontSettings(name, args);
    super("serverless:index:ApiFront", name, args, opts);

    const api = createApi(name, args, settings, this);
    const policy = createPolicy(name, args, settings, api, this);
    const routes = createRoutes(name, args, settings, api, this);
    const answers = createAnswers(name, api, this);
    const logs = createLogs(name, args, settings, api, this);
    const deployment = new apigateway.Deployment(
      `${name}-deployment`,
      { restApi: api.id, triggers: { definition: fingerprint(args, settings, policy.document) } },
      { parent: this, dependsOn: [policy.resource, ...routes, ...answers] },
    );
    const certificate =
      args.clientCertificate === true
        ? new apigateway.ClientCertificate(
            `${name}-certificate`,
            { description: `${name} towards its back ends`, tags: args.tags },
            { parent: this },
          )
        : undefined;
    const stage = new apigateway.Stage(
      `${name}-stage`,
      {
        restApi: api.id,
        deployment: deployment.id,
        stageName: settings.stageName,
        accessLogSettings: { destinationArn: logs.access.arn, format: accessLogFormat },
        clientCertificateId: certificate?.id,
        xrayTracingEnabled: args.tracing ?? false,
        tags: args.tags,
      },
      { parent: this, dependsOn: [logs.execution, ...createAccountLogRole(name, args, this)] },
    );
    createStageSettings(name, args, settings, api, stage, this);
    const domain = createDomain(name, args, settings, api, stage, this);
    createAlarm(name, args, api, stage, this);

    this.apiId = api.id;
    this.executionArn = api.executionArn;
    this.stageArn = stage.arn;
    this.url = domain === undefined ? stage.invokeUrl : pulumi.interpolate`https://${domain.domainName}`;
    this.domainTarget = domain?.regionalDomainName ?? pulumi.output("");
    this.domainZoneId = domain?.regionalZoneId ?? pulumi.output("");
    this.accessLogGroupName = logs.access.name;
    this.clientCertificatePem = certificate?.pemEncodedCertificate ?? pulumi.output("");
    this.registerOutputs({
      apiId: this.apiId,
      executionArn: this.executionArn,
      stageArn: this.stageArn,
      url: this.url,
      domainTarget: this.domainTarget,
      domainZoneId: this.domainZoneId,
      accessLogGroupName: this.accessLogGroupName,
      clientCertificatePem: this.clientCertificatePem,
    });
  }
}

function createApi(
  name: string,
  args: ApiFrontArgs,
  { isPrivate, securityPolicy }: ApiFrontSettings,
  parent: pulumi.Resource,
): apigateway.RestApi {
  return new apigateway.RestApi(
    name,
    {
      description: `Front of ${name}`,
      endpointConfiguration: isPrivate
        ? { types: "PRIVATE", vpcEndpointIds: args.vpcEndpointIds }
        : { types: "REGIONAL" },
      disableExecuteApiEndpoint: args.domain !== undefined,
      ...tlsOf(securityPolicy),
      tags: args.tags,
    },
    { parent },
  );
}

// Strict: the name of the TLS handshake is that of the request, and both are those of this kind of endpoint.
function tlsOf(securityPolicy: string): { securityPolicy: string; endpointAccessMode?: string } {
  return securityPolicy.startsWith("SecurityPolicy_")
    ? { securityPolicy, endpointAccessMode: "STRICT" }
    : { securityPolicy };
}

/** What callers get that reach no route: nothing to keep, and never again without TLS. */
function createAnswers(name: string, api: apigateway.RestApi, parent: pulumi.Resource): pulumi.Resource[] {
  return (["4XX", "5XX"] as const).map(
    (kind) =>
      new apigateway.Response(
        `${name}-${kind.toLowerCase()}`,
        {
          restApiId: api.id,
          responseType: `DEFAULT_${kind}`,
          responseParameters: {
            "gatewayresponse.header.Strict-Transport-Security": "'max-age=63072000; includeSubDomains'",
            "gatewayresponse.header.Cache-Control": "'no-store'",
          },
        },
        { parent },
      ),
  );
}

/** What makes a new deployment necessary: API Gateway serves a copy until there is one. */
function fingerprint(
  args: ApiFrontArgs,
  { routes, securityPolicy }: ApiFrontSettings,
  policy: pulumi.Output<string>,
): pulumi.Output<string> {
  const shapes = routes.map(({ name, authorization, scopes, target, url }) => ({
    name,
    authorization,
    scopes,
    answers: target?.invokeArn ?? url,
  }));
  const { authorizer } = args;
  const callers = { header: authorizer?.header, pools: authorizer?.userPoolArns, by: authorizer?.target?.invokeArn };
  return pulumi
    .output({ policy, shapes, callers, securityPolicy, accessLogFormat })
    .apply((definition) => createHash("sha256").update(JSON.stringify(definition)).digest("hex"));
}

function createStageSettings(
  name: string,
  args: ApiFrontArgs,
  { rateLimit, burstLimit }: ApiFrontSettings,
  api: apigateway.RestApi,
  stage: apigateway.Stage,
  parent: pulumi.Resource,
): void {
  new apigateway.MethodSettings(
    `${name}-settings`,
    {
      restApi: api.id,
      stageName: stage.stageName,
      methodPath: "*/*",
      settings: {
        loggingLevel: "ERROR",
        // Would write bodies to the log.
        dataTraceEnabled: false,
        metricsEnabled: true,
        throttlingRateLimit: rateLimit,
        throttlingBurstLimit: burstLimit,
        cachingEnabled: false,
      },
    },
    { parent },
  );
  if (args.webAclArn === undefined) return;
  new wafv2.WebAclAssociation(`${name}-waf`, { resourceArn: stage.arn, webAclArn: args.webAclArn }, { parent });
}

function createDomain(
  name: string,
  { domain, tags }: ApiFrontArgs,
  { securityPolicy }: ApiFrontSettings,
  api: apigateway.RestApi,
  stage: apigateway.Stage,
  parent: pulumi.Resource,
): apigateway.DomainName | undefined {
  if (domain === undefined) return undefined;
  const { domainName, certificateArn, trustStoreUri, trustStoreVersion } = domain;
  const created = new apigateway.DomainName(
    `${name}-domain`,
    {
      domainName,
      regionalCertificateArn: certificateArn,
      endpointConfiguration: { types: "REGIONAL" },
      ...tlsOf(securityPolicy),
      ...(trustStoreUri === undefined
        ? {}
        : { mutualTlsAuthentication: { truststoreUri: trustStoreUri, truststoreVersion: trustStoreVersion } }),
      tags,
    },
    { parent },
  );
  new apigateway.BasePathMapping(
    `${name}-domain`,
    { restApi: api.id, stageName: stage.stageName, domainName: created.domainName },
    { parent },
  );
  return created;
}

function createAlarm(
  name: string,
  args: ApiFrontArgs,
  api: apigateway.RestApi,
  stage: apigateway.Stage,
  parent: pulumi.Resource,
): void {
  const alarm = {
    suffix: "errors",
    namespace: "AWS/ApiGateway",
    metricName: "5XXError",
    dimensions: { ApiName: api.name, Stage: stage.stageName },
    description: "Requests fail in the API or behind it",
  };
  createZeroAlarms(name, args, [alarm], parent);
}
