import assert from "node:assert/strict";
import fc from "fast-check";
import * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { checksFor } from "@hipaa-aws/foundation";
import { checkEnvironmentNames, environmentVariables, namesSecret } from "./environment-variables";
import { record } from "./testing/recorded";

const checks = checksFor("FargateService", "web");

describe("environment variables", () => {
  for (const name of [
    "PASSWORD",
    "DB_PASSWORD",
    "PGPASSWORD",
    "db_passwd",
    "CLIENT_SECRET",
    "GITHUB_TOKEN",
    "TOKENS",
    "API_KEY",
    "APIKEY",
    "AWS_SECRET_ACCESS_KEY",
    "SIGNING_KEY",
    "PRIVATEKEY",
    "KEY",
    "DB_PWD",
    "SMTP_CREDENTIALS",
    "PASSPHRASE",
  ]) {
    it(`takes ${name} for the name of a secret`, () => assert.ok(namesSecret(name)));
  }

  for (const name of [
    "DB_SECRET_ARN",
    "DB_PASSWORD_FILE",
    "KMS_KEY_ID",
    "TOKEN_TTL_SECONDS",
    "JWT_PUBLIC_KEY",
    "KEYCLOAK_URL",
    "MONKEY",
    "PORT",
    "PWD_MAX_AGE",
    "SECRETS_PREFIX",
  ]) {
    it(`takes ${name} for harmless`, () => assert.ok(!namesSecret(name)));
  }

  it("refuses the name of a secret without showing the value", () => {
    assert.throws(
      () => checkEnvironmentNames(checks, { DB_PASSWORD: "hunter2-correct-horse" }, []),
      (error: Error) =>
        /environment\.DB_PASSWORD .*Secrets Manager/.test(error.message) && !/hunter2/.test(error.message),
    );
  });

  it("refuses a name given twice and a name that is none", () => {
    assert.throws(() => checkEnvironmentNames(checks, { LOG_LEVEL: "info" }, ["LOG_LEVEL"]), /"LOG_LEVEL" twice/);
    assert.throws(() => checkEnvironmentNames(checks, {}, ["DB", "DB"]), /"DB" twice/);
    assert.throws(() => checkEnvironmentNames(checks, { "LOG-LEVEL": "info" }, []), /"LOG-LEVEL"/);
    assert.throws(() => checkEnvironmentNames(checks, {}, ["1ST"]), /"1ST"/);
  });

  for (const [what, value] of [
    ["an access key id", "AKIA2E0A8F3B2441AAAA"],
    ["a private key", "-----BEGIN EC PRIVATE KEY-----\nMHc="],
    ["a URL with a password", "postgres://app:hunter2@db.internal:5432/app"],
    ["a vendor's token", "ghp_0123456789abcdef0123"],
  ] as const) {
    it(`refuses ${what} under any name, known early or late, without showing it`, async () => {
      const refused = (error: Error) =>
        /environment\.LOCATION looks like a credential/.test(error.message) && !error.message.includes(value.slice(8));
      assert.throws(() => environmentVariables(checks, { LOCATION: value }), refused);
      const late = () => register(environmentVariables(checks, { LOCATION: pulumi.output(Promise.resolve(value)) }));
      await assert.rejects(record(late), refused);
    });
  }

  it("refuses a value that Pulumi holds as secret", async () => {
    const program = () => register(environmentVariables(checks, { GREETING: pulumi.secret("hello-from-vault") }));
    await assert.rejects(
      record(program),
      (error: Error) =>
        /environment\.GREETING holds a Pulumi secret/.test(error.message) && !error.message.includes("hello-from"),
    );
  });

  it("sorts by name, so that the order of writing changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.stringMatching(/^[A-Z]{1,6}$/), { maxLength: 6 }), async (names) => {
        const inOrder = await read(Object.fromEntries(names.map((name) => [name, name.toLowerCase()])));
        const reversed = await read(Object.fromEntries([...names].reverse().map((name) => [name, name.toLowerCase()])));
        assert.deepEqual(inOrder, reversed);
        assert.deepEqual(
          inOrder.map((variable) => variable.name),
          [...names].sort(),
        );
      }),
      { numRuns: 25 },
    );
  });
});

/** Makes the output an input of a resource, whose registration then fails with it. */
function register(value: pulumi.Output<unknown>): void {
  new ecs.TaskDefinition("probe", {
    family: "probe",
    containerDefinitions: value.apply((known) => JSON.stringify(known)),
  });
}

function read(environment: Record<string, string>): Promise<{ name: string; value: string }[]> {
  return new Promise((resolve) => environmentVariables(checks, environment).apply(resolve));
}
