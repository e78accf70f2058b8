import assert from "node:assert/strict";
import { isPatchedRuntime } from "./runtimes";

describe("runtimes of AWS Lambda", () => {
  for (const runtime of ["nodejs22.x", "nodejs24.x", "python3.11", "python4.0", "java25", "java8.al2", "dotnet10"]) {
    it(`${runtime} is patched`, () => assert.ok(isPatchedRuntime(runtime)));
  }
  for (const runtime of [
    "nodejs20.x",
    "python3.10",
    "java8",
    "dotnet8",
    "ruby3.2",
    "go1.x",
    "provided.al2",
    "",
    "cobol85",
  ]) {
    it(`"${runtime}" is not`, () => assert.ok(!isPatchedRuntime(runtime)));
  }
});
