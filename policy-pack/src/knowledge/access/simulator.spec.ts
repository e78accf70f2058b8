import assert from "node:assert/strict";
import { anonymousPrincipal, runSimulation } from "@cloud-copilot/iam-simulate";
import * as fc from "fast-check";
import type { Truth } from "../../authoring/truth";
import { Value } from "../../authoring/value";
import {
  account,
  actions,
  context,
  documentOf,
  identityStatement,
  resourceStatement,
  role,
  some,
} from "../../testing/policies";
import { allowsEveryone, refusesPlainHttp } from "../policy-judgement";
import { identityCaller, unsigned, type Caller } from "./caller";
import { readPolicy } from "./policy-reading";
import { isReachable } from "./reach";
import { knownTarget } from "./target";
import type { World } from "./worlds";

/**
 * The evaluation is held against an IAM simulator that others wrote: random policies, random requests, the same answer.
 * What the evaluation says of all requests is held against requests one by one.
 */
const runs = Number(process.env["FUZZ_RUNS"] ?? 200);

const valueOf = (document: unknown): Value => new Value(JSON.stringify(document), "policy");

/** Of every key of the request it is known what it carries. */
function worldOfRequest(given: Record<string, string | string[]>): World {
  const lower = new Map(Object.entries(given).map(([key, value]) => [key.toLowerCase(), [value].flat()]));
  return (key) => ({ kind: "fixed", value: lower.get(key) });
}

interface Case {
  readonly identity: readonly object[];
  readonly resource?: readonly object[];
  readonly boundary?: readonly object[];
  readonly principal: string | typeof anonymousPrincipal;
  readonly action: string;
  readonly arn: string;
  readonly context: Record<string, string | string[]>;
}

async function simulated({ identity, resource, boundary, principal, action, arn, context: given }: Case) {
  const result = await runSimulation(
    {
      request: { principal, action, resource: { resource: arn, accountId: account }, contextVariables: given },
      identityPolicies: identity.length > 0 ? [{ name: "own", policy: documentOf(identity) }] : [],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(resource ? { resourcePolicy: documentOf(resource) } : {}),
      ...(boundary ? { permissionBoundaryPolicies: [{ name: "boundary", policy: documentOf(boundary) }] } : {}),
    },
    {},
  );
  assert.notEqual(result.resultType, "error", result.resultType === "error" ? JSON.stringify(result.errors) : "");
  return result.resultType === "single" ? result.overallResult : undefined;
}

function evaluated({ identity, resource, boundary, principal, action, arn, context: given }: Case): Truth {
  const own: Caller = identityCaller({ kind: "role", arn: role, name: "app", account, path: "arn" });
  return isReachable({
    identity: identity.length > 0 ? [readPolicy(valueOf(documentOf(identity)))] : [],
    ...(resource ? { resource: readPolicy(valueOf(documentOf(resource))) } : {}),
    ...(boundary ? { boundary: readPolicy(valueOf(documentOf(boundary))) } : {}),
    caller: typeof principal === "string" ? own : unsigned,
    action,
    target: knownTarget(arn),
    world: worldOfRequest(given),
  });
}

async function agree(testCase: Case): Promise<void> {
  const theirs = await simulated(testCase);
  const ours = evaluated(testCase);
  assert.ok(!ours.isUnknown);
  assert.equal(ours.isYes, theirs === "Allowed", `the simulator says ${String(theirs)}`);
}

