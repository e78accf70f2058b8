import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { accountRootArn, arn, managedPolicyArn } from "./arn";
import { denyInsecureTransport, policyDocument, serviceTrust } from "./policy-document";
import { tags } from "./tags";
import { environmentIn, valueOf } from "./testing/environment";

describe("ARNs", () => {
  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const) {
    it(`are of the partition ${partition}`, async () => {
      const environment = environmentIn(partition, region);
      assert.equal(
        await valueOf(arn(environment, "logs", "log-group:audit")),
        `arn:${partition}:logs:${region}:111122223333:log-group:audit`,
      );
      assert.equal(await valueOf(accountRootArn(environment)), `arn:${partition}:iam::111122223333:root`);
      assert.equal(
        await valueOf(managedPolicyArn(environment, "ReadOnlyAccess")),
        `arn:${partition}:iam::aws:policy/ReadOnlyAccess`,
      );
      assert.equal(
        await valueOf(arn(environment, "s3", "bucket/*", { region: "", account: "" })),
        `arn:${partition}:s3:::bucket/*`,
      );
    });
  }
});

describe("policy documents", () => {
  it("write one value without a list, as AWS does, and resolve inputs", async () => {
    const text = await valueOf(
      policyDocument([
        {
          sid: "Read",
          actions: ["s3:GetObject"],
          resources: [pulumi.output("arn:aws:s3:::b/*")],
          principals: { aws: ["111122223333"], services: ["logs.amazonaws.com", "events.amazonaws.com"] },
          conditions: { StringEquals: { "aws:SourceAccount": ["111122223333"] } },
        },
      ]),
    );
    assert.deepEqual(JSON.parse(text), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Principal: { AWS: "111122223333", Service: ["logs.amazonaws.com", "events.amazonaws.com"] },
          Action: "s3:GetObject",
          Resource: "arn:aws:s3:::b/*",
          Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
        },
      ],
    });
  });

  it("deny plain transport to everyone for every action of the service", async () => {
    const text = await valueOf(policyDocument([denyInsecureTransport("s3", ["arn:aws:s3:::b", "arn:aws:s3:::b/*"])]));
    assert.deepEqual((JSON.parse(text) as { Statement: unknown[] }).Statement[0], {
      Sid: "DenyInsecureTransport",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  });

  it("let a service assume a role on behalf of this account only", async () => {
    const text = await valueOf(serviceTrust(environmentIn("aws", "us-east-1"), "ecs-tasks.amazonaws.com"));
    assert.deepEqual((JSON.parse(text) as { Statement: unknown[] }).Statement, [
      {
        Sid: "AssumeByService",
        Effect: "Allow",
        Principal: { Service: "ecs-tasks.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      },
    ]);
  });
});

describe("tags", () => {
  it("say only what was said, and let the user's own win", async () => {
    assert.deepEqual(await valueOf(tags({})), {});
    assert.deepEqual(await valueOf(tags({ phi: false, tier: "web" }, { Name: "mine", team: "a" }, "x")), {
      Name: "mine",
      "hipaa:phi": "false",
      "hipaa:tier": "web",
      team: "a",
    });
  });
});
