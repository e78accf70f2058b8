import assert from "node:assert/strict";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { engineError, errorsIn } from "./engine-error";
import { policyObservations, violatesMandatory } from "./policy-events";
import { previewResources, stepCounts } from "./preview-graph";

const stackUrn = "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev";
const one = "urn:pulumi:dev::p::a:b:C::one";
const event = (content: object): EngineEvent => ({ sequence: 0, timestamp: 0, ...content });
const pack = { policyPackName: "pack", policyPackVersion: "1.0.0", policyPackVersionTag: "1.0.0" };
const violation = (rule: string, resourceUrn: string | undefined, message: string, enforcementLevel = "advisory") =>
  event({ policyEvent: { ...pack, policyName: rule, resourceUrn, message, enforcementLevel, color: "raw" } });

describe("policyObservations", () => {
  it("takes the engine's colors off messages and gives stack rules the stack's URN", () => {
    const { diagnostics } = policyObservations(
      [violation("r", undefined, "<{%fg 13%}>Buckets.\nThe bucket {%} <b>.<{%reset%}>\n")],
      stackUrn,
    );
    assert.deepEqual(diagnostics, [
      { policyName: "r", urn: stackUrn, message: "Buckets.\nThe bucket {%} <b>.", enforcementLevel: "advisory" },
    ]);
  });

  it("counts a diagnostic, a pass and a resource once, though the engine may ask twice", () => {
    const summary = event({ policyAnalyzeSummaryEvent: { ...pack, resourceUrn: one, passed: ["a"], failed: ["b"] } });
    const events = [violation("b", one, "No."), summary, violation("b", one, "No."), summary];
    const found = policyObservations(events, stackUrn);
    assert.equal(found.diagnostics.length, 1);
    assert.deepEqual(found.passed, [{ rule: "a", urn: one }]);
    assert.deepEqual([found.resources, found.failed, found.stackAsked], [[one], 1, false]);
    assert.deepEqual(found.pack, { name: "pack", version: "1.0.0" });
  });

  it("takes what a remediation wrote, once, without its values", () => {
    const before = { tags: { a: "1" }, __defaults: ["acl"] };
    const after = { tags: { a: "1" }, versioning: { enabled: true }, __defaults: [] };
    const wrote = event({ policyRemediationEvent: { ...pack, policyName: "r", resourceUrn: one, before, after } });
    assert.deepEqual(policyObservations([wrote, wrote], stackUrn).remediated, [
      { rule: "r", urn: one, applied: true, inputs: [{ path: "versioning.enabled", change: "added" }] },
    ]);
  });

  it("tells a mandatory violation from an advisory one", () => {
    const mandatory = (level: string) =>
      violatesMandatory(policyObservations([violation("r", one, "No.", level)], stackUrn));
    assert.deepEqual([mandatory("mandatory"), mandatory("advisory")], [true, false]);
  });
});

describe("errorsIn", () => {
  const diagnostic = (severity: string, message: string) =>
    event({ diagnosticEvent: { severity, message, color: "raw" } });

  it("gives each error once and leaves out what the engine closes with", () => {
    const events = [
      diagnostic("debug", "secret value"),
      diagnostic("error", "Unhandled exception: Error: boom\n    at x\n"),
      diagnostic("error", "boom\n"),
      diagnostic("error", "preview failed\n"),
      event({ errorEvent: { error: "disk full" } }),
    ];
    assert.deepEqual(errorsIn(events), ["Unhandled exception: Error: boom\n    at x", "disk full"]);
  });

  it("falls back on what the CLI said when the engine never ran", () => {
    assert.equal(
      engineError("preview", [], new Error("no such stack")).message,
      "pulumi preview failed: no such stack",
    );
  });
});

describe("previewResources", () => {
  const step = (kind: "resourcePreEvent" | "resOutputsEvent", op: string, now: object | null) =>
    event({ [kind]: { metadata: { op, urn: one, type: "a:b:C", provider: "", new: now } } });
  const state = { urn: one, type: "a:b:C", custom: true, id: "", parent: stackUrn, provider: "", inputs: { a: 1 } };

  it("keeps the last word on a resource and drops what is leaving", () => {
    const events = [
      step("resourcePreEvent", "create-replacement", { ...state, outputs: {} }),
      step("resOutputsEvent", "create-replacement", { ...state, outputs: { b: 2 } }),
      step("resourcePreEvent", "delete-replaced", { ...state, inputs: { a: 0 }, outputs: {} }),
      step("resourcePreEvent", "delete", null),
    ];
    const registered = new Map([[one, { dependencies: [stackUrn], propertyDependencies: { a: [stackUrn] } }]]);
    assert.deepEqual(previewResources(events, registered), [
      {
        urn: one,
        type: "a:b:C",
        custom: true,
        parent: stackUrn,
        inputs: { a: 1 },
        outputs: { b: 2 },
        dependencies: [stackUrn],
        propertyDependencies: { a: [stackUrn] },
      },
    ]);
  });

  it("counts steps by kind", () => {
    assert.deepEqual(
      stepCounts([step("resourcePreEvent", "create", state), step("resOutputsEvent", "create", state)]),
      {
        create: 1,
      },
    );
  });
});
