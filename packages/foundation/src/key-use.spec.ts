import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { useKey, viaService, viaServices } from "./key-use";
import { environmentIn, valueOf } from "./testing/environment";
import { policyDocument } from "./policy-document";

const keyArn = "arn:aws:kms:us-east-1:111122223333:key/1";

describe("use of a key by way of services", () => {
  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const) {
    it(`names services of ${partition} with the suffix that KMS has in every partition`, async () => {
      const environment = environmentIn(partition, region);
      assert.deepEqual(await valueOf(viaServices(environment, ["s3", "logs", "s3"])), [
        `s3.${region}.amazonaws.com`,
        `logs.${region}.amazonaws.com`,
      ]);
      const policy = policyDocument([
        { sid: "Read", actions: ["kms:Decrypt"], resources: ["*"], conditions: viaService(environment, "ssm") },
        useKey("Write", environment, keyArn, "s3"),
      ]);
      const { Statement } = JSON.parse(await valueOf(pulumi.output(policy))) as {
        Statement: Record<string, unknown>[];
      };
      assert.deepEqual(Statement[0]?.["Condition"], {
        StringEquals: { "kms:ViaService": `ssm.${region}.amazonaws.com` },
      });
      assert.deepEqual(Statement[1], {
        Sid: "Write",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: keyArn,
        Condition: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
      });
    });
  }
});
