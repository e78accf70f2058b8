import assert from "node:assert/strict";
import { record } from "./recorded";

/** Partitions of AWS, with a Region and the ending of registries of each. */
export const partitions = [
  ["aws", "us-east-1", "amazonaws.com"],
  ["aws-us-gov", "us-gov-west-1", "amazonaws.com"],
  ["aws-cn", "cn-north-1", "amazonaws.com.cn"],
] as const;

/** Declares tests that a program makes the resources of a golden list, in a preview and in an update. */
export function makesInEachMode(what: string, golden: readonly string[], program: () => unknown): void {
  for (const mode of ["preview", "update"] as const) {
    it(`registers ${what} in ${mode} mode`, async () => {
      assert.deepEqual((await record(program, { mode })).identities(), golden);
    });
  }
}

/** Declares a test that what a component registers as outputs is what its class has as fields. */
export function registersItsFields(type: string, program: () => object): void {
  it("registers its fields as outputs", async () => {
    let fields: string[] = [];
    const recording = await record(
      () => {
        const component = program();
        fields = Object.keys(component).filter((key) => !key.startsWith("__") && key !== "urn");
      },
      { mode: "update" },
    );
    assert.ok(fields.length > 0);
    assert.deepEqual(Object.keys(recording.component(type).outputs).sort(), fields.sort());
  });
}
