import assert from "node:assert/strict";
import * as fc from "fast-check";
import * as pulumi from "@pulumi/pulumi";
import { childrenOf, record, refusal, text } from "@hipaa-aws/component-testing";
import type { CacheArgs } from "./args";
import { cache } from "./testing/example";
import { CacheAuthentication, CacheUserAccess, type CacheUser } from "./user-args";

const userType = "aws:elasticache/user:User";
const rotationFunctionArn = "arn:aws:lambda:us-east-1:111122223333:function:rotate";
const secretsKey = { arn: "arn:aws:kms:us-east-1:111122223333:key/33333333-3333-4333-8333-333333333333" };
const first = "Correct-Horse-Battery-1";
const secretMark = "4dabf18193072939515e22adb298388d";

function worker(more: Partial<CacheUser> = {}): CacheUser {
  return {
    name: "worker",
    authentication: CacheAuthentication.Password,
    password: first,
    rotationFunctionArn,
    ...more,
  };
}

describe("further users of Cache", () => {
  it("elasticache-rbac-users: sign in by IAM, with one and the same id and name", async () => {
    const users = [{ name: "reports", access: CacheUserAccess.ReadOnly, keyPatterns: ["report:*"] }, { name: "jobs" }];
    const graph = await record(cache({ users, keyPatterns: ["session:*"] }), "update");
    const reports = graph.one(userType, "sessions-reports").inputs;
    assert.deepEqual(reports.authenticationMode, { type: "iam" });
    assert.equal(reports.userId, reports.userName);
    assert.equal(reports.accessString, "on ~report:* -@all +@read +@connection -@admin -@dangerous +info");
    assert.equal(
      graph.one(userType, "sessions-jobs").inputs.accessString,
      "on ~session:* +@all -@admin -@dangerous +info",
    );
    const { userIds } = graph.one("aws:elasticache/userGroup:UserGroup").inputs as { userIds: string[] };
    assert.equal(userIds.length, 4);
    assert.ok(userIds.includes(text(reports.userId)));
    const { outputs } = graph.one("cache:index:Cache");
    assert.equal(
      (outputs.userArns as Record<string, string>).reports,
      graph.one(userType, "sessions-reports").outputs.arn,
    );
    assert.deepEqual(outputs.secretArns, {});
    assert.deepEqual(graph.all("aws:secretsmanager/secret:Secret"), []);
  });

  it("elasticache-component: a password lies in a secret under your key, closed to outsiders and rotated", async () => {
    const graph = await record(cache({ users: [worker()], secretsKey }), "update");
    const secret = graph.one("aws:secretsmanager/secret:Secret", "sessions-worker");
    assert.equal(secret.inputs.kmsKeyId, secretsKey.arn);
    assert.equal(secret.inputs.recoveryWindowInDays, 30);
    assert.match(text(graph.one("aws:secretsmanager/secretPolicy:SecretPolicy").inputs.policy), /DenyOutsiders/);
    const rotation = graph.one("aws:secretsmanager/secretRotation:SecretRotation").inputs;
    assert.equal(rotation.rotationLambdaArn, rotationFunctionArn);
    assert.deepEqual(rotation.rotationRules, { automaticallyAfterDays: 30, duration: "4h" });
    assert.equal(rotation.rotateImmediately, true);
    const { outputs } = graph.one("cache:index:Cache");
    assert.equal((outputs.secretArns as Record<string, string>).worker, secret.outputs.arn);
  });

  it("elasticache-rbac-users: the secret has the form that AWS's rotation reads, and only AWS is given the password", async () => {
    const graph = await record(cache({ users: [worker()], secretsKey }), "update");
    const user = graph.one(userType, "sessions-worker");
    assert.ok(!("authenticationMode" in user.inputs) && !("passwords" in user.inputs));
    assert.equal(user.inputs.passwordsWoVersion, 1);
    const value = graph.one("aws:secretsmanager/secretVersion:SecretVersion").inputs.secretStringWo as {
      value?: string;
    };
    const written = JSON.parse(value.value ?? text(value)) as Record<string, string>;
    assert.deepEqual(written, {
      password: first,
      username: text(user.inputs.userName),
      user_arn: text(user.outputs.arn),
    });
    assert.ok(!JSON.stringify(graph.one("cache:index:Cache").inputs).includes(first));
    for (const child of childrenOf(graph)) {
      const { secretStringWo, passwordsWo, ...rest } = child.inputs;
      assert.ok(!JSON.stringify(rest).includes(first), child.urn);
      for (const secret of [secretStringWo, passwordsWo])
        assert.ok(secret === undefined || (typeof secret === "object" && secret !== null && secretMark in secret));
    }
  });

  it("has the same children in a preview", async () => {
    const program = cache({ users: [worker(), { name: "reports" }], secretsKey });
    assert.deepEqual((await record(program)).names, (await record(program, "update")).names);
  });

  const refused: [string, Partial<CacheArgs>, RegExp][] = [
    ["a name twice", { users: [{ name: "a" }, { name: "a" }] }, /users holds "a" twice/],
    ["a name of the component", { users: [{ name: "default" }] }, /which the component itself uses/],
    ["an upper-case name", { users: [{ name: "Jobs" }] }, /users\[\]\.name is "Jobs"/],
    ["a name too long", { users: [{ name: "a".repeat(24) }] }, /40 characters AWS allows for an ElastiCache user id/],
    ["99 users", { users: Array.from({ length: 99 }, (_, index) => ({ name: `u${index}` })) }, /users has 99 elements/],
    ["an unknown access", { users: [{ name: "a", access: "All" as CacheUserAccess }] }, /access is "All"/],
    [
      "an unknown authentication",
      { users: [{ name: "a", authentication: "None" as CacheAuthentication }] },
      /authentication is "None"/,
    ],
    ["a pattern that adds a rule", { users: [{ name: "a", keyPatterns: ["* +@all"] }] }, /keyPatterns\[0\]/],
    ["no password", { users: [worker({ password: undefined })], secretsKey }, /password is missing/],
    [
      "no rotation",
      { users: [worker({ rotationFunctionArn: undefined })], secretsKey },
      /rotationFunctionArn is missing/,
    ],
    ["a password for IAM", { users: [{ name: "a", password: first }] }, /password is given although/],
    ["rotation in a year", { users: [worker({ rotateEveryDays: 365 })], secretsKey }, /rotateEveryDays is 365/],
    ["a password without a key", { users: [worker()] }, /secretsKey and users do not go together: a password/],
    ["a key without a password", { users: [{ name: "a" }], secretsKey }, /secretsKey and users do not.*no user/],
  ];
  for (const [what, args, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refusal(cache(args)), message));
  }

  it("elasticache-auth: refuses passwords that are no AUTH token either, and never prints them", async () => {
    const good = /^[!#-.0-?A-~]{16,128}$/;
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 12, maxLength: 140 }), async (password) => {
        const program = cache({ users: [worker({ password: pulumi.output(password) })], secretsKey });
        if (good.test(password)) return void (await record(program));
        const said = await record(program).then(
          () => "",
          (error: unknown) => String(error),
        );
        assert.match(said, /the password of sessions-worker is not of the form that ElastiCache takes/);
        assert.ok(!said.includes(password));
      }),
      { numRuns: 20 },
    );
  });
});
