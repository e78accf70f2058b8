import assert from "node:assert/strict";
import * as fc from "fast-check";
import { readDocument } from "./document-content";

describe("documents for sessions", () => {
  it("read as JSON, with nested fields", () => {
    const fields = readDocument(
      '{"sessionType":"Standard_Stream","inputs":{"kmsKeyId":"k","s3EncryptionEnabled":true}}',
    );
    assert.equal(fields?.get("sessiontype"), "Standard_Stream");
    assert.equal(fields.get("kmskeyid"), "k");
    assert.equal(fields.get("s3encryptionenabled"), "true");
  });

  it("read as YAML, with quotes, comments and nothing", () => {
    const fields = readDocument(
      [
        "---",
        "inputs:",
        '  kmsKeyId: "alias/a#b" # the key',
        "  s3BucketName: ''",
        "  idleSessionTimeout: 15  # minutes",
        "  s3KeyPrefix:",
        "  runAsEnabled: ~",
      ].join("\r\n"),
    );
    assert.equal(fields?.get("kmskeyid"), "alias/a#b");
    assert.equal(fields.get("s3bucketname"), "");
    assert.equal(fields.get("idlesessiontimeout"), "15");
    assert.equal(fields.get("s3keyprefix"), "");
    assert.equal(fields.get("runasenabled"), "");
  });

  it("are nothing when they are neither", () => assert.equal(readDocument("no document"), undefined));

  it("never throw", () => fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readDocument(text))));
});
