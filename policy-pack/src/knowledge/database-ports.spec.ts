import assert from "node:assert/strict";
import { Value } from "../authoring/value";
import { portsOf } from "./database-ports";

const port = (raw?: unknown): Value => new Value(raw, "port");

describe("ports of databases and caches", () => {
  it("are the engine's own where none is given", () => {
    assert.deepEqual(portsOf(port(), "aurora-postgresql"), [5432]);
    assert.deepEqual(portsOf(port(), "valkey"), [6379]);
    assert.deepEqual(portsOf(port(), "oracle-se2"), [1521, 2484]);
  });

  it("are the given one, whatever the engine", () => {
    assert.deepEqual(portsOf(port(6432), "postgres"), [6432]);
    assert.deepEqual(portsOf(port("6432"), undefined), [6432]);
  });

  it("are not known while the port or the engine is not", () => {
    assert.equal(portsOf(port("04da6b54-80e4-46f7-96ec-b56ff0331ba9"), "postgres"), undefined);
    assert.equal(portsOf(port(), undefined), undefined);
    assert.equal(portsOf(port(), "new-engine"), undefined);
    assert.equal(portsOf(port("http"), "postgres"), undefined);
  });
});
