import assert from "node:assert/strict";
import { HipaaWebApplicationApiMethod, type HipaaWebApplicationApiArgs } from "./api-args";
import type { HipaaWebApplicationArgs } from "./args";
import { functionImage, record } from "./testing/example";
import { inputsOf, named } from "./testing/find";

const functions = ["visits", "authorize"].map((name) => ({ name, imageUri: functionImage(name) }));
const domainName = "api.clinic.example.com";
const routes = [{ path: "/visits/{visitId}", method: HipaaWebApplicationApiMethod.Get, target: "visits" }];
const recorded = (api: Partial<HipaaWebApplicationApiArgs> = {}, args: Partial<HipaaWebApplicationArgs> = {}) =>
  record({ functions, api: { domainName, routes, ...api }, ...args });

describe("HipaaWebApplication with an API", () => {
  it("answers on its own name alone, with its own certificate, behind the application's web ACL", async () => {
    const resources = await recorded();
    const api = named(resources, "aws:apigateway/restApi:RestApi", "clinic-api").inputs;
    assert.equal(api["disableExecuteApiEndpoint"], true);
    const certificate = named(resources, "aws:acm/certificate:Certificate", "clinic-api-certificate");
    assert.equal(certificate.inputs["domainName"], domainName);
    const domain = named(resources, "aws:apigateway/domainName:DomainName", "clinic-api-domain");
    assert.equal(domain.inputs["regionalCertificateArn"], certificate.outputs["arn"]);
    const alias = named(resources, "aws:route53/record:Record", "clinic-api").inputs;
    assert.deepEqual([alias["name"], alias["type"]], [domainName, "A"]);
    assert.deepEqual(alias["aliases"], [
      {
        name: domain.outputs["regionalDomainName"],
        zoneId: domain.outputs["regionalZoneId"],
        evaluateTargetHealth: false,
      },
    ]);
    const webAcls = resources.filter(({ type }) => type === "aws:wafv2/webAcl:WebAcl");
    assert.equal(webAcls.length, 1);
    const association = named(resources, "aws:wafv2/webAclAssociation:WebAclAssociation", "clinic-api-waf").inputs;
    assert.equal(association["webAclArn"], webAcls[0]?.outputs["arn"]);
  });

  it("has its logs under the key of logs, and tells of errors", async () => {
    const resources = await recorded();
    const key = named(resources, "aws:kms/key:Key", "clinic-keys-logs").outputs["arn"];
    for (const log of ["clinic-api-access-log", "clinic-api-execution-log"]) {
      assert.equal(named(resources, "aws:cloudwatch/logGroup:LogGroup", log).inputs["kmsKeyId"], key, log);
    }
    const [topic] = resources.filter(({ type }) => type === "aws:sns/topic:Topic");
    const alarm = named(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", "clinic-api-errors").inputs;
    assert.deepEqual(alarm["alarmActions"], [topic?.outputs["arn"]]);
  });

  it("takes signed requests where nobody decides, and asks who does otherwise", async () => {
    const authorizations = async (api: Partial<HipaaWebApplicationApiArgs>) =>
      inputsOf(await recorded(api), "aws:apigateway/method:Method").map(({ authorization }) => authorization);
    assert.deepEqual(await authorizations({}), ["AWS_IAM"]);
    const signed = { path: "/export", method: HipaaWebApplicationApiMethod.Post, target: "visits", signed: true };
    const authorizer = { target: "authorize", header: "X-Partner" };
    assert.deepEqual((await authorizations({ authorizer, routes: [...routes, signed] })).sort(), ["AWS_IAM", "CUSTOM"]);
    const userPoolArns = ["arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_AbCdEfGhI"];
    const scoped = routes.map((route) => ({ ...route, scopes: ["visits/read"] }));
    assert.deepEqual(await authorizations({ authorizer: { userPoolArns }, routes: scoped }), ["COGNITO_USER_POOLS"]);
  });

  it("lets API Gateway call the function of a route by that route alone", async () => {
    const resources = await recorded();
    const [permission, ...others] = inputsOf(resources, "aws:lambda/permission:Permission");
    assert.equal(others.length, 0);
    const { executionArn } = named(resources, "aws:apigateway/restApi:RestApi", "clinic-api").outputs;
    assert.equal(permission?.["sourceArn"], `${executionArn as string}/v1/GET/visits/*`);
    const fn = named(resources, "aws:lambda/function:Function", "clinic-visits").outputs;
    assert.equal(permission["function"], fn["name"]);
  });

  it("passes limits and blocks on, and makes the role for logs on request alone", async () => {
    const account = "aws:apigateway/account:Account";
    assert.equal(inputsOf(await recorded(), account).length, 0);
    const limits = { rateLimit: 20, burstLimit: 40, allowedCidrs: ["192.0.2.0/24"], accountLogRole: true };
    const resources = await recorded(limits);
    assert.equal(inputsOf(resources, account).length, 1);
    const [settings] = inputsOf(resources, "aws:apigateway/methodSettings:MethodSettings");
    const { throttlingRateLimit, throttlingBurstLimit } = settings?.["settings"] as Record<string, unknown>;
    assert.deepEqual([throttlingRateLimit, throttlingBurstLimit], [20, 40]);
    const [policy] = inputsOf(resources, "aws:apigateway/restApiPolicy:RestApiPolicy");
    assert.match(policy?.["policy"] as string, /"aws:SourceIp":"192\.0\.2\.0\/24"/);
  });

  const refused: readonly (readonly [string, Partial<HipaaWebApplicationApiArgs>, RegExp])[] = [
    ["a name that is taken", { domainName: "clinic.example.com" }, /api\.domainName is a name that the application/],
    ["no route", { routes: [] }, /routes has 0 element/],
    [
      "a route to a function that is none",
      { routes: routes.map((route) => ({ ...route, target: "other" })) },
      /api\.routes\[\]\.target is "other"/,
    ],
    ["an authorizer that is no function", { authorizer: { target: "other" } }, /api\.authorizer\.target is "other"/],
    ["an authorizer that asks nobody", { authorizer: {} }, /authorizer\.target are both missing/],
    [
      "an identifier in a path",
      { routes: routes.map((route) => ({ ...route, path: "/patients/{ssn}" })) },
      /holds \{ssn\}/,
    ],
  ];
  for (const [title, api, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(recorded(api), message);
    });
  }
});
