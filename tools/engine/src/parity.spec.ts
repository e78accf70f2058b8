import assert from "node:assert/strict";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import { isSecret, type ResourceState, type StackState, type StateValue } from "@hipaa-aws/stack-state";
import { openEngineStack, pulumiOrSkip } from ".";
import { everythingProgram } from "./testing/programs";

const names = { project: "fixture", stack: "dev", config: { "fixture:size": "small", "aws:region": "eu-west-1" } };

/** A program gives the same resources on the engine and under the recorder: with that, the same rules say the same. */
describe("resources on the engine and under the recorder", function () {
  this.timeout(120_000);

  before(async function () {
    this.timeout(900_000);
    await pulumiOrSkip(this);
  });

  it("are the same, in a preview and after an update", async () => {
    const stack = await openEngineStack({ program: everythingProgram, ...names });
    try {
      const preview = await stack.preview();
      assert.deepEqual(comparable(preview.state), comparable(await recordProgram(everythingProgram, names)));
      const update = await stack.up();
      const recorded = await recordProgram(everythingProgram, { ...names, mode: "update" });
      // The engine takes aliases out of the state once an update has used them.
      const withoutAliases = comparable(recorded).map((resource) => ({ ...resource, aliases: undefined }));
      assert.deepEqual(
        comparable(update.state).map((resource) => ({ ...resource, aliases: undefined })),
        withoutAliases,
      );
      assert.deepEqual(Object.keys((await stack.preview()).steps).sort(), ["read", "same"]);
    } finally {
      await stack.close();
    }
  });
});

/**
 * In one order, without what hosts may differ in: ids of providers, which the engine draws by lot; its own key
 * `__internal` in their inputs; the empty version of a component that another resource refers to; secrets, which events hold sealed; inputs without a source, which the SDK names in some
 * runs only.
 */
function comparable(state: StackState): ResourceState[] {
  return state.resources
    .map((resource) => ({
      ...resource,
      ...(resource.id && resource.type.startsWith("pulumi:providers:") ? { id: "provider" } : {}),
      ...(resource.provider ? { provider: resource.provider.replace(/::[^:]*$/, "") } : {}),
      inputs: sealed(resource.inputs) as ResourceState["inputs"],
      outputs: sealed(resource.outputs) as ResourceState["outputs"],
      dependencies: [...resource.dependencies].sort(),
      propertyDependencies: Object.fromEntries(
        Object.entries(resource.propertyDependencies)
          .filter(([, from]) => from.length > 0)
          .map(([key, from]) => [key, [...from].sort()]),
      ),
    }))
    .sort((a, b) => a.urn.localeCompare(b.urn));
}

function sealed(value: StateValue): StateValue {
  if (Array.isArray(value)) return value.map(sealed);
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value)) return "secret";
  const entries = Object.entries(value).filter(([key]) => !["__internal", "packageVersion"].includes(key));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sealed(inner)]));
}
