import assert from "node:assert/strict";
import { isDeprecatedRuntime } from "./lambda-runtimes";

describe("runtimes of AWS Lambda", () => {
  it("that ended are told, in any case", () => {
    for (const runtime of ["nodejs18.x", "NodeJS20.x", "python3.9", "java8", "provided", "go1.x", "dotnet6"])
      assert.ok(isDeprecatedRuntime(runtime), runtime);
  });

  it("that are patched, or are none, are left alone", () => {
    for (const runtime of ["nodejs24.x", "python3.13", "java8.al2", "java21", "provided.al2023", ""])
      assert.ok(!isDeprecatedRuntime(runtime), runtime);
  });
});
