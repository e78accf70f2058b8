import assert from "node:assert/strict";
import { refusal } from "@hipaa-aws/component-testing";
import { ApiFront } from "./api-front";
import { ApiFrontAuthorization, ApiFrontMethod, type ApiFrontArgs } from "./api-front-args";

const logsKey = { arn: "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555" };
const webAclArn = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/clinic/1";
const pool = "arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_AbCdEfGhI";
const fn = (name: string) => ({ functionName: name, invokeArn: `arn:aws:apigateway:us-east-1:lambda:path/${name}` });
const visit = { path: "/visits/{visitId}", method: ApiFrontMethod.Get, target: fn("visits") };
const address = { path: "/slots", method: ApiFrontMethod.Get, url: "https://scheduling.example.com/slots" };
const domain = { domainName: "api.example.com", certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1" };
const closed = { webAclArn: undefined, vpcEndpointIds: ["vpce-1"] };

const front = (args: Partial<ApiFrontArgs>) => new ApiFront("api", { routes: [visit], webAclArn, logsKey, ...args });

describe("ApiFront, refusals", () => {
  const refused: readonly (readonly [string, Partial<ApiFrontArgs>, RegExp])[] = [
    ["a public API without a web ACL", { webAclArn: undefined }, /webAclArn and vpcEndpointIds are both missing/],
    ["public and private at once", { vpcEndpointIds: ["vpce-1"] }, /webAclArn and vpcEndpointIds are given together/],
    ["a private API without an endpoint", { ...closed, vpcEndpointIds: [] }, /vpcEndpointIds is empty/],
    ["a domain of a private API", { ...closed, domain }, /vpcEndpointIds and domain are given together/],
    ["blocks of a private API", { ...closed, allowedCidrs: ["10.0.0.0/8"] }, /vpcEndpointIds and allowedCidrs/],
    ["the block of everybody", { allowedCidrs: ["0.0.0.0/0"] }, /allowedCidrs holds 0\.0\.0\.0\/0/],
    ["no block at all", { allowedCidrs: [] }, /allowedCidrs is empty/],
    ["a block that is none", { allowedCidrs: ["here"] }, /allowedCidrs\[\] is "here"/],
    ["no route", { routes: [] }, /routes has 0 element/],
    ["101 routes", { routes: Array<typeof visit>(101).fill(visit) }, /routes has 101 elements/],
    ["a route twice", { routes: [visit, visit] }, /routes holds "visits-\{visitId\}-GET" twice/],
    ["a path without a slash", { routes: [{ ...visit, path: "visits" }] }, /routes\[\]\.path is "visits"/],
    [
      "an identifier in a path",
      { routes: [{ ...visit, path: "/p/{ssn}" }] },
      /path holds \{ssn\}, the name of an identifier/,
    ],
    [
      "nothing that answers",
      { routes: [{ ...visit, target: undefined }] },
      /target and routes\[\]\.url are both missing/,
    ],
    ["two that answer", { routes: [{ ...visit, url: address.url }] }, /target and routes\[\]\.url are given together/],
    ["plain HTTP", { routes: [{ ...address, url: "http://example.com" }] }, /url is "http:\/\/example\.com"/],
    [
      "an authorizer that is not there",
      { routes: [{ ...visit, authorization: ApiFrontAuthorization.Authorizer }] },
      /authorization asks for the authorizer, but there is none/,
    ],
    ["an authorizer that asks nobody", { authorizer: {} }, /userPoolArns and authorizer\.target are both missing/],
    [
      "two who decide",
      { authorizer: { userPoolArns: [pool], target: fn("authorize") } },
      /userPoolArns and authorizer\.target are given together/,
    ],
    ["a header with a space", { authorizer: { userPoolArns: [pool], header: "a b" } }, /authorizer\.header is "a b"/],
    ["scopes of signed requests", { routes: [{ ...visit, scopes: ["a"] }] }, /scopes is given, but only user pools/],
    ["a certificate for functions", { clientCertificate: true }, /clientCertificate is given, but no route has a url/],
    [
      "a version without a trust store",
      { domain: { ...domain, trustStoreVersion: "1" } },
      /without domain\.trustStoreUri/,
    ],
    ["a trust store elsewhere", { domain: { ...domain, trustStoreUri: "file" } }, /domain\.trustStoreUri is "file"/],
    ["a slash in the stage", { stageName: "a/b" }, /stageName is "a\/b"/],
    ["no requests at all", { rateLimit: 0 }, /rateLimit is 0/],
    ["too many at once", { burstLimit: 5001 }, /burstLimit is 5001/],
    ["days that CloudWatch does not take", { logRetentionDays: 100 }, /logRetentionDays is 100/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void front(args)), message));
  }
});
