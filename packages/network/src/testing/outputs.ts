import assert from "node:assert/strict";
import type { Graph } from "@hipaa-aws/component-testing";
import * as pulumi from "@pulumi/pulumi";

/** Asserts that a component registers exactly its public fields, and returns their values. */
export function assertOutputsAreFields(graph: Graph, type: string, made: object | undefined): Record<string, unknown> {
  const fields = Object.entries(made ?? {})
    .filter(([field, value]) => field !== "urn" && pulumi.Output.isInstance(value))
    .map(([field]) => field);
  const { outputs } = graph.one(type);
  assert.deepEqual(Object.keys(outputs).sort(), fields.sort());
  return outputs;
}
