import assert from "node:assert/strict";
import type { EnforcementLevel, Policy, ResourceValidation } from "@pulumi/policy";
import sdk = require("@pulumi/policy/server");
import { AnalyzeRequest, AnalyzeResponse, AnalyzerResourceOptions } from "@pulumi/pulumi/proto/analyzer_pb";
import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { byType, withTypes } from "./by-type";
import type { ConfiguredPack } from "./configured-pack";
import { withSilence } from "./silence";
import { SkippedAnswers, writeResponses } from "./skipped-answers";

/** What the SDK's module exports and its published types leave out. */
type Analyze = (
  call: { request: AnalyzeRequest },
  answer: (error: unknown, response: AnalyzeResponse) => void,
) => Promise<void>;
const { makeAnalyzeRpcFun } = sdk as unknown as {
  makeAnalyzeRpcFun(
    this: void,
    pack: string,
    version: string,
    level: EnforcementLevel,
    policies: readonly Policy[],
  ): Analyze;
};

interface Declared {
  readonly types: readonly string[];
  readonly level: EnforcementLevel;
  readonly outcome: "pass" | "violation" | "nothing to judge";
  /** Whether it tells beforehand that it has nothing to say. */
  readonly isForetold?: boolean;
}

const types = ["aws:a:A", "aws:b:B", "aws:c:C", "aws:d:D"];

const declared: fc.Arbitrary<Declared> = fc.record({
  types: fc.oneof(fc.constant(["*"]), fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 })),
  level: fc.constantFrom<EnforcementLevel>("advisory", "mandatory", "disabled"),
  outcome: fc.constantFrom("pass", "violation", "nothing to judge"),
  isForetold: fc.boolean(),
});

describe("the list of policies by type", () => {
  it("lets the SDK say of every resource what it says with the plain list", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(declared, { minLength: 1, maxLength: 12 }),
        fc.array(fc.constantFrom(...types, "aws:e:None"), { minLength: 1, maxLength: 8 }),
        async (list, requests) => {
          const plain = await said(list, requests, "plain");
          assert.deepEqual(await said(list, requests, "by type"), plain);
          assert.deepEqual(await said(list, requests, "by type and configuration"), plain);
        },
      ),
    );
  });

  it("calls no policy of another type, and hands out few once answers are known to arrive", async () => {
    const list = types.map((type): Declared => ({ types: [type], level: "advisory", outcome: "pass" }));
    const everyType: Declared = { types: ["*"], level: "advisory", outcome: "pass" };
    const answers = new SkippedAnswers();
    const policies = byType(policiesOf([everyType, ...list]), answers);
    const asked: string[][] = [];
    const watched = Object.defineProperty([...policies], Symbol.iterator, {
      value: function* () {
        const names: string[] = [];
        asked.push(names);
        for (const policy of { [Symbol.iterator]: () => policies[Symbol.iterator]() }) {
          names.push(policy.name);
          yield policy;
        }
      },
    });
    const analyze = analyzer(watched, answers);
    await analyze("aws:b:B");
    const second = await analyze("aws:b:B");
    assert.deepEqual(asked[0], ["policy-0", "policy-1", "policy-2", "policy-3", "policy-4"]);
    assert.deepEqual(asked[1], ["policy-0", "policy-2"]);
    assert.deepEqual(second.notApplicable, ["policy-1", "policy-3", "policy-4"]);
  });

  it("hands out no policy that is known to have nothing to say, and names none that is off", async () => {
    const everyType: Declared = { types: ["*"], level: "advisory", outcome: "pass" };
    const list: Declared[] = [
      everyType,
      { ...everyType, isForetold: true },
      { ...everyType, outcome: "violation", isForetold: true },
      { types: ["aws:b:B"], level: "advisory", outcome: "pass" },
      { types: ["aws:b:B"], level: "disabled", outcome: "pass" },
    ];
    const answers = new SkippedAnswers();
    const asked: string[] = [];
    const noted = policiesOf(list, (name) => void asked.push(name));
    const analyze = analyzer(
      byType(noted, answers, () => configurationOf(list)),
      answers,
    );
    await analyze("aws:a:A");
    asked.splice(0);
    const { violated, notApplicable } = await analyze("aws:a:A");
    assert.deepEqual(asked, ["policy-0", "policy-2"]);
    assert.deepEqual(violated, ["policy-2"]);
    assert.deepEqual(notApplicable, ["policy-3"]);
  });

  it("goes by the last configuration", async () => {
    const list = ["advisory" as const, "disabled" as const].map((level): Declared => ({
      types: ["aws:b:B"],
      level,
      outcome: "pass",
    }));
    list.unshift({ types: ["*"], level: "advisory", outcome: "pass" });
    let configuration = configurationOf(list);
    const answers = new SkippedAnswers();
    const analyze = analyzer(
      byType(policiesOf(list), answers, () => configuration),
      answers,
    );
    await analyze("aws:a:A");
    assert.deepEqual((await analyze("aws:a:A")).notApplicable, ["policy-1"]);
    configuration = new Map([...configuration, ["policy-2", { level: "mandatory", properties: {} }]]);
    assert.deepEqual((await analyze("aws:a:A")).notApplicable, ["policy-1", "policy-2"]);
  });

  it("names every policy by itself where responses are written by other means", async () => {
    const list: Declared[] = [
      { types: ["*"], level: "advisory", outcome: "pass" },
      { types: ["aws:a:A"], level: "advisory", outcome: "pass" },
    ];
    const policies = byType(policiesOf(list), new SkippedAnswers());
    const analyze = makeAnalyzeRpcFun("pack", "1.0.0", "advisory", policies);
    for (const _ of ["first", "second"]) {
      const response = await responseOf(analyze, "aws:b:B");
      assert.deepEqual(
        response.getNotApplicableList().map((answer) => answer.getPolicyName()),
        ["policy-1"],
      );
    }
  });
});