describe("evaluation of policies, held against a simulator of IAM", function () {
  this.timeout(120_000);
  const request = { action: some(actions), arn: some(["arn:aws:s3:::b/x", "arn:aws:s3:::b/y/x"]), context };

  it("agrees on the policies of a role", async () => {
    const cases = fc.record({ identity: fc.array(identityStatement, { minLength: 1, maxLength: 3 }), ...request });
    await fc.assert(
      fc.asyncProperty(cases, (one) => agree({ ...one, principal: role })),
      { numRuns: runs },
    );
  });

  it("agrees on a role within a permissions boundary", async () => {
    const statements = fc.array(identityStatement, { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(fc.record({ identity: statements, boundary: statements, ...request }), (one) =>
        agree({ ...one, principal: role }),
      ),
      { numRuns: runs },
    );
  });

  it("agrees on the policy of a bucket, for a role of the account", async () => {
    const cases = fc.record({
      identity: fc.array(identityStatement, { maxLength: 1 }),
      resource: fc.array(resourceStatement, { minLength: 1, maxLength: 3 }),
      ...request,
    });
    await fc.assert(
      fc.asyncProperty(cases, (one) => agree({ ...one, principal: role })),
      { numRuns: runs },
    );
  });

  it("agrees on the policy of a bucket, for somebody who signs nothing", async () => {
    const cases = fc.record({ resource: fc.array(resourceStatement, { minLength: 1, maxLength: 3 }), ...request });
    await fc.assert(
      fc.asyncProperty(cases, (one) => agree({ ...one, identity: [], principal: anonymousPrincipal })),
      { numRuns: runs },
    );
  });

  it("says that plain HTTP is refused only where each request over plain HTTP is", async () => {
    const tls = { "aws:SecureTransport": "false" };
    const denies = fc
      .tuple(
        resourceStatement,
        some<object>([
          { Bool: tls },
          { BoolIfExists: tls },
          { StringEquals: { "aws:SourceVpce": "vpce-1" }, Bool: tls },
          { StringNotEquals: { "aws:SourceVpce": "vpce-1" } },
        ]),
        some<unknown>(["*", { AWS: role }]),
      )
      .map(([statement, Condition, Principal]) => ({
        ...statement,
        NotPrincipal: undefined,
        Effect: "Deny",
        Principal,
        Resource: "*",
        NotResource: undefined,
        Condition,
      }));
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(denies, { minLength: 1, maxLength: 4 }),
        some(actions),
        context,
        async (resource, action, given) => {
          const says = refusesPlainHttp(valueOf(documentOf(resource)), ["s3:*"]);
          assert.ok(!says.isUnknown);
          if (!says.isYes) return;
          refused += 1;
          const plain = { ...given, ...tls };
          const arn = "arn:aws:s3:::b/x";
          assert.equal(
            await simulated({
              identity: [],
              resource: JSON.parse(JSON.stringify(resource)) as object[],
              principal: role,
              action,
              arn,
              context: plain,
            }),
            "ExplicitlyDenied",
          );
        },
      ),
      { numRuns: runs * 3 },
    );
    assert.ok(refused > runs / 20, `only ${refused} policies were refusing`);
  });

  it("says that a policy is closed only where no request of an outsider is allowed", async () => {
    const foreign = { "aws:SourceVpce": "vpce-0outsider0", "aws:SourceArn": "arn:aws:sns:us-east-1:990000000099:t" };
    let closed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(resourceStatement, { minLength: 1, maxLength: 3 }),
        some(actions),
        context,
        async (resource, action, given) => {
          const says = allowsEveryone(valueOf(documentOf(resource)));
          if (!says.isNo) return;
          closed += 1;
          const known = Object.fromEntries(
            Object.entries(given).map(([key, value]) => [
              key,
              key in foreign ? foreign[key as keyof typeof foreign] : value,
            ]),
          );
          const {
            "aws:PrincipalTag/team": _team,
            "aws:SourceIp": _address,
            "aws:MultiFactorAuthAge": _age,
            ...unsignedContext
          } = known;
          const arn = "arn:aws:s3:::b/x";
          const answer = await simulated({
            identity: [],
            resource,
            principal: anonymousPrincipal,
            action,
            arn,
            context: { ...unsignedContext, "aws:SourceIp": "8.8.8.8" },
          });
          assert.notEqual(answer, "Allowed");
        },
      ),
      { numRuns: runs * 3 },
    );
    assert.ok(closed > runs / 4, `only ${closed} policies were closed`);
  });
});
