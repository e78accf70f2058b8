import assert from "node:assert/strict";
import { loadPolicy } from "@cloud-copilot/iam-policy";
import * as fc from "fast-check";
import { Value } from "../../authoring/value";
import { demandsValue, isPartlyOpen, readPolicy } from "./policy-reading";

const later = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const read = (raw: unknown) => readPolicy(new Value(raw, "policy"));

describe("reading a policy element by element", () => {
  it("takes text and objects, single values and lists, flags, names in any case", () => {
    const [one] = read(
      '{"statement":{"EFFECT":"deny","action":"s3:*","Resource":["a"],"principal":{"aws":"*"}}}',
    ).statements;
    assert.equal(one?.effect, "Deny");
    assert.deepEqual(one?.actions, { known: ["s3:*"], open: [] });
    assert.equal(one?.principals?.everyone, true);
    const [other] = read({ Statement: [{ Condition: { Bool: { "aws:SecureTransport": false } } }] }).statements;
    assert.ok(other && demandsValue(other, "bool", "aws:securetransport", "false"));
  });

  it("keeps what is known beside what is not", () => {
    const { statements, open } = read({
      Statement: [later, { Effect: "Allow", Action: ["s3:GetObject", later], Principal: { AWS: [later, "1"] } }],
    });
    assert.deepEqual(open, ["policy.Statement[0]"]);
    assert.deepEqual(statements[0]?.actions, { known: ["s3:GetObject"], open: ["policy.Statement[1].Action[1]"] });
    assert.deepEqual(statements[0]?.principals?.aws, ["1"]);
    assert.ok(statements[0] && isPartlyOpen(statements[0]));
  });

  it("is wholly open where nothing can be read, and empty where nothing is given", () => {
    for (const raw of [later, `{"Statement":"${later}"}`, "{", "{}", 7, { Statement: later }]) {
      assert.deepEqual(read(raw), { statements: [], open: ["policy"] }, JSON.stringify(raw));
    }
    for (const raw of [undefined, null, ""]) assert.deepEqual(read(raw), { statements: [], open: [] });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.json()), (raw) => void read(raw)));
  });

  it("reads statements as another reader of policies does", () => {
    const texts = (values: readonly string[]) =>
      fc.oneof(fc.constantFrom(...values), fc.subarray([...values], { minLength: 1 }));
    const statement = fc.record(
      {
        Sid: fc.constantFrom("a", "b"),
        Effect: fc.constantFrom("Allow", "Deny"),
        Action: texts(["s3:*", "kms:Decrypt"]),
        Resource: texts(["*", "arn:aws:s3:::a/*"]),
        Principal: fc.constantFrom("*", { AWS: "111122223333" }, { AWS: ["*"], Service: "sns.amazonaws.com" }),
        Condition: fc.constantFrom(
          { Bool: { "aws:SecureTransport": ["true"] } },
          { StringLike: { "s3:prefix": ["a", "b"] } },
        ),
      },
      { requiredKeys: ["Effect", "Action", "Resource", "Principal"] },
    );
    fc.assert(
      fc.property(fc.oneof(statement, fc.array(statement, { minLength: 1 })), (Statement) => {
        const document = { Version: "2012-10-17", Statement };
        const theirs = loadPolicy(document).statements();
        const ours = read(JSON.stringify(document)).statements;
        assert.equal(ours.length, theirs.length);
        ours.forEach((one, index) => {
          const other = theirs[index];
          assert.ok(other?.isActionStatement() && other.isResourceStatement() && other.isPrincipalStatement());
          assert.equal(one.effect, other.effect());
          assert.deepEqual(
            one.actions?.known,
            other.actions().map((action) => action.value()),
          );
          assert.deepEqual(
            one.resources?.known,
            other.resources().map((resource) => resource.value()),
          );
          assert.deepEqual(
            [...(one.principals?.aws ?? []), ...(one.principals?.services ?? [])],
            other.principals().map((principal) => principal.value()),
          );
          assert.deepEqual(
            one.conditions.map(({ key, values }) => [key, values.known]),
            other.conditions().map((each) => [each.conditionKey().toLowerCase(), each.conditionValues()]),
          );
        });
      }),
    );
  });
});
