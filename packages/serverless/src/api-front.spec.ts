import assert from "node:assert/strict";
import { record, text, type Graph } from "@hipaa-aws/component-testing";
import { ApiFront } from "./api-front";
import { ApiFrontAuthorization, ApiFrontMethod, type ApiFrontArgs } from "./api-front-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const webAclArn = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/clinic/1";
const pool = "arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_AbCdEfGhI";
const fn = (name: string) => ({ functionName: name, invokeArn: `arn:aws:apigateway:us-east-1:lambda:path/${name}` });
const visit = { path: "/visits/{visitId}", method: ApiFrontMethod.Get, target: fn("visits") };
const address = { path: "/slots", method: ApiFrontMethod.Get, url: "https://scheduling.example.com/slots" };
const domain = { domainName: "api.example.com", certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1" };
const closed = { webAclArn: undefined, vpcEndpointIds: ["vpce-1"] };

const type = (name: string) => `aws:apigateway/${name}:${(name[0] ?? "").toUpperCase()}${name.slice(1)}`;
const [apiType, stageType, methodType] = [type("restApi"), type("stage"), type("method")];
const front = (args: Partial<ApiFrontArgs> = {}) =>
  new ApiFront("api", { routes: [visit], webAclArn, logsKey: { arn }, ...args });
const recorded = (args: Partial<ApiFrontArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void front(args), mode);

interface Statement {
  Sid: string;
  Principal: unknown;
  Resource: string | string[];
  Condition?: unknown;
}
const policyOf = (graph: Graph): Statement[] =>
  (JSON.parse(text(graph.one(type("restApiPolicy")).inputs["policy"])) as { Statement: Statement[] }).Statement;

describe("ApiFront", () => {
  it("serverless-api-component: regional, behind AWS WAF, with TLS 1.2 and 1.3 and post-quantum key exchange", async () => {
    const graph = await recorded();
    const { inputs } = graph.one(apiType);
    assert.deepEqual(
      [inputs["endpointConfiguration"], inputs["securityPolicy"], inputs["endpointAccessMode"]],
      [{ types: "REGIONAL" }, "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09", "STRICT"],
    );
    const waf = graph.one("aws:wafv2/webAclAssociation:WebAclAssociation").inputs;
    assert.deepEqual([waf["webAclArn"], waf["resourceArn"]], [webAclArn, graph.one(stageType).outputs["arn"]]);
  });

  it("takes requests signed with IAM alone, from this account alone, where there is no authorizer", async () => {
    const graph = await recorded();
    assert.equal(graph.one(methodType).inputs["authorization"], "AWS_IAM");
    const [signed, ...others] = policyOf(graph);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [signed?.Sid, signed?.Principal],
      ["AllowSignedRequests", { AWS: "arn:aws:iam::111122223333:root" }],
    );
    assert.match(text(signed?.Resource), /^arn:aws:execute-api:us-east-1:111122223333:\w+\/v1\/GET\/visits\/\*$/);
  });

  it("serverless-api-component: asks a user pool, and IAM where a route says so", async () => {
    const graph = await recorded({
      authorizer: { userPoolArns: [pool] },
      routes: [
        { ...visit, scopes: ["visits/read"] },
        { ...visit, method: ApiFrontMethod.Put, authorization: ApiFrontAuthorization.Iam },
      ],
    });
    const authorizer = graph.one(type("authorizer"));
    assert.deepEqual(
      [authorizer.inputs["type"], authorizer.inputs["providerArns"], authorizer.inputs["identitySource"]],
      ["COGNITO_USER_POOLS", [pool], "method.request.header.Authorization"],
    );
    const { inputs } = graph.one(methodType, "api-visits-{visitId}-GET");
    assert.deepEqual(
      [inputs["authorization"], inputs["authorizerId"], inputs["authorizationScopes"]],
      ["COGNITO_USER_POOLS", authorizer.id, ["visits/read"]],
    );
    assert.equal(graph.one(methodType, "api-visits-{visitId}-PUT").inputs["authorization"], "AWS_IAM");
    assert.deepEqual(
      policyOf(graph).map(({ Sid, Principal }) => [Sid, Principal]),
      [
        ["AllowSignedRequests", { AWS: "arn:aws:iam::111122223333:root" }],
        ["AllowAuthorizedRequests", "*"],
      ],
    );
  });

  it("asks a function for every request, and lets API Gateway call it for this authorizer alone", async () => {
    const graph = await recorded({ authorizer: { target: fn("authorize"), header: "X-Partner" } });
    const authorizer = graph.one(type("authorizer"));
    assert.deepEqual(
      [
        authorizer.inputs["type"],
        authorizer.inputs["authorizerResultTtlInSeconds"],
        authorizer.inputs["identitySource"],
      ],
      ["REQUEST", 0, "method.request.header.X-Partner"],
    );
    assert.equal(graph.one(methodType).inputs["authorization"], "CUSTOM");
    const permission = graph.one("aws:lambda/permission:Permission", "api-authorizer").inputs;
    assert.match(text(permission["sourceArn"]), new RegExp(`/authorizers/${authorizer.id}$`));
  });

  it("is private where VPC endpoints are named, and then knows no other way in", async () => {
    const graph = await recorded({ ...closed, authorizer: { userPoolArns: [pool] } });
    assert.deepEqual(graph.one(apiType).inputs["endpointConfiguration"], {
      types: "PRIVATE",
      vpcEndpointIds: ["vpce-1"],
    });
    assert.equal(graph.all("aws:wafv2/webAclAssociation:WebAclAssociation").length, 0);
    for (const { Condition } of policyOf(graph)) {
      assert.deepEqual(Condition, { StringEquals: { "aws:SourceVpce": "vpce-1" } });
    }
  });

  it("takes requests from the named blocks", async () => {
    const [statement] = policyOf(await recorded({ allowedCidrs: ["192.0.2.0/24", "2001:db8::/32"] }));
    assert.deepEqual(statement?.Condition, { IpAddress: { "aws:SourceIp": ["192.0.2.0/24", "2001:db8::/32"] } });
  });

  it("logs who asked for what, and no paths as called, queries, headers or bodies, under the key", async () => {
    const graph = await recorded();
    const settings = graph.one(stageType).inputs["accessLogSettings"] as { destinationArn: string; format: string };
    const log = graph.one("aws:cloudwatch/logGroup:LogGroup", "api-access-log");
    assert.equal(settings.destinationArn, log.outputs["arn"]);
    assert.deepEqual([log.inputs["kmsKeyId"], log.inputs["retentionInDays"]], [arn, 2192]);
    assert.doesNotMatch(settings.format, /\$input|querystring|\$context\.path\b|header|email|body/i);
    assert.match(settings.format, /"\$context\.identity\.sourceIp".*"\$context\.resourcePath"/);
    const execution = graph.one("aws:cloudwatch/logGroup:LogGroup", "api-execution-log");
    assert.equal(execution.inputs["name"], `API-Gateway-Execution-Logs_${graph.one(apiType).id}/v1`);
    assert.equal(execution.inputs["kmsKeyId"], arn);
    assert.ok(graph.one(stageType).dependencies.includes(execution.urn));
  });

  it("throttles, logs errors without bodies, and caches nothing", async () => {
    assert.deepEqual((await recorded()).one(type("methodSettings")).inputs["settings"], {
      loggingLevel: "ERROR",
      dataTraceEnabled: false,
      metricsEnabled: true,
      throttlingRateLimit: 100,
      throttlingBurstLimit: 200,
      cachingEnabled: false,
    });
  });

  it("validates requests, and lets API Gateway call the function for this route alone", async () => {
    const graph = await recorded();
    const { inputs } = graph.one(methodType);
    assert.equal(inputs["requestValidatorId"], graph.one(type("requestValidator")).id);
    assert.deepEqual(inputs["requestParameters"], { "method.request.path.visitId": true });
    const permission = graph.one("aws:lambda/permission:Permission").inputs;
    assert.deepEqual([permission["function"], permission["principal"]], ["visits", "apigateway.amazonaws.com"]);
    assert.match(text(permission["sourceArn"]), /:\w+\/v1\/GET\/visits\/\*$/);
    const integration = graph.one(type("integration")).inputs;
    assert.deepEqual([integration["type"], integration["uri"]], ["AWS_PROXY", visit.target.invokeArn]);
  });

  it("makes each part of a path once", async () => {
    const routes = [
      visit,
      { ...visit, path: "/visits" },
      { ...visit, path: "/" },
      { ...visit, path: "/files/{proxy+}" },
    ];
    const graph = await recorded({ routes });
    assert.deepEqual(
      graph
        .all(type("resource"))
        .map(({ inputs }) => inputs["pathPart"])
        .sort(),
      ["files", "visits", "{proxy+}", "{visitId}"],
    );
    const root = graph.one(apiType).outputs["rootResourceId"];
    assert.equal(graph.one(methodType, "api-GET").inputs["resourceId"], root);
  });

  it("apigateway-mutual-tls-option: shows its back ends a certificate, where asked to", async () => {
    const graph = await recorded({ routes: [address], clientCertificate: true });
    const certificate = graph.one(type("clientCertificate"));
    assert.equal(graph.one(stageType).inputs["clientCertificateId"], certificate.id);
    const { inputs } = graph.one(type("integration"));
    assert.deepEqual([inputs["type"], inputs["uri"]], ["HTTP_PROXY", address.url]);
    assert.ok(!("tlsConfig" in inputs));
  });

  it("apigateway-mutual-tls-option: takes clients with a certificate alone, by a domain, and TLS 1.2 as AWS asks then", async () => {
    const trustStoreUri = "s3://trust/clients.pem";
    const graph = await recorded({ domain: { ...domain, trustStoreUri, trustStoreVersion: "v7" } });
    const { inputs } = graph.one(type("domainName"));
    assert.deepEqual(inputs["mutualTlsAuthentication"], { truststoreUri: trustStoreUri, truststoreVersion: "v7" });
    for (const one of [inputs, graph.one(apiType).inputs]) {
      assert.equal(one["securityPolicy"], "TLS_1_2");
      assert.ok(!("endpointAccessMode" in one));
    }
  });

  it("has a domain of its own with the same policy, and closes the address that AWS gives", async () => {
    const graph = await recorded({ domain });
    const { inputs } = graph.one(type("domainName"));
    assert.deepEqual(
      [inputs["securityPolicy"], inputs["endpointAccessMode"], inputs["regionalCertificateArn"]],
      ["SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09", "STRICT", domain.certificateArn],
    );
    assert.equal(graph.one(apiType).inputs["disableExecuteApiEndpoint"], true);
    assert.equal(graph.one("serverless:index:ApiFront").outputs["url"], "https://api.example.com");
  });

  it("takes its plain knobs", async () => {
    const graph = await recorded({
      stageName: "live",
      rateLimit: 7,
      burstLimit: 9,
      tracing: true,
      logRetentionDays: 365,
      accountLogRole: true,
      permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/boundary",
      alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:alarms",
      tags: { team: "ward" },
    });
    const stage = graph.one(stageType).inputs;
    assert.deepEqual(
      [stage["stageName"], stage["xrayTracingEnabled"], stage["tags"]],
      ["live", true, { team: "ward" }],
    );
    const settings = graph.one(type("methodSettings")).inputs["settings"] as Record<string, unknown>;
    assert.deepEqual([settings["throttlingRateLimit"], settings["throttlingBurstLimit"]], [7, 9]);
    assert.equal(graph.one("aws:cloudwatch/logGroup:LogGroup", "api-access-log").inputs["retentionInDays"], 365);
    const role = graph.one("aws:iam/role:Role");
    assert.equal(role.inputs["permissionsBoundary"], "arn:aws:iam::111122223333:policy/boundary");
    assert.equal(graph.one(type("account")).inputs["cloudwatchRoleArn"], role.outputs["arn"]);
    assert.equal(graph.one("aws:cloudwatch/metricAlarm:MetricAlarm").inputs["metricName"], "5XXError");
  });

  it("deploys anew when a route changes, and only then", async () => {
    const triggers = async (args: Partial<ApiFrontArgs>) =>
      (await recorded(args)).one(type("deployment")).inputs["triggers"] as { definition: string };
    const before = await triggers({});
    assert.match(before.definition, /^[0-9a-f]{64}$/);
    assert.deepEqual(await triggers({ rateLimit: 50 }), before);
    assert.notDeepEqual(await triggers({ routes: [{ ...visit, target: fn("visits-2") }] }), before);
    assert.notDeepEqual(await triggers({ allowedCidrs: ["192.0.2.0/24"] }), before);
  });

  it("has these children, at preview too", async () => {
    assert.deepEqual(
      (await recorded({}, "preview")).names.filter((name) => name.startsWith("aws:")),
      [
        "aws:apigateway/deployment:Deployment api-deployment",
        "aws:apigateway/integration:Integration api-visits-{visitId}-GET",
        "aws:apigateway/method:Method api-visits-{visitId}-GET",
        "aws:apigateway/methodSettings:MethodSettings api-settings",
        "aws:apigateway/requestValidator:RequestValidator api-validator",
        "aws:apigateway/resource:Resource api-visits",
        "aws:apigateway/resource:Resource api-visits-{visitId}",
        "aws:apigateway/response:Response api-4xx",
        "aws:apigateway/response:Response api-5xx",
        "aws:apigateway/restApi:RestApi api",
        "aws:apigateway/restApiPolicy:RestApiPolicy api-policy",
        "aws:apigateway/stage:Stage api-stage",
        "aws:cloudwatch/logGroup:LogGroup api-access-log",
        "aws:cloudwatch/logGroup:LogGroup api-execution-log",
        "aws:lambda/permission:Permission api-visits-{visitId}-GET",
        "aws:wafv2/webAclAssociation:WebAclAssociation api-waf",
      ],
    );
  });

  it("registers its class fields as outputs", async () => {
    const graph = await recorded();
    const { outputs } = graph.one("serverless:index:ApiFront");
    assert.deepEqual(
      [outputs["apiId"], outputs["stageArn"], outputs["domainTarget"], outputs["clientCertificatePem"]],
      [graph.one(apiType).id, graph.one(stageType).outputs["arn"], "", ""],
    );
    assert.equal(Object.keys(outputs).length, 8);
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void front({ accountLogRole: true }), "update", region);
      assert.deepEqual(policyOf(graph)[0]?.Principal, { AWS: `arn:${partition}:iam::111122223333:root` });
      assert.ok(
        text(graph.one("aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs["policyArn"]).startsWith(
          `arn:${partition}:iam::aws:`,
        ),
      );
    });
  }
});
