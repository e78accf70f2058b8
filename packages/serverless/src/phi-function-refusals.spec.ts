import assert from "node:assert/strict";
import { refusal } from "@hipaa-aws/component-testing";
import { PhiFunction } from "./phi-function";
import type { PhiFunctionArgs } from "./phi-function-args";

const key = { arn: "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555" };
const zip = {
  package: { bucket: "packages", key: "intake.zip", objectVersion: "v1" },
  runtime: "nodejs24.x",
  handler: "index.handler",
};
const withoutZip = { package: undefined, runtime: undefined, handler: undefined };
const image = `111122223333.dkr.ecr.us-east-1.amazonaws.com/intake@sha256:${"0".repeat(64)}`;
const network = { vpcId: "vpc-1", appSubnetIds: ["subnet-1", "subnet-2"], endpointSecurityGroupId: "sg-endpoints" };

const build = (args: Partial<PhiFunctionArgs>) =>
  new PhiFunction("intake", { network, key, messagesKey: key, logsKey: key, ...zip, ...args });

describe("PhiFunction, refusals", () => {
  const grant = { name: "A", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] };
  const refused: readonly (readonly [string, Partial<PhiFunctionArgs>, RegExp])[] = [
    ["no code", withoutZip, /code, package and imageUri are all missing/],
    ["two kinds of code", { imageUri: image, runtime: undefined }, /package and imageUri are given together/],
    ["an image by its tag", { ...withoutZip, imageUri: "r/intake:latest" }, /imageUri is .*by its digest/],
    ["a runtime for an image", { package: undefined, imageUri: image }, /imageUri and runtime are given together/],
    [
      "signatures of an image",
      { ...withoutZip, imageUri: image, signingProfileVersionArns: ["a"] },
      /imageUri and signingProfileVersionArns/,
    ],
    ["a zip file without a handler", { handler: undefined }, /runtime and handler are not both given/],
    ["lambda-runtime-supported: a runtime without patches", { runtime: "nodejs20.x" }, /runtime is "nodejs20\.x"/],
    ["no profile at all", { signingProfileVersionArns: [] }, /signingProfileVersionArns has 0/],
    ["21 profiles", { signingProfileVersionArns: Array<string>(21).fill("a") }, /has 21 elements/],
    ["lambda-no-secrets-in-env: a credential", { environment: { DB_PASSWORD: "x" } }, /holds DB_PASSWORD/],
    ["a variable of Lambda's", { environment: { AWS_REGION: "x" } }, /sets AWS_REGION/],
    ["a dash in a variable", { environment: { "a-b": "x" } }, /environment is "a-b"/],
    ["five kilobytes of environment", { environment: { TEXT: "x".repeat(5000) } }, /5004 bytes/],
    ["wildcards in actions", { grants: [{ ...grant, actions: ["s3:*"] }] }, /grants\[\]\.actions is "s3:\*"/],
    ["every resource", { grants: [{ ...grant, resources: ["*"] }] }, /grants\[\]\.resources holds \*/],
    [
      "a service by which something else than a key is used",
      { grants: [{ ...grant, viaServices: ["s3"] }] },
      /grants\[\]\.viaServices is given beside actions of other services/,
    ],
    [
      "a name of a service with a dot",
      { grants: [{ name: "A", actions: ["kms:Decrypt"], resources: ["arn:k"], viaServices: ["s3.amazonaws.com"] }] },
      /grants\[\]\.viaServices is "s3\.amazonaws\.com"/,
    ],
    ["two grants of one name", { grants: [grant, grant] }, /grants holds "A" twice/],
    [
      "a service that is none",
      { invokers: [{ name: "all", service: "*", sourceArn: "arn:aws:s3:::b" }] },
      /invokers\[\]\.service is "\*"/,
    ],
    [
      "every source of a service",
      { invokers: [{ name: "all", service: "s3.amazonaws.com", sourceArn: "*" }] },
      /invokers\[\]\.sourceArn is "\*"/,
    ],
    ["a batch of 11", { queues: [{ name: "q", queueArn: "a", keyArn: "k", batchSize: 11 }] }, /batchSize is 11/],
    [
      "a mount elsewhere than below /mnt",
      { fileSystem: { fileSystemArn: "f", accessPointArn: "p", securityGroupId: "s", mountPath: "/var" } },
      /fileSystem\.mountPath is "\/var"/,
    ],
    ["16 minutes", { timeoutSeconds: 960 }, /timeoutSeconds is 960/],
    ["no calls at all", { reservedConcurrency: 0 }, /reservedConcurrency is 0/],
    ["days that CloudWatch does not take", { logRetentionDays: 100 }, /logRetentionDays is 100/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void build(args)), message));
  }

  it("never prints a value of the environment", async () => {
    const message = await refusal(() => void build({ environment: { API_KEY: "canary-value" } }));
    assert.ok(!message.includes("canary-value"));
  });
});
