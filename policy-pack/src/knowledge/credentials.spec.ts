import assert from "node:assert/strict";
import * as fc from "fast-check";
import { Value } from "../authoring/value";
import {
  holdsCredential,
  holdsLiteralPassword,
  holdsSecret,
  holdsUrlPassword,
  isHarmlessValue,
  isLiteralAssignment,
  isLiteralCredential,
  namesCredential,
} from "./credentials";

// Put together at run time, so that scanners of repositories do not take the samples for leaks.
const accessKey = ["AKIA", "IOSFODNN7", "ABCDEFG"].join("");
const samples = [
  accessKey,
  `export AWS_ACCESS_KEY_ID=${accessKey}\n`,
  ["-----BEGIN RSA", "PRIVATE KEY-----"].join(" "),
  ["-----BEGIN", "PRIVATE KEY-----"].join(" "),
  ["ghp", "0123456789abcdefghijABCDEFGHIJ012345"].join("_"),
  ["glpat", "0123456789abcdefghij"].join("-"),
  ["xoxb", "123456789012-abcdefghij"].join("-"),
  ["sk", "live", "0123456789abcdef"].join("_"),
];

describe("credentials", () => {
  for (const [index, text] of samples.entries())
    it(`are found: sample ${index}`, () => assert.ok(holdsCredential(text)));

  for (const text of [
    "AKIAIOSFODNN7EXAMPLE",
    "-----BEGIN CERTIFICATE-----",
    "-----BEGIN PUBLIC KEY-----",
    "sk_test_0123456789abcdef",
    "xoxb-short",
    "arn:aws:secretsmanager:us-east-1:111122223333:secret:db",
  ]) {
    it(`are not seen in ${text}`, () => assert.ok(!holdsCredential(text)));
  }

  it("of every kind are found by one question", () => {
    for (const text of [accessKey, "postgres://app:s3cret@db.internal/app"]) assert.ok(holdsSecret(text));
    assert.ok(!holdsSecret("https://db.internal/app"));
  });

  it("are found in URLs, also inside a text", () => {
    assert.ok(holdsUrlPassword("postgres://app:s3cret@db.internal/app"));
    assert.ok(holdsUrlPassword("--url=redis://:s3cret@cache:6379"));
    assert.ok(!holdsUrlPassword("postgres://app@db.internal/app"));
    assert.ok(!holdsUrlPassword("postgres://app:${DB_PASSWORD}@db.internal/app"));
    assert.ok(!holdsUrlPassword("https://example.com:8443/a@b"));
  });

  it("are passwords that a script sets to literal text", () => {
    for (const text of ["DB_PASSWORD='hunter2!'", "mysql --password=hunter2! -e x", 'export PGPASSWD="a b c d"']) {
      assert.ok(holdsLiteralPassword(text), text);
    }
    for (const text of ["DB_PASSWORD=$PW", "PASSWORD_FILE=/run/pw", "--password=****", "password: soon", "PASSWORD="]) {
      assert.ok(!holdsLiteralPassword(text), text);
    }
  });

  it("are told by name at its end", () => {
    for (const name of ["DB_PASSWORD", "apiKey", "API_KEY", "splunk-token", "CLIENT_SECRET"]) {
      assert.ok(namesCredential(name), name);
    }
    for (const name of ["PASSWORD_MIN_LENGTH", "TOKEN_URL", "SECRET_NAME", "KEY"]) {
      assert.ok(!namesCredential(name), name);
    }
  });

  for (const value of [
    "",
    "15",
    "true",
    "arn:aws:secretsmanager:us-east-1:111122223333:secret:db",
    "/prod/db/password",
    "prod/db",
    "{{resolve:secretsmanager:db}}",
    "${DB_PASSWORD}",
    "https://sts.amazonaws.com/token",
  ]) {
    it(`are not what "${value}" is`, () => assert.ok(isHarmlessValue(value)));
  }

  for (const value of [
    "correct-horse",
    "hunter2",
    "postgres://app:s3cret@db/app",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY",
    "abc/Zm9vYmFyMTIzNDU2Nzg5MGFiYw",
    "dGVzdA==",
  ]) {
    it(`are what "${value}" may be`, () => assert.ok(!isHarmlessValue(value)));
  }

  it("are not decided while the name or the value is unknown", () => {
    const later = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const of = (name: unknown, value: unknown) =>
      isLiteralCredential(new Value(name, "name"), new Value(value, "value"));
    assert.ok(of("DB_PASSWORD", later).isUnknown);
    assert.ok(of(later, "hunter2").isUnknown);
    assert.ok(of("LOG_LEVEL", later).isNo);
    assert.ok(of("DB_PASSWORD", "hunter2").isYes);
  });

  it("are found in assignments of a script", () => {
    for (const script of ["DB_PASSWORD=hunter2!", "export API_TOKEN='abc 123'", 'password: "hunter2!"']) {
      assert.ok(isLiteralAssignment(script), script);
    }
    for (const script of [
      "DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id prod/db)",
      'TOKEN="${TOKEN}"',
      "SECRET=`cat /run/secret`",
      "DB_SECRET=/prod/db/secret",
      "PASSWORD_FILE=/run/secret",
      "# set the password",
    ]) {
      assert.ok(!isLiteralAssignment(script), script);
    }
  });

  it("never throw on any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        holdsCredential(text);
        isHarmlessValue(text);
      }),
    );
  });
});
