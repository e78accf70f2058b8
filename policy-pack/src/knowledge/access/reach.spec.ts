import assert from "node:assert/strict";
import type { Truth } from "../../authoring/truth";
import { Value } from "../../authoring/value";
import { identityCaller, ownAccount, type Identity } from "./caller";
import { readPolicy, type PolicyReading } from "./policy-reading";
import { isReachable, routesOf, type AccessRequest } from "./reach";
import { knownTarget, openTarget } from "./target";
import { worldOf } from "./worlds";

const later = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const account = "111122223333";
const arn = `arn:aws:kms:us-east-1:${account}:key/data`;
const role = `arn:aws:iam::${account}:role/app`;
const identity: Identity = { kind: "role", arn: role, name: "app", account, path: "arn" };

const policy = (...statements: unknown[]): PolicyReading => readPolicy(new Value({ Statement: statements }, "policy"));
const allow = (more: object = {}): object => ({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...more });
const deny = (more: object = {}): object => ({ ...allow(more), Effect: "Deny" });
const toIam = allow({ Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*" });
const own = allow({ Resource: arn });

function decrypts(changed: Partial<AccessRequest> = {}): Truth {
  return isReachable({
    identity: [policy(own)],
    resource: policy(toIam),
    needsDelegation: true,
    caller: identityCaller(identity),
    action: "kms:Decrypt",
    target: knownTarget(arn),
    world: worldOf(new Map()),
    ...changed,
  });
}

describe("what a principal reaches", () => {
  it("needs leave of the key's policy and a policy of its own", () => {
    assert.ok(decrypts().isYes);
    assert.ok(decrypts({ identity: [] }).isNo);
    assert.ok(decrypts({ resource: policy(allow({ Principal: { AWS: "444455556666" } })) }).isNo);
    assert.ok(decrypts({ resource: policy(allow({ Principal: { AWS: ownAccount } })) }).isYes);
  });

  it("needs neither where the key's policy names it", () => {
    for (const name of [role, `arn:aws:sts::${account}:assumed-role/app/session`]) {
      assert.ok(decrypts({ identity: [], resource: policy(allow({ Principal: { AWS: name } })) }).isYes, name);
    }
    assert.ok(decrypts({ identity: [], resource: policy(allow({ Principal: { AWS: `${role}2` } })) }).isNo);
  });

  it("is taken back by a Deny of any policy, but not by one whose conditions can be escaped", () => {
    assert.ok(decrypts({ identity: [policy(own), policy(deny())] }).isNo);
    assert.ok(decrypts({ resource: policy(toIam, deny({ Principal: "*" })) }).isNo);
    assert.ok(decrypts({ resource: policy(toIam, deny({ Principal: { AWS: account } })) }).isNo);
    assert.ok(decrypts({ resource: policy(toIam, deny({ NotPrincipal: { AWS: role } })) }).isYes);
    const plain = { Bool: { "aws:SecureTransport": "false" } };
    assert.ok(decrypts({ identity: [policy(own, deny({ Condition: plain }))] }).isYes);
  });

  it("is taken back by two Denies that leave no way out", () => {
    const within = deny({ Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } });
    const outside = deny({ Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1" } } });
    assert.ok(decrypts({ identity: [policy(own, within)] }).isYes);
    assert.ok(decrypts({ identity: [policy(own, within, outside)] }).isNo);
  });

  it("needs conditions of its own and of the key's policy that can hold together", () => {
    const via = (service: string): object => ({ Condition: { StringEquals: { "kms:ViaService": service } } });
    const ofKey = policy({ ...toIam, ...via("s3") });
    assert.ok(decrypts({ identity: [policy({ ...own, ...via("s3") })], resource: ofKey }).isYes);
    assert.ok(decrypts({ identity: [policy({ ...own, ...via("rds") })], resource: ofKey }).isNo);
  });

  it("stays within the boundary", () => {
    assert.ok(decrypts({ boundary: policy(allow({ Action: "*" })) }).isYes);
    assert.ok(decrypts({ boundary: policy(allow({ Action: "s3:*" })) }).isNo);
    assert.ok(decrypts({ boundary: policy() }).isNo);
  });

  it("is known by a policy on everything before the ARN is, and undecided by one that may be meant", () => {
    const target = openTarget("arn:*:kms:*:*:key/*", "arn");
    assert.ok(decrypts({ target, identity: [policy(allow())] }).isYes);
    assert.ok(decrypts({ target }).isUnknown);
    assert.ok(decrypts({ target, identity: [policy(allow({ Resource: "arn:aws:s3:::a" }))] }).isNo);
  });

  it("is undecided only where what is not known can change it", () => {
    assert.ok(decrypts({ identity: [policy(allow({ Resource: later }))] }).isUnknown);
    assert.ok(decrypts({ identity: [policy(allow({ Action: "s3:GetObject", Resource: later }))] }).isNo);
    assert.ok(decrypts({ identity: [policy(own, allow({ Resource: later }))] }).isYes);
    assert.ok(decrypts({ identity: [policy(own, deny({ Resource: later }))] }).isUnknown);
    assert.ok(decrypts({ identity: [policy(own, deny({ Action: "s3:*", Resource: later }))] }).isYes);
    assert.ok(decrypts({ identity: [policy(own, later)] }).isUnknown);
    assert.ok(decrypts({ resource: policy(toIam, allow({ Principal: { AWS: later }, Action: "kms:Encrypt" })) }).isYes);
  });

  it("is undecided while the role's ARN is not known, but for names that are others", () => {
    const unnamed = identityCaller({ ...identity, arn: undefined, account: undefined });
    const byName = (name: string): Truth =>
      decrypts({ caller: unnamed, identity: [], resource: policy(allow({ Principal: { AWS: name } })) });
    assert.ok(byName(role).isUnknown);
    assert.ok(byName(`arn:aws:iam::${account}:role/other`).isNo);
    assert.ok(byName(`arn:aws:iam::${account}:user/app`).isNo);
    assert.ok(decrypts({ caller: unnamed }).isUnknown);
  });

  it("tells by which policy", () => {
    const routes = routesOf({
      identity: [policy(allow({ Action: "s3:*" })), policy(own)],
      resource: policy(toIam, allow({ Principal: { AWS: role } })),
      needsDelegation: true,
      caller: identityCaller(identity),
      action: "kms:Decrypt",
      target: knownTarget(arn),
      world: worldOf(new Map()),
    });
    assert.deepEqual(
      routes.map(({ by }) => by),
      [1, "resource"],
    );
  });
});
