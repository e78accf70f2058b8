import assert from "node:assert/strict";
import fc from "fast-check";
import { ArgumentError, checksFor } from "@hipaa-aws/foundation";
import { checkTaskSize, memorySizes } from "./task-size";

const checks = checksFor("FargateService", "web");

describe("size of a task", () => {
  it("has the memory sizes of the developer guide", () => {
    assert.deepEqual(memorySizes(256), [512, 1024, 2048]);
    assert.deepEqual(memorySizes(512), [1024, 2048, 3072, 4096]);
    assert.equal(memorySizes(4096).length, 23);
    assert.deepEqual(memorySizes(8192).slice(0, 2), [16384, 20480]);
    assert.deepEqual(memorySizes(16384).slice(-2), [114688, 122880]);
    assert.deepEqual(memorySizes(300), []);
  });

  it("takes a pair exactly when the table has it", () => {
    const cpu = fc.constantFrom(256, 512, 1024, 2048, 4096, 8192, 16384);
    const memory = fc.oneof(
      fc.integer({ min: 0, max: 140 }).map((n) => n * 1024),
      fc.integer({ min: 0, max: 130_000 }),
    );
    fc.assert(
      fc.property(cpu, memory, (units, mib) => {
        if (memorySizes(units).includes(mib)) checkTaskSize(checks, units, mib);
        else assert.throws(() => checkTaskSize(checks, units, mib), ArgumentError);
      }),
    );
  });

  it("names both arguments and the mend", () => {
    assert.throws(() => checkTaskSize(checks, 512, 512), {
      message:
        'FargateService "web": cpu and memoryMib are 512 and 512, a pair that Fargate does not offer. ' +
        "With cpu 512, memoryMib is one of 1024, 2048, … up to 4096.",
    });
    assert.throws(() => checkTaskSize(checks, 500, 1024), /cpu is 500, .*Choose one of 256, 512, 1024/);
  });
});
