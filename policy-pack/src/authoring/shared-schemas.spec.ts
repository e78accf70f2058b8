import assert from "node:assert/strict";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { exemptionsSchema } from "./exemption-terms";
import { shareSchema } from "./shared-schemas";

describe("a schema that many policies share", () => {
  it("is converted once, to what the SDK would have made of it each time", () => {
    const own = Struct.fromJavaScript.bind(Struct);
    let conversions = 0;
    const conversion = {
      fromJavaScript: (value: object) => {
        conversions += 1;
        return own(value as Record<string, JavaScriptValue>);
      },
    };
    shareSchema(exemptionsSchema, conversion);
    const [first, second] = [1, 2].map(() => conversion.fromJavaScript(exemptionsSchema));
    assert.equal(conversions, 1);
    assert.equal(first, second);
    assert.deepEqual(first?.toJavaScript(), own(exemptionsSchema as never).toJavaScript());
    assert.deepEqual(conversion.fromJavaScript({ other: 1 }).toJavaScript(), { other: 1 });
    assert.equal(conversions, 2);
  });
});