type How = "plain" | "by type" | "by type and configuration";

async function said(list: readonly Declared[], requests: readonly string[], how: How) {
  const plain = policiesOf(list);
  const answers = new SkippedAnswers();
  const configuration = how === "by type and configuration" ? configurationOf(list) : undefined;
  const analyze = analyzer(how === "plain" ? plain : byType(plain, answers, () => configuration), answers);
  const off = new Set(list.flatMap(({ level }, index) => (level === "disabled" ? [`policy-${index}`] : [])));
  const all = [];
  for (const type of requests) {
    const { violated, notApplicable } = await analyze(type);
    all.push({ type, violated, notApplicable: notApplicable.filter((name) => !off.has(name)) });
  }
  return all;
}

/** Asks the SDK's own handler, and reads its response off the wire. */
function analyzer(policies: readonly Policy[], answers: SkippedAnswers) {
  const service = {
    analyze: { responseSerialize: (response: AnalyzeResponse) => Buffer.from(response.serializeBinary()) },
  };
  writeResponses(answers, service);
  const analyze = makeAnalyzeRpcFun("pack", "1.0.0", "advisory", policies);
  return async (type: string) => {
    const written = service.analyze.responseSerialize(await responseOf(analyze, type));
    const response = AnalyzeResponse.deserializeBinary(new Uint8Array(written));
    return {
      violated: response.getDiagnosticsList().map((diagnostic) => diagnostic.getPolicyname()),
      notApplicable: response
        .getNotApplicableList()
        .map((answer) => answer.getPolicyName())
        .sort(),
    };
  };
}

function responseOf(analyze: Analyze, type: string): Promise<AnalyzeResponse> {
  const request = new AnalyzeRequest();
  request.setType(type);
  request.setName("one");
  request.setUrn(`urn:pulumi:prod::clinic::${type}::one`);
  request.setProperties(Struct.fromJavaScript({}));
  request.setOptions(new AnalyzerResourceOptions());
  return new Promise((resolve, reject) => {
    void analyze({ request }, (error, response) =>
      error ? reject(new Error("the SDK refused the request", { cause: error })) : resolve(response),
    );
  });
}

function configurationOf(list: readonly Declared[]): ConfiguredPack {
  return new Map(list.map(({ level }, index) => [`policy-${index}`, { level, properties: {} }]));
}

function policiesOf(list: readonly Declared[], onCall: (name: string) => void = () => undefined): Policy[] {
  return list.map(({ types: of, level, outcome, isForetold }, index) => {
    const validate: ResourceValidation = (args, report) => {
      onCall(`policy-${index}`);
      if (!of.includes("*") && !of.includes(args.type)) args.notApplicable();
      if (outcome === "violation") report("found");
      if (outcome === "nothing to judge") args.notApplicable("nothing to judge");
    };
    const typed = withTypes(validate, of);
    return {
      name: `policy-${index}`,
      description: "A policy.",
      enforcementLevel: level,
      validateResource: isForetold ? withSilence(typed, () => outcome === "pass") : typed,
    };
  });
}
