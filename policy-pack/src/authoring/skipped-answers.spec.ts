import assert from "node:assert/strict";
import { AnalyzeDiagnostic, AnalyzeResponse, PolicyNotApplicable } from "@pulumi/pulumi/proto/analyzer_pb";
import fc from "fast-check";
import { SkippedAnswers } from "./skipped-answers";

const names = fc.stringMatching(/^[a-z]{1,12}(-[a-z]{1,12}){0,3}$/);
const answered = fc.record({ name: names, reason: fc.option(fc.string(), { nil: "" }) });
const listed = fc.record({ name: names, isLeftOut: fc.boolean() });
type Answered = { readonly name: string; readonly reason: string };

describe("responses about resources", () => {
  it("say on the wire what the SDK would say, in whatever order the answers stand", () => {
    fc.assert(
      fc.property(fc.array(names), fc.array(answered), fc.array(listed), (violated, own, all) => {
        const answers = new SkippedAnswers();
        const skipped = all.filter(({ isLeftOut }) => !isLeftOut);
        const but = all.flatMap(({ isLeftOut }, place) => (isLeftOut ? [place] : []));
        const reason = answers.reasonFor(
          all.map(({ name }) => name),
          but,
        );
        const plain = responseOf(violated, [...own, ...skipped.map(({ name }) => ({ name, reason: "" }))]);
        const short = responseOf(violated, [...own, { name: "hipaa-skipped", reason }]);
        for (const _ of ["first", "again"]) {
          const written = answers.write(short.cloneMessage(), serialize);
          assert.deepEqual(said(AnalyzeResponse.deserializeBinary(new Uint8Array(written))), said(plain));
        }
      }),
    );
  });

  it("have no field but the two that are written here", () => {
    assert.deepEqual(Object.keys(new AnalyzeResponse().toObject()).sort(), ["diagnosticsList", "notApplicableList"]);
  });
});

const serialize = (response: AnalyzeResponse): Buffer => Buffer.from(response.serializeBinary());

function responseOf(violated: readonly string[], answers: readonly Answered[]): AnalyzeResponse {
  const response = new AnalyzeResponse();
  response.setDiagnosticsList(violated.map((name) => new AnalyzeDiagnostic().setPolicyname(name).setMessage("found")));
  response.setNotApplicableList(
    answers.map(({ name, reason }) => new PolicyNotApplicable().setPolicyName(name).setReason(reason)),
  );
  return response;
}

function said(response: AnalyzeResponse) {
  const { diagnosticsList, notApplicableList } = response.toObject();
  return { diagnosticsList, notApplicableList };
}
