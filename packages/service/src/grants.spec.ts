import assert from "node:assert/strict";
import fc from "fast-check";
import { ArgumentError, checksFor } from "@hipaa-aws/foundation";
import type { FargateServiceGrantArgs } from "./task-args";
import { checkGrantResource, checkGrants } from "./grants";

const checks = checksFor("FargateService", "web");
const bucket = "arn:aws:s3:::documents-1a2b3c4";

function grant(overrides: Partial<FargateServiceGrantArgs>): FargateServiceGrantArgs {
  return { name: "ReadDocuments", actions: ["s3:GetObject"], resources: [`${bucket}/*`], ...overrides };
}

describe("grants", () => {
  for (const resource of [
    bucket,
    `${bucket}/*`,
    `${bucket}/patients/*`,
    "arn:aws:dynamodb:us-east-1:111122223333:table/visits",
    "arn:aws:dynamodb:us-east-1:111122223333:table/visits/index/*",
    "arn:aws:sqs:us-east-1:111122223333:orders",
    "arn:aws:logs:us-east-1:111122223333:log-group:audit:*",
    "arn:aws-us-gov:rds-db:us-gov-west-1:111122223333:dbuser:db-ABCDEFGHIJKL/app",
    "arn:aws:s3:us-east-1:111122223333:accesspoint/phi/object/*",
  ]) {
    it(`takes ${resource}`, () => checkGrantResource(checks, "grants", resource));
  }

  for (const resource of [
    "*",
    "arn:aws:s3:::*",
    "arn:aws:s3:::*/*",
    "arn:aws:s3:::documents-*",
    "arn:aws:s3:::documents-*/*",
    `${bucket}/*/visits`,
    `${bucket}/a*`,
    "arn:aws:s3:us-east-1:111122223333:accesspoint/*",
    "arn:aws:dynamodb:us-east-1:111122223333:table/*",
    "arn:aws:dynamodb:us-east-1:111122223333:*",
    "arn:aws:secretsmanager:us-east-1:111122223333:secret:*",
    "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-??????",
    "arn:aws:kms:us-east-1:111122223333:key/*",
    "arn:aws:sqs:us-east-1:111122223333:*",
    "arn:aws:sqs:*:111122223333:orders",
    "arn:aws:sqs:us-east-1:*:orders",
    "arn:*:sqs:us-east-1:111122223333:orders",
    "orders",
  ]) {
    it(`refuses ${resource}`, () => {
      assert.throws(
        () => checkGrantResource(checks, 'grants "Work"', resource),
        /grants "Work"\.resources holds .*Name the/,
      );
    });
  }

  it("never takes a wildcard before the last part of an ARN", () => {
    const part = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
    fc.assert(
      fc.property(part, part, fc.nat(5), (service, name, at) => {
        const parts = ["arn", "aws", service, "us-east-1", "111122223333", `queue/${name}`];
        parts[at] = `${(parts[at] ?? "").slice(0, -1)}*`;
        const resource = parts.join(":");
        assert.throws(() => checkGrantResource(checks, "grants", resource), ArgumentError);
      }),
    );
  });

  it("refuses wildcard actions, empty lists, odd and repeated names", () => {
    for (const action of ["*", "s3:*", "s3:Get*", "s3:GetObjec?", "GetObject", "s3"]) {
      assert.throws(() => checkGrants(checks, [grant({ actions: [action] })]), /one action of one service/);
    }
    assert.throws(() => checkGrants(checks, [grant({ actions: [] })]), /actions has 0 element/);
    assert.throws(() => checkGrants(checks, [grant({ resources: [] })]), /resources is empty/);
    assert.throws(() => checkGrants(checks, [grant({ name: "read-documents" })]), /letters and digits/);
    assert.throws(() => checkGrants(checks, [grant({}), grant({})]), /"ReadDocuments" twice/);
    assert.throws(() => checkGrants(checks, [grant({ resources: ["*"] })]), /not the ARN of a resource/);
  });

  it("refuses viaServices beside actions that are not of KMS", () => {
    const kms = { name: "Decrypt", actions: ["kms:Decrypt"], resources: ["arn:aws:kms:us-east-1:111122223333:key/1"] };
    checkGrants(checks, [{ ...kms, viaServices: ["s3"] }]);
    assert.throws(() => checkGrants(checks, [grant({ viaServices: ["s3"] })]), /Give KMS a grant of its own/);
  });
});
