import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { AnalyzeRequest, AnalyzerProviderResource } from "@pulumi/pulumi/proto/analyzer_pb";
import fc from "fast-check";
import { readPlainly, type StructClass } from "./plain-properties";

const protocol = createRequire(require.resolve("@pulumi/pulumi/proto/analyzer_pb"));
const { Struct } = protocol("google-protobuf/google/protobuf/struct_pb.js") as { Struct: StructClass };

/** What a resource may be registered with, and more: numbers that JSON has no text for, keys of every kind. */
const values = fc.dictionary(
  fc.string({ unit: "binary" }),
  fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, false, "", Number.NaN, Number.POSITIVE_INFINITY, -0),
      fc.double(),
      fc.string({ unit: "binary" }),
      fc.array(tie("any"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("any"), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).any,
  { maxKeys: 6, noNullPrototype: true },
);

describe("properties that are read plainly", () => {
  const original = Struct.deserializeBinaryFromReader;
  afterEach(() => void (Struct.deserializeBinaryFromReader = original));

  it("are what the protocol's library makes of them", () => {
    fc.assert(
      fc.property(values, values, (properties, ofProvider) => {
        const bytes = requestOf(properties, ofProvider);
        Struct.deserializeBinaryFromReader = original;
        const expected = AnalyzeRequest.deserializeBinary(bytes);
        readPlainly();
        const read = AnalyzeRequest.deserializeBinary(bytes);
        assert.deepEqual(read.getProperties()?.toJavaScript(), expected.getProperties()?.toJavaScript());
        assert.deepEqual(
          read.getProvider()?.getProperties()?.toJavaScript(),
          expected.getProvider()?.getProperties()?.toJavaScript(),
        );
        assert.deepEqual(read.toObject(), expected.toObject());
        assert.deepEqual([read.getType(), read.getUrn()], ["aws:s3/bucket:Bucket", "urn:one"]);
      }),
    );
  });

  it("may be written to by whoever takes them", () => {
    readPlainly();
    const read = AnalyzeRequest.deserializeBinary(requestOf({ a: 1 }, {}));
    Object.assign(read.getProperties()?.toJavaScript() ?? {}, { b: 2 });
    assert.deepEqual(read.getProperties()?.toJavaScript(), { a: 1 });
  });

  it("are read as before where there is no such class", () => {
    readPlainly({} as StructClass);
    assert.equal(Struct.deserializeBinaryFromReader, original);
  });
});

function requestOf(properties: object, ofProvider: object): Uint8Array {
  const request = new AnalyzeRequest();
  request.setType("aws:s3/bucket:Bucket");
  request.setProperties(Struct.fromJavaScript(properties) as Parameters<AnalyzeRequest["setProperties"]>[0]);
  const provider = new AnalyzerProviderResource();
  provider.setProperties(Struct.fromJavaScript(ofProvider) as Parameters<AnalyzeRequest["setProperties"]>[0]);
  request.setProvider(provider);
  request.setUrn("urn:one");
  return request.serializeBinary();
}
