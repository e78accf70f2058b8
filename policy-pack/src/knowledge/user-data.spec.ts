import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { readingsOf } from "./user-data";

const script = "#!/bin/sh\nexport LOG_LEVEL=debug\n";

describe("user data", () => {
  it("reads as it stands", () => assert.deepEqual(readingsOf(script), [script]));

  it("reads decoded, with line breaks too", () => {
    const encoded = Buffer.from(script).toString("base64");
    assert.equal(readingsOf(encoded)[1], script);
    assert.equal(readingsOf(`${encoded.slice(0, 12)}\n${encoded.slice(12)}\n`)[1], script);
  });

  it("reads unpacked", () => assert.equal(readingsOf(gzipSync(script).toString("base64"))[1], script));

  it("reads what is no archive after all", () => {
    assert.equal(readingsOf(Buffer.from([0x1f, 0x8b, 0, 1, 2, 3, 4]).toString("base64")).length, 2);
  });

  it("does not unpack without bound", () => {
    const bomb = gzipSync(Buffer.alloc(4 * 1024 * 1024)).toString("base64");
    assert.ok((readingsOf(bomb)[1] ?? "").length < 64 * 1024);
  });

  it("never throws", () =>
    fc.assert(fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => void readingsOf(text))));
});
