import {
  ApiFront,
  ApiFrontAuthorization,
  ApiFrontMethod,
  type ApiFrontArgs,
  type ApiFrontAuthorizer,
  type ApiFrontDomain,
} from "@hipaa-aws/serverless";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const account = "us-east-1:111122223333";
const fn = (name: string) => ({
  functionName: name,
  invokeArn: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:${account}:function:${name}/invocations`,
});
const url = "https://scheduling.example.com/visits/{visitId}";

const exposure: fc.Arbitrary<Partial<ApiFrontArgs>> = fc.oneof(
  fc.constant<Partial<ApiFrontArgs>>({ vpcEndpointIds: ["vpce-0123456789abcdef0"] }),
  fc.record({
    webAclArn: fc.constant(`arn:aws:wafv2:${account}:regional/webacl/clinic/0a1b2c3d`),
    allowedCidrs: optional(fc.constant<string[]>(["192.0.2.0/24"])),
    domain: optional(
      optional(fc.constant("s3://trust/clients.pem")).map((trustStoreUri): ApiFrontDomain => ({
        domainName: "api.example.com",
        certificateArn: `arn:aws:acm:${account}:certificate/0a1b2c3d-1111-2222-3333-444455556666`,
        trustStoreUri,
      })),
    ),
  }),
);

const callers: fc.Arbitrary<Pick<ApiFrontArgs, "authorizer" | "routes" | "clientCertificate">> = fc
  .tuple(
    fc.constantFrom<ApiFrontAuthorizer | undefined>(
      undefined,
      { userPoolArns: [`arn:aws:cognito-idp:${account}:userpool/us-east-1_AbCdEfGhI`] },
      { target: fn("authorize"), header: "X-Partner" },
    ),
    fc.constantFrom(...Object.values(ApiFrontMethod)),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([authorizer, method, isSigned, isAddress]) => ({
    authorizer,
    clientCertificate: isAddress || undefined,
    routes: [
      { path: "/", method: ApiFrontMethod.Get, target: fn("status") },
      {
        path: "/visits/{visitId}",
        method,
        ...(isAddress ? { url } : { target: fn("visits") }),
        authorization: isSigned ? ApiFrontAuthorization.Iam : undefined,
      },
    ],
  }));

const rest = fc.record({
  logsKey: fc.constant({ arn: keyArn }),
  logRetentionDays: optional(fc.constantFrom(2192, 3653)),
  accountLogRole: optional(fc.boolean()),
  stageName: optional(fc.constantFrom("live", "v2")),
  rateLimit: optional(fc.integer({ min: 1, max: 10_000 })),
  burstLimit: optional(fc.integer({ min: 1, max: 5000 })),
  tracing: optional(fc.boolean()),
  permissionsBoundaryArn: optional(fc.constant("arn:aws:iam::111122223333:policy/boundary")),
  alarmTopicArn: optional(fc.constant(alarmTopicArn)),
  tags,
});

export const component: RandomComponent<ApiFrontArgs> = {
  args: fc.tuple(rest, exposure, callers).map(([args, open, who]) => ({ ...args, ...open, ...who })),
  build: (name, args) => new ApiFront(name, args),
  optional: {
    ...classification,
    "apigateway-client-certificate":
      "functions see no certificate, and of a back end its owner knows whether it checks one",
    "apigateway-xray-tracing": "traces hold addresses as they were called, so they are asked for, not given",
    "cloudwatch-log-data-protection": "the format of the log leaves out paths, queries, headers and bodies",
  },
};
