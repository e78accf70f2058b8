import assert from "node:assert/strict";
import { isEverything, isUnnamed, serviceOfArn } from "./resource-pattern";

describe("resources of statements", () => {
  it("tell everything from something", () => {
    const all = [
      "*",
      "**",
      "arn:*",
      "arn:aws:*",
      "arn:aws*:*:*:*:*",
      "arn:aws:*:us-east-1:111122223333:*",
      "a*",
      "*:*",
    ];
    for (const resource of all) assert.ok(isEverything(resource), resource);
    const some = [
      "arn:aws:s3:::*",
      "arn:aws:s3:::records",
      "arn:aws:s3:*",
      "",
      "bucket",
      "arn:aws:*:*:*:table/records",
    ];
    for (const resource of some) assert.ok(!isEverything(resource), resource);
  });

  it("tell all of a kind from named ones", () => {
    const unnamed = [
      "*",
      "arn:aws:s3:*",
      "arn:aws:s3:::*",
      "arn:aws:s3:::*/*",
      "arn:aws:s3:::?*/records/*",
      "arn:aws:sqs:us-east-1:111122223333:*",
      "arn:aws:dynamodb:*:*:table/*",
      "arn:aws:dynamodb:*:*:tab*",
      "arn:aws:dynamodb:*:*:table/*/index/*",
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:*",
      "arn:aws:iam::111122223333:role/*",
      "arn:aws:kms:*:*:key/*",
      "arn:aws:kms:us-east-1:111122223333:key/mrk-*",
    ];
    for (const resource of unnamed) assert.ok(isUnnamed(resource), resource);
    const named = [
      "arn:aws:s3:::records",
      "arn:aws:s3:::records/*",
      "arn:aws:s3:::records-*",
      "arn:aws:s3:::*-logs/*",
      "arn:aws:sqs:us-east-1:111122223333:orders-*",
      "arn:aws:dynamodb:us-east-1:111122223333:table/records*",
      "arn:aws:dynamodb:us-east-1:111122223333:table/records/index/*",
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:database-*",
      "arn:aws:ssm:us-east-1:111122223333:parameter/app/*",
      "arn:aws:iam::*:user/${aws:username}",
      "arn:aws:execute-api:us-east-1:111122223333:a1b2c3/*",
      "",
      "records",
    ];
    for (const resource of named) assert.ok(!isUnnamed(resource), resource);
  });

  it("count only what a service's actions work on", () => {
    const tables = "arn:aws:dynamodb:*:*:table/*";
    assert.ok(isUnnamed(tables, "dynamodb"));
    assert.ok(!isUnnamed(tables, "s3"));
    assert.ok(isUnnamed("arn:aws:rds:us-east-1:111122223333:cluster:*", "rds-data"));
    assert.ok(isUnnamed("arn:aws:iam::*:role/*", "sts"));
    assert.ok(isUnnamed("*", "s3"));
    assert.ok(isUnnamed("arn:aws:s*:::*", "s3"));
  });

  it("say which service an ARN is of", () => {
    assert.equal(serviceOfArn("arn:aws:KMS:us-east-1:111122223333:key/k"), "kms");
    assert.equal(serviceOfArn("*"), "*");
    assert.equal(serviceOfArn("records"), undefined);
  });
});
