import assert from "node:assert/strict";
import { checksFor } from "@hipaa-aws/foundation";
import { parseSecretReference } from "./secret-reference";

const parse = (valueFrom: string) => parseSecretReference(checksFor("FargateService", "web"), "DB", valueFrom);
const secret = "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-login-AbCdEf";

describe("secret reference", () => {
  it("strips the JSON key, stage and version, which policies do not know", () => {
    for (const suffix of [
      "",
      ":password::",
      ":password:AWSCURRENT:",
      "::AWSPREVIOUS:",
      ":k::11111111-1111-4111-8111-1",
    ]) {
      assert.deepEqual(parse(secret + suffix), { service: "secretsmanager", arn: secret });
    }
    const managed = "arn:aws-us-gov:secretsmanager:us-gov-west-1:111122223333:secret:rds!db-1234-AbCdEf";
    assert.equal(parse(`${managed}:password::`).arn, managed);
  });

  it("takes parameters by ARN", () => {
    const parameter = "arn:aws-cn:ssm:cn-north-1:111122223333:parameter/web/license";
    assert.deepEqual(parse(parameter), { service: "ssm", arn: parameter });
  });

  it("refuses what is no ARN and does not show it: it may be the secret", () => {
    for (const value of ["hunter2", "/web/license", "", "secret:db-login"]) {
      assert.throws(
        () => parse(value),
        (error: Error) =>
          /secrets "DB"\.valueFrom is not an ARN/.test(error.message) && !error.message.includes("hunter2"),
      );
    }
  });

  it("refuses other ARNs, wildcards and a JSON key without its two colons", () => {
    for (const value of [
      "arn:aws:s3:::bucket/object",
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:*",
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-??????",
      "arn:aws:ssm:us-east-1:111122223333:parameter/*",
      `${secret}:password`,
    ]) {
      assert.throws(() => parse(value), /neither a secret nor a parameter.*:<key>::/);
    }
  });
});
