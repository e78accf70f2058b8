import assert from "node:assert/strict";
import type { EnforcementLevel, Policy, PolicyResource, StackValidationPolicy } from "@pulumi/policy";
import sdk = require("@pulumi/policy/server");
import {
  AnalyzeStackRequest,
  AnalyzerPropertyDependencies,
  AnalyzerResource,
  AnalyzerResourceOptions,
  type AnalyzeResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { allResources, shareStackResources } from "./stack-resources";

/** What the SDK's module exports and its published types leave out. */
type AnalyzeStack = (
  call: { request: AnalyzeStackRequest },
  answer: (error: unknown, response: AnalyzeResponse) => void,
) => Promise<void>;
const { makeAnalyzeStackRpcFun } = sdk as unknown as {
  makeAnalyzeStackRpcFun(
    this: void,
    pack: string,
    version: string,
    level: EnforcementLevel,
    policies: readonly Policy[],
  ): AnalyzeStack;
};

interface Declared {
  readonly type: string;
  readonly parent: number;
  readonly dependsOn: readonly number[];
  readonly ignoreChanges: readonly string[];
}

const types = ["aws:a:A", "aws:b:B", "aws:c:C"];
const declared: fc.Arbitrary<Declared> = fc.record({
  type: fc.constantFrom(...types),
  parent: fc.nat(6),
  dependsOn: fc.array(fc.nat(6), { maxLength: 3 }),
  ignoreChanges: fc.array(fc.constantFrom("tags", "name"), { maxLength: 1 }),
});
/** The one type that a policy is for, as the SDK knows it, or any. */
const policyTypes = fc.array(fc.option(fc.constantFrom(...types, "aws:d:D"), { nil: undefined }), {
  minLength: 1,
  maxLength: 6,
});

describe("the resources of a stack", () => {
  it("are for every policy what the SDK would have built for it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(declared, { maxLength: 6 }), policyTypes, async (stack, policies) => {
        assert.deepEqual(await said(requestOf(stack, "shared"), policies), await said(requestOf(stack), policies));
      }),
    );
  });

  it("are built once for a request", async () => {
    const seen: (readonly PolicyResource[])[] = [];
    const policies = [1, 2, 3].map((number) =>
      policy(`policy-${number}`, undefined, (resources) => void seen.push(resources)),
    );
    const stack: Declared[] = [{ type: "aws:a:A", parent: 0, dependsOn: [], ignoreChanges: [] }];
    await ask(requestOf(stack, "shared"), policies);
    await ask(requestOf(stack, "shared"), policies);
    assert.equal(seen.length, 6);
    assert.equal(new Set(seen.slice(0, 3)).size, 1);
    assert.equal(new Set(seen.slice(3)).size, 1);
    assert.notEqual(seen[0], seen[3]);
  });

  it("are not mixed up between requests that are answered at a time", async () => {
    const of = (type: string): Declared[] => [
      { type, parent: 0, dependsOn: [], ignoreChanges: [] },
      { type, parent: 0, dependsOn: [0], ignoreChanges: [] },
    ];
    const [a, b] = await Promise.all(
      ["aws:a:A", "aws:b:B"].map((type) => said(requestOf(of(type), "shared"), [undefined, undefined, undefined])),
    );
    assert.deepEqual(a, await said(requestOf(of("aws:a:A")), [undefined, undefined, undefined]));
    assert.deepEqual(b, await said(requestOf(of("aws:b:B")), [undefined, undefined, undefined]));
  });

  it("are never taken for a stack of one, were they not to be found again", () => {
    const lost = { type: "hipaa-aws:request:all-resources", opts: { ignoreChanges: [] as string[] } };
    assert.throws(() => allResources([lost as unknown as PolicyResource]), /were not handed over/);
  });
});

/** What policies of these types say, each of everything that it is given. */
async function said(request: AnalyzeStackRequest, of: readonly (string | undefined)[]): Promise<object> {
  const response = await ask(
    request,
    of.map((type, index) =>
      policy(`policy-${index}`, type, (resources, report) => report(JSON.stringify(resources.map(describeResource)))),
    ),
  );
  return {
    messages: response.getDiagnosticsList().map((diagnostic) => [diagnostic.getPolicyname(), diagnostic.getMessage()]),
    notApplicable: response.getNotApplicableList().map((one) => one.getPolicyName()),
  };
}

function describeResource({
  type,
  urn,
  name,
  opts,
  props,
  parent,
  dependencies,
  propertyDependencies,
}: PolicyResource) {
  const urns = (resources: readonly PolicyResource[]) => resources.map((resource) => resource.urn);
  return {
    type,
    urn,
    name,
    opts,
    size: (props as { size?: number }).size,
    parent: parent?.urn,
    dependencies: urns(dependencies),
    sources: Object.entries(propertyDependencies).map(([property, resources]) => [property, urns(resources)]),
  };
}

function policy(
  name: string,
  type: string | undefined,
  judge: (resources: readonly PolicyResource[], report: (message: string) => void) => void,
): StackValidationPolicy {
  const validateStack = (args: { resources: PolicyResource[] }, report: (message: string) => void) =>
    judge(allResources(args.resources), report);
  return {
    name,
    description: "A policy.",
    enforcementLevel: "advisory",
    validateStack: Object.assign(validateStack, type === undefined ? {} : { __pulumiType: type }),
  };
}

function ask(request: AnalyzeStackRequest, policies: readonly Policy[]): Promise<AnalyzeResponse> {
  const analyze = makeAnalyzeStackRpcFun("pack", "1.0.0", "advisory", policies);
  return new Promise((resolve, reject) => {
    void analyze({ request }, (error, response) =>
      error ? reject(new Error("the SDK refused the request", { cause: error })) : resolve(response),
    );
  });
}

function requestOf(stack: readonly Declared[], how: "shared" | "plain" = "plain"): AnalyzeStackRequest {
  const urn = (index: number) => `urn:pulumi:prod::clinic::${stack[index]?.type ?? ""}::resource-${index}`;
  const request = new AnalyzeStackRequest();
  request.setResourcesList(
    stack.map(({ type, parent, dependsOn, ignoreChanges }, index) => {
      const message = new AnalyzerResource();
      message.setType(type);
      message.setName(`resource-${index}`);
      message.setUrn(urn(index));
      message.setProperties(Struct.fromJavaScript({ size: index }));
      message.setParent(parent === index ? "" : urn(parent));
      message.setDependenciesList(dependsOn.map(urn));
      const sources = new AnalyzerPropertyDependencies();
      sources.setUrnsList(dependsOn.map(urn));
      message.getPropertydependenciesMap().set("source", sources);
      const options = new AnalyzerResourceOptions();
      options.setIgnorechangesList([...ignoreChanges]);
      message.setOptions(options);
      return message;
    }),
  );
  if (how === "shared") shareStackResources(request);
  return request;
}
