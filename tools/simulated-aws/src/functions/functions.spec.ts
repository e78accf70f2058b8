import assert from "node:assert/strict";
import { textOf } from "@hipaa-aws/stack-state";
import { call, simulatedEnvironmentOf } from "../index";
import { functions } from "./index";

const government = simulatedEnvironmentOf({ region: "us-gov-west-1" });
const china = simulatedEnvironmentOf({ region: "cn-northwest-1" });

describe("functions of the simulated AWS", () => {
  it("know where the caller is", () => {
    assert.deepEqual(call("aws:index/getPartition:getPartition", {}, china), {
      id: "aws-cn",
      partition: "aws-cn",
      dnsSuffix: "amazonaws.com.cn",
      reverseDnsPrefix: "cn.com.amazonaws",
    });
    assert.equal(call("aws:index/getRegion:getRegion", {}, government).region, "us-gov-west-1");
    const { zoneIds, names } = call("aws:index/getAvailabilityZones:getAvailabilityZones", {}, government);
    assert.deepEqual(names, ["us-gov-west-1a", "us-gov-west-1b", "us-gov-west-1c"]);
    assert.deepEqual(zoneIds, ["usgw1-az1", "usgw1-az2", "usgw1-az3"]);
    const asia = simulatedEnvironmentOf({ region: "ap-southeast-2" });
    const excluded = call(
      "aws:index/getAvailabilityZones:getAvailabilityZones",
      { excludeNames: ["ap-southeast-2a"] },
      asia,
    );
    assert.deepEqual(excluded.zoneIds, ["apse2-az2", "apse2-az3"]);
  });

  it("take the partition from the Region, and the Region from the partition", () => {
    assert.equal(government.partition, "aws-us-gov");
    assert.equal(simulatedEnvironmentOf({ partition: "aws-cn" }).region, "cn-north-1");
    assert.equal(simulatedEnvironmentOf({ region: "eu-west-1" }).partition, "aws");
  });

  it("build real policy documents", () => {
    const { json, minifiedJson } = call("aws:iam/getPolicyDocument:getPolicyDocument", {
      sourcePolicyDocuments: ['{"Statement":[{"Sid":"Replaced","Effect":"Allow"},{"Sid":"Kept","Effect":"Deny"}]}'],
      statements: [
        {
          sid: "Replaced",
          actions: ["s3:PutObject", "s3:GetObject"],
          resources: ["arn:aws:s3:::a/*"],
          principals: [{ type: "Service", identifiers: ["delivery.logs.amazonaws.com"] }],
          conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["111122223333"] }],
        },
        { effect: "Deny", notActions: ["s3:*"], resources: ["*"], principals: [{ type: "*", identifiers: ["*"] }] },
      ],
    });
    assert.deepEqual(JSON.parse(textOf(json)), JSON.parse(textOf(minifiedJson)));
    assert.deepEqual(JSON.parse(textOf(json)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Replaced",
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:PutObject"],
          Resource: "arn:aws:s3:::a/*",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
        },
        { Sid: "Kept", Effect: "Deny" },
        { Effect: "Deny", NotAction: "s3:*", Resource: "*", Principal: "*" },
      ],
    });
  });

  it("answer look-ups in the caller's partition", () => {
    const list = call(
      "aws:ec2/getManagedPrefixList:getManagedPrefixList",
      { name: "com.amazonaws.global.cloudfront.origin-facing" },
      china,
    );
    assert.match(textOf(list.arn), /^arn:aws-cn:ec2:cn-northwest-1:aws:prefix-list\/pl-/);
    const account = call("aws:elb/getServiceAccount:getServiceAccount", {}, government);
    assert.equal(account.arn, "arn:aws-us-gov:iam::048591011584:root");
    const zurich = simulatedEnvironmentOf({ region: "eu-central-2" });
    assert.throws(() => call("aws:elb/getServiceAccount:getServiceAccount", {}, zurich), /no account of its own/);
  });

  it("answer each function for a caller that names another Region", () => {
    const list = call("aws:ec2/getPrefixList:getPrefixList", { region: "us-west-2" });
    assert.equal(list.name, "com.amazonaws.us-west-2.s3");
  });

  for (const token of Object.keys(functions)) {
    it(`${token}: gives the same answer to the same question`, () => {
      const inputs = { name: "name", keyId: "key", serviceName: "ec2" };
      assert.deepEqual(call(token, inputs), call(token, inputs));
      assert.doesNotMatch(JSON.stringify(call(token, inputs)), /undefined/);
    });
  }
});
